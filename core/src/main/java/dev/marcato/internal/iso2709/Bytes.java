// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Utf8;
import dev.marcato.io.Words;

/** The bytes that ISO 2709 is made of, and numbers written in ASCII digits. */
final class Bytes {
    static final byte RECORD_TERMINATOR = 0x1D;
    static final byte FIELD_TERMINATOR = 0x1E;
    static final byte SUBFIELD_DELIMITER = 0x1F;

    static final int LEADER_LENGTH = 24;
    static final int ENTRY_LENGTH = 12;
    /** A leader, the directory's terminator and the record's. */
    static final int SMALLEST_RECORD = LEADER_LENGTH + 2;

    static final int LARGEST_RECORD = 99_999;
    static final int LARGEST_FIELD = 9_999;
    static final int START_MODULUS = 100_000;

    private Bytes() {}

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isFiller(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == 0 || b == 0x1A;
    }

    /** The number of {@code count} digits at {@code p}, or -1 where one of them is no digit. */
    static int number(byte[] b, int p, int count) {
        int value = 0;
        for (int i = p; i < p + count; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The same, where blanks may stand for the first digits, but not for the last one. */
    static int padded(byte[] b, int p, int count) {
        int blanks = 0;
        while (blanks < count - 1 && b[p + blanks] == ' ') {
            blanks++;
        }
        return number(b, p + blanks, count - blanks);
    }

    /** The first place of a byte, or -1; eight bytes are looked at at a time. */
    static int indexOf(byte[] b, byte wanted, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long hits = Words.zeros(Words.get(b, i) ^ wanted * ONES);
            if (hits != 0) {
                return i + Words.first(hits);
            }
        }
        for (; i < to; i++) {
            if (b[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** How many bytes go on with a character of UTF-8 that began before them: 10 in their highest two bits. */
    static int continuations(byte[] b, int from, int to) {
        int found = 0;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = Words.get(b, i);
            found += Long.bitCount(word & ~(word << 1) & HIGH_BITS);
        }
        for (; i < to; i++) {
            found += (b[i] & 0xC0) == 0x80 ? 1 : 0;
        }
        return found;
    }

    /**
     * The length of the filler that begins at {@code p}: blanks, line ends, NUL, 0x1A and byte order marks. Where a
     * byte order mark is cut by {@code limit}, it does not count yet.
     */
    static int fillerLength(byte[] b, int p, int limit) {
        int i = p;
        while (i < limit) {
            if (isFiller(b[i])) {
                i++;
            } else if (Utf8.isByteOrderMark(b, i, limit)) {
                i += 3;
            } else {
                break;
            }
        }
        return i - p;
    }
}
