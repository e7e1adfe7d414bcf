// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import java.nio.charset.StandardCharsets;

/** UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8Codec implements TextCodec {
    @Override
    public String decode(byte[] data, int from, int to) {
        return new String(data, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public int firstUndecodable(byte[] data, int from, int to) {
        int at = Ascii.firstHigh(data, from, to);
        while (at < to) {
            int length = sequence(data, at, to);
            if (length == 0) {
                return at;
            }
            at = Ascii.firstHigh(data, at + length, to);
        }
        return -1;
    }

    @Override
    public int characterLength(byte[] data, int at, int to) {
        return data[at] >= 0 ? 1 : Math.max(1, sequence(data, at, to));
    }

    @Override
    public int firstUnencodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int character = text.codePointAt(i);
                if (Character.charCount(character) == 1) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    @Override
    public byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Length of the multibyte sequence that begins at a byte of 0x80 or more, 0 if there is no right one. */
    private static int sequence(byte[] data, int at, int to) {
        int lead = data[at] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = data[at + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((data[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
