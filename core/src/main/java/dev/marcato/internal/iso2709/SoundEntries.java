// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;

import dev.marcato.internal.iso2709.EntryReader.Numbers;

/**
 * The entries at both ends of a directory that follow one another as they should: nothing is wrong with the bytes of
 * one, and it begins where the one before it ends.
 */
final class SoundEntries {
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
     * Where a record ends by its directory, all of it sound, if its field terminators stand where the directory says,
     * each of them and no other; -1 otherwise. Another record could not hide in it: that has terminators of its own.
     *
     * @param limit up to where the record may extend; it is its end where what is missing or too much is less than a
     *     record, and then one field may be longer or shorter than it should
     */
    static int provenEnd(byte[] b, int start, int limit) {
        int directory = start + Bytes.LEADER_LENGTH;
        int terminator = Bytes.indexOf(b, Bytes.FIELD_TERMINATOR, directory, limit);
        if (terminator < 0 || (terminator - directory) % ENTRY_LENGTH != 0) {
            return -1;
        }
        EntryReader reader = new EntryReader(b, limit - terminator);
        SoundEntries sound = new SoundEntries(reader, directory, terminator);
        if (!sound.all()) {
            return -1;
        }
        int data = terminator + 1;
        int surplus = limit - (data + sound.lastEnd + 1);
        int shift = 0;
        int end = terminator;
        for (int p = directory; p < terminator; p += ENTRY_LENGTH) {
            Numbers numbers = reader.usual(p);
            int expected = data + numbers.start() + numbers.length() - 1;
            end = Bytes.indexOf(b, Bytes.FIELD_TERMINATOR, end + 1, limit);
            if (end >= 0 && end == expected + surplus && Math.abs(surplus) < Bytes.SMALLEST_RECORD) {
                shift = surplus;
            }
            if (end < 0 || end != expected + shift) {
                return -1;
            }
        }
        return end + 2 <= limit ? end + 2 : -1;
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
