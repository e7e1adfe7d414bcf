// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * A character set of which nothing is known but that it contains ASCII. A byte outside ASCII, and an escape, which may
 * begin another character set, come as {@code \xE2}: an escape is never taken for a letter, a wrong letter is.
 */
final class OpaqueCodec implements TextCodec {
    private static final String HEX = "0123456789ABCDEF";

    @Override
    public int toUtf8(byte[] data, int from, int to, ByteOutput out, Undecodable undecodable) {
        int bad = firstUndecodable(data, from, to);
        int at = from;
        for (int next = bad; next >= 0; next = firstUndecodable(data, at, to)) {
            out.write(data, at, next - at);
            at = next + 1;
            Undecodable.SHOWN.write(out, data, next, at);
        }
        out.write(data, at, to - at);
        return bad;
    }

    @Override
    public int fromUtf8(byte[] utf8, int from, int to, ByteOutput out, UnencodablePolicy policy) {
        int bad = -1;
        int at = from;
        while (at < to) {
            int next = firstRefused(utf8, at, to);
            out.write(utf8, at, next - at);
            at = next;
            if (at < to) {
                bad = bad < 0 ? at : bad;
                int length = Utf8.length(utf8, at, to);
                switch (policy) {
                    case ERROR -> {
                        return bad;
                    }
                    case REPLACE -> out.write('|');
                    case REFERENCE ->
                        CharacterReference.write(out, length == 0 ? 0xFFFD : Utf8.character(utf8, at, length));
                }
                at += length == 0 ? Utf8.damaged(utf8, at, to) : length;
            }
        }
        return bad;
    }

    @Override
    public int firstUndecodable(byte[] data, int from, int to) {
        int special = Ascii.firstSpecial(data, from, to);
        return special == to ? -1 : special;
    }

    @Override
    public byte[] encode(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Also refuses this codec's own escapes: written as text they would replace the bytes that they stand for. */
    private static int firstRefused(byte[] utf8, int from, int to) {
        int end = Ascii.firstSpecial(utf8, from, to);
        for (int at = from; at < end; at++) {
            if (utf8[at] == '\\' && isEscapedByte(utf8, at, to)) {
                return at;
            }
        }
        return end;
    }

    private static boolean isEscapedByte(byte[] utf8, int at, int to) {
        return at + 3 < to && utf8[at + 1] == 'x' && HEX.indexOf(utf8[at + 2]) >= 0 && HEX.indexOf(utf8[at + 3]) >= 0;
    }
}
