// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/** Characters of three bytes, in the left half or in the right one. */
public final class EastAsian {
    /** Bytes of a character. */
    public static final int BYTES = 3;

    private EastAsian() {}

    /**
     * The character that three bytes stand for; 0 if they stand for none, are fewer, or are of both halves. A blank, 0x7F
     * and, in the last place, two control characters are part of a few codes that the table has.
     */
    public static int character(byte[] data, int at, int to) {
        if (to - at < BYTES || (data[at] & 0x7F) == ' ') {
            return 0;
        }
        int code = 0;
        for (int i = at; i < at + BYTES; i++) {
            int value = data[i] & 0x7F;
            boolean control = value < ' ' && (i < at + 2 || value >= Ascii.ESCAPE);
            if (control || (data[i] ^ data[at]) < 0) {
                return 0;
            }
            code = code << 8 | value;
        }
        return GraphicSet.EACC.table().character(code);
    }

    /** How many bytes from a position on look like one character that is none: at least one. */
    public static int damaged(byte[] data, int at, int to) {
        int end = at + 1;
        while (end < to && end < at + BYTES && isGraphic(data[end]) && (data[end] ^ data[at]) >= 0) {
            end++;
        }
        return isGraphic(data[at]) ? end - at : 1;
    }

    private static boolean isGraphic(byte value) {
        int code = value & 0x7F;
        return code > ' ' && code < 0x7F;
    }
}
