// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/**
 * Control characters that mean something in text of MARC-8 and of the ISO 2022 family. Those of C1 are from ISO 6630
 * (non-sorting begin and end) and from the Library of Congress (joiner, non-joiner).
 */
final class Controls {
    static final int SUBFIELD_DELIMITER = 0x1F;
    static final int DELETE = 0x7F;

    private Controls() {}

    /** Record terminator, field terminator, subfield delimiter: a value ends here, and with it marks and escapes. */
    static boolean isSeparator(int value) {
        return value >= 0x1D && value <= SUBFIELD_DELIMITER;
    }

    /** C0 or DEL: a byte and a character alike, in every set. */
    static boolean isC0(int value) {
        return value < 0x20 || value == DELETE;
    }

    /** The character of a byte from 0x80 to 0x9F, 0 if there is none. */
    static int character(int value) {
        return switch (value) {
            case 0x88 -> 0x98;
            case 0x89 -> 0x9C;
            case 0x8D -> 0x200D;
            case 0x8E -> 0x200C;
            default -> 0;
        };
    }

    /** The byte of such a character, 0 if it is none. */
    static int code(int codePoint) {
        return switch (codePoint) {
            case 0x98 -> 0x88;
            case 0x9C -> 0x89;
            case 0x200D -> 0x8D;
            case 0x200C -> 0x8E;
            default -> 0;
        };
    }

    /** The character of the escape sequence of two bytes at a position, ISO 6630 in seven bits; 0 if it is none. */
    static int sevenBits(byte[] data, int at, int to) {
        return at + 1 >= to ? 0 : data[at + 1] == 'H' ? 0x98 : data[at + 1] == 'I' ? 0x9C : 0;
    }
}
