// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import org.jspecify.annotations.Nullable;

/** A character set of the JDK with one byte for a character, ASCII among them. What it leaves open is undecodable. */
final class SingleByteCodec extends JdkCodec {
    private final String name;
    /** Made with the first character outside ASCII; a race makes it twice. */
    private volatile @Nullable CharacterTable upper;

    SingleByteCodec(String name) {
        this.name = name;
    }

    @Override
    public int toUtf8(byte[] data, int from, int to, ByteOutput out, Undecodable undecodable) {
        int bad = -1;
        int at = from;
        while (at < to) {
            int end = Utf8.firstHigh(data, at, to);
            out.write(data, at, end - at);
            at = end;
            for (; at < to && data[at] < 0; at++) {
                int character = upper().character(data[at] & 0xFF);
                if (character != 0) {
                    out.writeUtf8(character);
                } else {
                    bad = bad < 0 ? at : bad;
                    undecodable.write(out, data, at, at + 1);
                }
            }
        }
        return bad;
    }

    @Override
    Characters characters() {
        CharacterTable table = upper();
        return (character, out) -> {
            int code = table.code(character);
            if (code != 0) {
                out.write(code);
            }
            return code != 0;
        };
    }

    private CharacterTable upper() {
        CharacterTable table = upper;
        if (table == null) {
            table = JdkCharsets.upperHalf(name);
            upper = table;
        }
        return table;
    }
}
