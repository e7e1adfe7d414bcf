// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

/**
 * The escape sequences of MARC-8. Source: Library of Congress, MARC 21 specifications for record structure, character
 * sets, and exchange media: character sets and encoding options, part 2.
 */
final class Marc8Escape {
    /** The set that a sequence puts into G0. */
    static final int G0_ASCII = 0;

    static final int G0_OTHER = 1;
    /** East Asian characters, three bytes each. */
    static final int G0_EACC = 2;
    /** The sequence concerns G1, bytes of 0x80 and more: extended Latin, as at the beginning of each field. */
    static final int G1_ANSEL = 3;

    static final int G1_OTHER = 4;

    private static final String SINGLE_BYTE_SETS = "34BNQS2";

    private Marc8Escape() {}

    /** Length of the sequence that begins at an ESC, 0 if it is incomplete or unknown. */
    static int length(byte[] data, int at, int end) {
        return scan(data, at, end) >>> 8;
    }

    /** What the sequence of a length other than 0 does: one of the constants. */
    static int effect(byte[] data, int at, int end) {
        return scan(data, at, end) & 0xFF;
    }

    /** The length in the upper bits, the effect in the lowest eight. */
    private static int scan(byte[] data, int at, int end) {
        return switch (byteAt(data, at + 1, end)) {
            case 's' -> 2 << 8 | G0_ASCII;
            case 'g', 'b', 'p' -> 2 << 8 | G0_OTHER;
            case '(', ',' -> single(data, at + 2, end, true);
            case ')', '-' -> single(data, at + 2, end, false);
            case '$' -> multi(data, at + 2, end);
            default -> 0;
        };
    }

    private static int single(byte[] data, int set, int end, boolean first) {
        int name = byteAt(data, set, end);
        if (name == '!' && byteAt(data, set + 1, end) == 'E') {
            return 4 << 8 | (first ? G0_OTHER : G1_ANSEL);
        }
        if (name < 0 || SINGLE_BYTE_SETS.indexOf(name) < 0) {
            return 0;
        }
        return 3 << 8 | (!first ? G1_OTHER : name == 'B' ? G0_ASCII : G0_OTHER);
    }

    private static int multi(byte[] data, int next, int end) {
        int name = byteAt(data, next, end);
        return switch (name) {
            case '1' -> 3 << 8 | G0_EACC;
            case ',', '(' -> byteAt(data, next + 1, end) == '1' ? 4 << 8 | G0_EACC : 0;
            case ')', '-' -> byteAt(data, next + 1, end) == '1' ? 4 << 8 | G1_OTHER : 0;
            default -> 0;
        };
    }

    private static int byteAt(byte[] data, int at, int end) {
        return at < end ? data[at] : -1;
    }
}
