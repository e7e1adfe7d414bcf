// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;

/** The indicators of a field that is being read, which may come in any order. One thread's. */
final class FieldIndicators {
    /** How many a field may have. */
    static final int MOST = 9;

    private static final int USUAL = 2;

    private final ByteOutput text = new ByteOutput(64);
    /** Where in the text each one begins and ends; where they are equal it is missing. */
    private final int[] begins = new int[MOST];

    private final int[] ends = new int[MOST];
    /** Behind this number all are missing. */
    private int highest;

    private int ofLeader;

    /** How many the leader says there are; anything that is no digit where it says nothing, or is not known. */
    void ofLeader(int count) {
        ofLeader = count;
    }

    /** How many may be told at most by their numbers. */
    boolean isNumber(int number) {
        boolean inLeader = number <= ofLeader && ofLeader <= MOST;
        return number >= 1 && (number <= USUAL || inLeader);
    }

    void clear() {
        text.clear();
        for (int i = 0; i < highest; i++) {
            begins[i] = 0;
            ends[i] = 0;
        }
        highest = 0;
    }

    /** What text is added to that is to become one of them, or several. */
    ByteOutput text() {
        return text;
    }

    boolean isEmpty() {
        return text.size() == 0;
    }

    /** Whether one was taken that is not empty. */
    boolean has(int number) {
        return bytes(number) > 0;
    }

    /** How many bytes one has; none if it was not taken. */
    int bytes(int number) {
        return number >= 1 && number <= highest ? ends[number - 1] - begins[number - 1] : 0;
    }

    /** Makes the text behind a position one of them, unless it is more than one character. */
    boolean takeOne(int number, int from) {
        int end = text.size();
        if (end > from && length(from) != end - from) {
            return false;
        }
        set(number, from, end);
        return true;
    }

    /** Makes each character of all the text one of them, unless they are too many. */
    boolean takeAll() {
        int number = 0;
        for (int at = begins[0]; at < text.size(); ) {
            int end = at + length(at);
            number++;
            if (number > MOST) {
                return false;
            }
            set(number, at, end);
            at = end;
        }
        return number <= Math.max(USUAL, ofLeader);
    }

    private int length(int at) {
        return Utf8.lengthOrOne(text.array(), at, text.size());
    }

    private void set(int number, int begin, int end) {
        begins[number - 1] = begin;
        ends[number - 1] = end;
        highest = Math.max(highest, number);
    }

    /** How many there are to be: up to two also where they are missing, unless the leader says that there are fewer. */
    int count() {
        int count = ofLeader == 0 || ofLeader == 1 ? ofLeader : USUAL;
        for (int i = count; i < highest; i++) {
            count = isMissing(i) ? count : i + 1;
        }
        return count;
    }

    int missing(int count) {
        int missing = 0;
        for (int i = 0; i < count; i++) {
            missing += isMissing(i) ? 1 : 0;
        }
        return missing;
    }

    private boolean isMissing(int index) {
        return ends[index] == begins[index];
    }

    /** Adds so many, blanks where they are missing. */
    void writeTo(ByteOutput out, int count) {
        for (int i = 0; i < count; i++) {
            if (isMissing(i)) {
                out.write(' ');
            } else {
                out.write(text.array(), begins[i], ends[i] - begins[i]);
            }
        }
    }
}
