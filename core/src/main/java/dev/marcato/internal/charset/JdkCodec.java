// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;

/** A character set of the JDK in which ASCII is what it is. */
abstract class JdkCodec implements TextCodec {
    /** Writes characters that are not ASCII. One thread's. */
    interface Characters {
        /** Whether the set has the character, which is written then. */
        boolean write(int character, ByteOutput out);
    }

    /** What writes the characters of one text. */
    abstract Characters characters();

    @Override
    public final int fromUtf8(byte[] utf8, int from, int to, ByteOutput out, UnencodablePolicy policy) {
        int at = Utf8.firstHigh(utf8, from, to);
        out.write(utf8, from, at - from);
        if (at == to) {
            return -1;
        }
        Characters characters = characters();
        int bad = -1;
        while (at < to) {
            int length = Utf8.length(utf8, at, to);
            int character = length == 0 ? 0xFFFD : Utf8.character(utf8, at, length);
            if (length == 0 || !characters.write(character, out)) {
                bad = bad < 0 ? at : bad;
                switch (policy) {
                    case ERROR -> {
                        return bad;
                    }
                    case REFERENCE -> CharacterReference.write(out, character);
                    case REPLACE -> out.write('|');
                }
            }
            int next = at + (length == 0 ? Utf8.damaged(utf8, at, to) : length);
            at = Utf8.firstHigh(utf8, next, to);
            out.write(utf8, next, at - next);
        }
        return bad;
    }
}
