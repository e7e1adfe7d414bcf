// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

/**
 * A quick look for the few places where a leader may begin, eight places at a time: {@link RecordStart} and {@link
 * CleanRecord} could say yes to no other. Each long holds eight bytes or eight answers, one in the highest bit of each
 * byte; the answers are exact for each.
 */
final class StartScan {
    /** Behind a place, so many bytes are looked at. */
    private static final int REACH = 22 + Long.BYTES;

    private static final long EVERY_BYTE = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x7F * EVERY_BYTE;

    /** Blanks and digits are in rows 0x20 and 0x30. */
    private static final long BLANKS = ' ' * EVERY_BYTE;

    private static final long ROWS = 0xE0 * EVERY_BYTE;

    private StartScan() {}

    /**
     * The first place where a leader may begin, or {@code to}. Near the end of the array every place is one.
     *
     * @param span so many bytes are there for a record at most
     */
    static int next(byte[] b, int from, int to, int span) {
        int last = Math.min(to, b.length - REACH);
        int p = from;
        for (; p < last; p += Long.BYTES) {
            long places = places(b, p, span);
            if (places != 0) {
                return Math.min(to, p + (Long.numberOfTrailingZeros(places) >> 3));
            }
        }
        return Math.min(p, to);
    }

    /** Which of eight places may be the beginning of a leader. */
    private static long places(byte[] b, int p, int span) {
        // Neither a digit nor a blank at both ends of a length: so it is in most places, and seen at once.
        long ends = (Bytes.eight(b, p) ^ BLANKS | Bytes.eight(b, p + 4) ^ BLANKS) & ROWS;
        if (((ends & LOW_BITS) + LOW_BITS | ends | LOW_BITS) == -1L) {
            return 0;
        }
        long base = digits(b, p + 12) & digits(b, p + 16);
        long counts = equal(b, p + 10, '2') & equal(b, p + 11, '2');
        long entryMap = equal(b, p + 20, '4') & equal(b, p + 21, '5');
        if ((base | counts | entryMap) == 0) {
            return 0;
        }
        long first = digits(b, p);
        long last = digits(b, p + 4);
        long codes = ~(digits(b, p + 5) & digits(b, p + 6));
        long announcedByItself = (first | equal(b, p, ' ')) & (last | equal(b, p + 4, ' ')) & codes;
        // Neither length nor base address is larger than what is there.
        long small = span < 10_000 ? equal(b, p, '0') & equal(b, p + 12, '0') : HIGH_BITS;
        return announcedByItself & (base | counts | entryMap) | first & last & base & small;
    }

    private static long digits(byte[] b, int p) {
        long digits = Bytes.eight(b, p) ^ '0' * EVERY_BYTE;
        return ~((digits & LOW_BITS) + (0x80 - 10) * EVERY_BYTE | digits) & HIGH_BITS;
    }

    private static long equal(byte[] b, int p, char wanted) {
        long differences = Bytes.eight(b, p) ^ wanted * EVERY_BYTE;
        return ~((differences & LOW_BITS) + LOW_BITS | differences) & HIGH_BITS;
    }
}
