// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;

import dev.marcato.internal.iso2709.EntryReader.Numbers;

/**
 * The entries at both ends of a directory that follow one another as they should: nothing is wrong with the bytes of
 * one, and it begins where the one before it ends.
 */
final class SoundEntries {
    /** A byte lost or gained at the end of a field is seen in two of them. */
    private static final int MOST_WRONG = 2;

    private final int from;
    private final int to;
    private int left;
    private int right;
    /** Where the last entry from the left begins, and where it ends. */
    private int lastStart;

    private int lastEnd;
    /** Where the first entry from the right begins; -1 where there is none. */
    private int firstStart = -1;

    SoundEntries(EntryReader reader, int from, int to) {
        this.from = from;
        this.to = to;
        left = from;
        while (left + ENTRY_LENGTH <= to) {
            Numbers numbers = reader.usual(left);
            if (numbers.start() != lastEnd || !sound(reader, left, numbers)) {
                break;
            }
            lastStart = numbers.start();
            lastEnd = lastStart + numbers.length();
            left += ENTRY_LENGTH;
        }
        right = to;
        while (right - ENTRY_LENGTH >= left) {
            Numbers numbers = reader.usual(right - ENTRY_LENGTH);
            boolean follows = firstStart < 0 || numbers.start() + numbers.length() == firstStart;
            if (!follows || !sound(reader, right - ENTRY_LENGTH, numbers)) {
                break;
            }
            firstStart = numbers.start();
            right -= ENTRY_LENGTH;
        }
    }

    private static boolean sound(EntryReader reader, int p, Numbers numbers) {
        return numbers.length() > 0 && numbers.start() >= 0 && reader.tagCost(p) == 0;
    }

    /**
     * Where a record ends by its directory, all of it sound, if its fields end where the directory says, one or two
     * aside; -1 otherwise. Such a record holds no other.
     *
     * @param limit up to where the record may extend; it is its end where what is missing or too much is less than a
     *     record
     */
    static int provenEnd(byte[] b, int start, int limit) {
        int directory = start + Bytes.LEADER_LENGTH;
        int terminator = Bytes.indexOf(b, Bytes.FIELD_TERMINATOR, directory, limit);
        if (terminator < 0 || (terminator - directory) % ENTRY_LENGTH != 0) {
            return -1;
        }
        EntryReader reader = new EntryReader(b, limit - terminator);
        SoundEntries sound = new SoundEntries(reader, directory, terminator);
        int data = terminator + 1;
        int end = data + sound.lastEnd + 1;
        int surplus = Math.abs(limit - end) < Bytes.SMALLEST_RECORD ? limit - end : 0;
        return sound.all() && end + surplus <= limit && sound.fieldsEnd(b, reader, data, surplus) ? end + surplus : -1;
    }

    /** Whether the fields end where the entries say, or so many bytes behind, but for two of them. */
    private boolean fieldsEnd(byte[] b, EntryReader reader, int data, int surplus) {
        int wrong = 0;
        for (int p = from; p < to && wrong <= MOST_WRONG; p += ENTRY_LENGTH) {
            Numbers numbers = reader.usual(p);
            int end = data + numbers.start() + numbers.length() - 1;
            boolean ends = end < b.length && b[end] == Bytes.FIELD_TERMINATOR
                    || end + surplus < b.length && b[end + surplus] == Bytes.FIELD_TERMINATOR;
            wrong += ends ? 0 : 1;
        }
        return wrong <= MOST_WRONG;
    }

    /** Behind the entries from the left. */
    int left() {
        return left;
    }

    /** Where the entries from the right begin. */
    int right() {
        return right;
    }

    /** The starting position that the last entry from the left says; 0 where there is none. */
    int lastStart() {
        return lastStart;
    }

    /** Whether these are all entries, and there is one. */
    boolean all() {
        return left == to && to > from;
    }

    /** Whether between those from both sides there is room for so many entries and no byte more. */
    boolean allBut(int entries) {
        return right - left == entries * ENTRY_LENGTH;
    }

    /** Whether about one entry is not among them, and others stand on both sides of it: the directory's ends are right. */
    boolean allButOne() {
        int gap = right - left;
        return left > from
                && firstStart > lastEnd
                && gap < 2 * ENTRY_LENGTH
                && to - right >= 2 * ENTRY_LENGTH
                && left - from + to - right >= 4 * ENTRY_LENGTH;
    }
}
