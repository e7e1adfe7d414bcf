// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;

/**
 * A quick look for the few places where a leader may begin, eight places at a time: {@link RecordStart} and {@link
 * CleanRecord} could say yes to no other. Each long holds eight bytes or eight answers, one in the highest bit of each
 * byte; the answers are exact for each.
 */
final class StartScan {
    /** Behind the last of eight places, so many bytes are looked at. */
    private static final int REACH = 33 + Long.BYTES;

    private static final long LOW_BITS = ~HIGH_BITS;

    /** Blanks and digits are in rows 0x20 and 0x30. */
    private static final long BLANKS = 0x20 * ONES;

    private static final long ROWS = 0xE0E0E0E0E0E0E0E0L;

    private StartScan() {}

    /**
     * Which of the eight places from {@code p} on may be the beginning of a leader: the highest bit of each byte, the
     * first place in the lowest one. Near the end of the array every place is one.
     *
     * @param span so many bytes are there for a record at most
     */
    static long places(byte[] b, int p, int span) {
        if (p + REACH > b.length) {
            return HIGH_BITS;
        }
        // In text hardly a place has a digit or a blank at both ends of what would be a length.
        long ends = (Words.get(b, p) ^ BLANKS | Words.get(b, p + 4) ^ BLANKS) & ROWS;
        if (((ends & LOW_BITS) + LOW_BITS | ends | LOW_BITS) == -1L) {
            return 0;
        }
        long counts = equal(b, p + 10, '2') & equal(b, p + 11, '2');
        long entryMap = equal(b, p + 20, '4') & equal(b, p + 21, '5');
        // Behind a leader stands an entry, or the terminator of a directory without one; or all else must be right.
        long behind = digits(b, p + 28) & digits(b, p + 32) | equal(b, p + 24, (char) Bytes.FIELD_TERMINATOR);
        if ((behind | counts & entryMap) == 0) {
            return 0;
        }
        long base = digits(b, p + 12) & digits(b, p + 16);
        long last = digits(b, p + 4);
        long codes = ~(digits(b, p + 5) & digits(b, p + 6));
        long leader = (digits(b, p) | equal(b, p, ' ')) & (last | equal(b, p + 4, ' ')) & codes;
        // Neither length nor base address is larger than what is there.
        int first = Math.min(9, span / 10_000);
        int second = first > 0 ? 9 : span / 1_000;
        long small = atMost(b, p, first) & atMost(b, p + 1, second) & atMost(b, p + 12, first);
        return leader & (base | counts | entryMap) | last & base & small & atMost(b, p + 13, second);
    }

    private static long digits(byte[] b, int p) {
        return atMost(b, p, 9);
    }

    /** Which bytes are digits, and not greater than this one. */
    private static long atMost(byte[] b, int p, int digit) {
        long digits = Words.get(b, p) ^ '0' * ONES;
        return ~((digits & LOW_BITS) + (0x7F - digit) * ONES | digits) & HIGH_BITS;
    }

    private static long equal(byte[] b, int p, char wanted) {
        long differences = Words.get(b, p) ^ wanted * ONES;
        return ~((differences & LOW_BITS) + LOW_BITS | differences) & HIGH_BITS;
    }
}
