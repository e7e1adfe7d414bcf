// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import java.nio.charset.StandardCharsets;

/**
 * A character set of which nothing is known but that it contains ASCII. A byte outside ASCII, and an escape, which may
 * begin another character set, come as {@code \xE2}: an escape is never taken for a letter, a wrong letter is.
 */
final class OpaqueCodec implements TextCodec {
    private static final String HEX = "0123456789ABCDEF";

    @Override
    public String decode(byte[] data, int from, int to) {
        int special = Ascii.firstSpecial(data, from, to);
        if (special == to) {
            return new String(data, from, to - from, StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder(to - from + 16);
        for (int i = from; i < to; i++) {
            int value = data[i] & 0xFF;
            if (value >= 0x80 || value == Ascii.ESCAPE) {
                text.append("\\x").append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
            } else {
                text.append((char) value);
            }
        }
        return text.toString();
    }

    @Override
    public int firstUndecodable(byte[] data, int from, int to) {
        int special = Ascii.firstSpecial(data, from, to);
        return special == to ? -1 : special;
    }

    /** Also refuses this codec's own escapes: written as text they would replace the bytes that they stand for. */
    @Override
    public int firstUnencodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80 || character == Ascii.ESCAPE || isEscapedByte(text, i)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public byte[] encode(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isEscapedByte(String text, int at) {
        return text.charAt(at) == '\\'
                && at + 3 < text.length()
                && text.charAt(at + 1) == 'x'
                && HEX.indexOf(text.charAt(at + 2)) >= 0
                && HEX.indexOf(text.charAt(at + 3)) >= 0;
    }
}
