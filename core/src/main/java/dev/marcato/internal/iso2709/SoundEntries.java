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
