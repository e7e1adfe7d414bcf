// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

/** The form of UTF-8, byte by byte: which bytes make a character, and where one breaks off. */
final class Utf8 {
    private Utf8() {}

    /** Length of the character of several bytes that begins here, 0 if these bytes are none. */
    static int length(byte[] data, int at, int end) {
        int wanted = expectedLength(data[at] & 0xFF);
        return wanted > 0 && whole(data, at, end, wanted) == wanted ? wanted : 0;
    }

    /** How many bytes are there of a character that begins rightly and then breaks off, 0 if it begins wrongly. */
    static int partial(byte[] data, int at, int end) {
        int wanted = expectedLength(data[at] & 0xFF);
        int there = wanted > 0 ? whole(data, at, end, wanted) : 0;
        return there < wanted ? there : 0;
    }

    /** The character of a length that {@link #length} gave. */
    static int decode(byte[] data, int at, int length) {
        int character = data[at] & (0xFF >> (length + 1));
        for (int next = at + 1; next < at + length; next++) {
            character = character << 6 | data[next] & 0x3F;
        }
        return character;
    }

    private static int expectedLength(int lead) {
        return lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    }

    private static int whole(byte[] data, int at, int end, int wanted) {
        int limit = Math.min(end, at + wanted);
        int next = at + 1;
        while (next < limit && isContinuation(data, at, next)) {
            next++;
        }
        return next - at;
    }

    /** The second byte is limited further: no overlong forms, no surrogates, nothing above U+10FFFF. */
    private static boolean isContinuation(byte[] data, int lead, int at) {
        int value = data[at] & 0xFF;
        int lowest = 0x80;
        int highest = 0xBF;
        if (at == lead + 1) {
            switch (data[lead] & 0xFF) {
                case 0xE0 -> lowest = 0xA0;
                case 0xED -> highest = 0x9F;
                case 0xF0 -> lowest = 0x90;
                case 0xF4 -> highest = 0x8F;
                default -> {}
            }
        }
        return value >= lowest && value <= highest;
    }
}
