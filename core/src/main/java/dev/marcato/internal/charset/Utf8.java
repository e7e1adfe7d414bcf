// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/** Multibyte sequences of UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {
    private Utf8() {}

    /** Whether all bytes are right, and none is an escape, with which other sets begin. */
    public static boolean isUnescaped(byte[] data, int from, int to) {
        int at = Ascii.firstSpecial(data, from, to);
        while (at < to) {
            int length = data[at] == Ascii.ESCAPE ? 0 : length(data, at, to);
            if (length == 0) {
                return false;
            }
            at = Ascii.firstSpecial(data, at + length, to);
        }
        return true;
    }

    /** Length of the multibyte sequence that begins at a byte of 0x80 or more, 0 if there is no right one. */
    static int length(byte[] data, int at, int to) {
        int length = expected(data[at] & 0xFF);
        if (length == 0 || valid(data, at, Math.min(to, at + length)) < length) {
            return 0;
        }
        boolean surrogate = data[at] == (byte) 0xED && (data[at + 1] & 0xFF) >= 0xA0;
        return surrogate ? 0 : length;
    }

    /** Bytes that belong together although they are no character, as the JDK sees it: at least one; a surrogate whole. */
    static int damaged(byte[] data, int at, int to) {
        int length = expected(data[at] & 0xFF);
        return Math.max(1, valid(data, at, Math.min(to, at + length)));
    }

    /** The character of a right sequence of a length, or of one byte of ASCII. */
    static int character(byte[] data, int at, int length) {
        return switch (length) {
            case 1 -> data[at];
            case 2 -> (data[at] & 0x1F) << 6 | data[at + 1] & 0x3F;
            case 3 -> (data[at] & 0x0F) << 12 | (data[at + 1] & 0x3F) << 6 | data[at + 2] & 0x3F;
            default ->
                (data[at] & 0x07) << 18
                        | (data[at + 1] & 0x3F) << 12
                        | (data[at + 2] & 0x3F) << 6
                        | data[at + 3] & 0x3F;
        };
    }

    private static int expected(int lead) {
        return lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    }

    /** How many bytes from a lead byte on may stand there. */
    private static int valid(byte[] data, int at, int end) {
        if (at + 1 >= end) {
            return 1;
        }
        int lead = data[at] & 0xFF;
        int second = data[at + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 1;
        }
        int next = at + 2;
        while (next < end && (data[next] & 0xC0) == 0x80) {
            next++;
        }
        return next - at;
    }
}
