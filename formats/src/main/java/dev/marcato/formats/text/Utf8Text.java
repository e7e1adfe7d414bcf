// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

/** UTF-8 as RFC 3629 has it: no surrogates, nothing beyond U+10FFFF, no form longer than needed. */
public final class Utf8Text {
    private Utf8Text() {}

    /** The number of bytes of the character at a place; 0 if there is none, or it is cut off. */
    public static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** The number of bytes of the character at a place; 1 for a byte that begins none. */
    public static int lengthOrOne(byte[] bytes, int at, int to) {
        return bytes[at] >= 0 ? 1 : Math.max(1, length(bytes, at, to));
    }

    /** Where the first byte stands that begins no character, or the end. */
    public static int firstWrong(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = bytes[at] >= 0 ? 1 : length(bytes, at, to);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return to;
    }
}
