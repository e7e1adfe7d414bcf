// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.START_MODULUS;

import dev.marcato.io.Words;

/** Reads a directory entry that may have lost or gained a byte, or have longer numbers, and says how doubtful it is. */
final class EntryReader {
    /** What an entry or a way to cut a directory costs to believe, in hundredths of one certain fault. */
    static final int NUMBER_UNREADABLE = 100;

    /** An entry with a longer number, where the entry before says where it starts, and where it does not. */
    private static final int LONG_ENTRY = 5;

    static final int START_DISAGREES = 80;

    private static final int LONG_ENTRY_UNPROVED = 200;
    private static final int TAG_UNUSUAL = 40;
    private static final int BYTE_LOST_OR_GAINED = 250;
    private static final int TAG_HIT = 20;
    static final int STRAY_BYTE = 300;

    private final byte[] b;
    private final int dataLength;

    EntryReader(byte[] b, int dataLength) {
        this.b = b;
        this.dataLength = dataLength;
    }

    /** Length and start as an entry says them; -1 each where it cannot be read. */
    record Numbers(int length, int start) {
        static final Numbers NONE = new Numbers(-1, -1);
    }

    /**
     * The numbers of an entry of so many bytes; of two ways to read it the one that starts where expected.
     *
     * @param expected as {@link #expectedAfter} says it
     */
    Numbers numbers(int p, int bytes, int expected) {
        return switch (bytes) {
            case 12 -> usual(p);
            case 13 -> longer(p, expected);
            case 14 -> possible(new Numbers(Bytes.number(b, p + 3, 5), Bytes.number(b, p + 8, 6)));
            default -> Numbers.NONE;
        };
    }

    /** The numbers of an entry of 12 bytes. */
    Numbers usual(int p) {
        int first = b[p + 3] - '0';
        int others = CleanRecord.eightDigits(Words.get(b, p + 4));
        return others >= 0 && first >= 0 && first <= 9
                ? new Numbers(1000 * first + others / START_MODULUS, others % START_MODULUS)
                : new Numbers(Bytes.padded(b, p + 3, 4), Bytes.padded(b, p + 7, 5));
    }

    /** One number has a digit more than usual because it needs it, or there is another reason for the byte too many. */
    private Numbers longer(int p, int expected) {
        if (dataLength <= Bytes.LARGEST_FIELD) {
            return Numbers.NONE;
        }
        Numbers longStart = possible(new Numbers(Bytes.number(b, p + 3, 4), Bytes.number(b, p + 7, 6)));
        if (longStart.start >= START_MODULUS && (expected < 0 || longStart.start == expected)) {
            return longStart;
        }
        Numbers longLength = possible(new Numbers(Bytes.number(b, p + 3, 5), Bytes.number(b, p + 8, 5)));
        return longLength.length > Bytes.LARGEST_FIELD && longLength.start == expected ? longLength : Numbers.NONE;
    }

    private Numbers possible(Numbers numbers) {
        return numbers.length >= 0 && numbers.start >= 0 && numbers.length <= dataLength && numbers.start <= dataLength
                ? numbers
                : Numbers.NONE;
    }

    /** What {@link #cost} is at least, whatever the bytes are. */
    int leastCost(int bytes) {
        return switch (bytes) {
            case 1 -> STRAY_BYTE;
            case 11 -> BYTE_LOST_OR_GAINED;
            case 13 -> dataLength <= Bytes.LARGEST_FIELD ? BYTE_LOST_OR_GAINED : LONG_ENTRY;
            case 14 -> LONG_ENTRY;
            default -> 0;
        };
    }

    /** What it costs to believe that an entry of so many bytes, or one stray byte, stands at a place. */
    int cost(int p, int bytes, Numbers numbers, int expected) {
        if (bytes == 1) {
            return STRAY_BYTE;
        }
        int cost;
        if (bytes == ENTRY_LENGTH) {
            cost = shapeCost(p, numbers);
        } else if (numbers.start >= 0) {
            cost = (expected < 0 ? LONG_ENTRY_UNPROVED : LONG_ENTRY) + tagCost(p);
        } else {
            cost = BYTE_LOST_OR_GAINED + (bytes > ENTRY_LENGTH + 1 ? STRAY_BYTE : 0);
            if (Bytes.number(b, p + bytes - 5, 5) == expected) {
                // The numbers at its end are whole, so that the tag is what was hit.
                cost += TAG_HIT;
            }
        }
        return cost + (numbers.start >= 0 && !follows(numbers.start, expected) ? START_DISAGREES : 0);
    }

    /** What is wrong with the bytes of an entry of the usual length. */
    int shapeCost(int p, Numbers numbers) {
        if (numbers.length >= 0 && numbers.start >= 0) {
            return tagCost(p);
        }
        // A field terminator among the numbers says that the directory ends there.
        boolean ends = Bytes.indexOf(b, Bytes.FIELD_TERMINATOR, p + 3, p + ENTRY_LENGTH) >= 0;
        return (numbers.length < 0 ? NUMBER_UNREADABLE : 0)
                + (numbers.start < 0 ? NUMBER_UNREADABLE : 0)
                + (ends ? STRAY_BYTE : 0)
                + tagCost(p);
    }

    /** Whether each byte of a tag is a letter or a digit: 0 if so. */
    int tagCost(int p) {
        for (int i = p; i < p + 3; i++) {
            boolean usual = b[i] >= '0' && b[i] <= '9' || b[i] >= 'A' && b[i] <= 'Z' || b[i] >= 'a' && b[i] <= 'z';
            if (!usual) {
                return TAG_UNUSUAL;
            }
        }
        return 0;
    }

    /**
     * Where the next entry starts: a position, or where this one cannot be read, {@code -2 - position} for somewhere
     * behind the last position that was known.
     */
    static int expectedAfter(Numbers numbers, int expected) {
        if (numbers.length > 0 && numbers.start >= 0) {
            return numbers.start + numbers.length;
        }
        return expected >= 0 ? -2 - expected : expected;
    }

    static boolean follows(int start, int expected) {
        if (expected >= 0) {
            return (start - expected) % START_MODULUS == 0;
        }
        int gap = Math.floorMod(start - (-2 - expected), START_MODULUS);
        return gap > 0 && gap <= Bytes.LARGEST_FIELD;
    }
}
