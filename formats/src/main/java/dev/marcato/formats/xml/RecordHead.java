// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import java.util.Arrays;

/**
 * How a document's records begin: a start tag, the leader's start tag, and what is between, as it was in one that was read with
 * care. One thread's.
 */
final class RecordHead {
    private static final int LONGEST = 1 << 10;

    private byte[] head = {};
    private int nameLength;
    private int leaderNameAt;
    private int leaderNameLength;

    /** Takes the head of a record, and where its leader's name stands; positions are those in the array. */
    void learn(byte[] bytes, int from, int nameTo, int leaderNameFrom, int leaderNameTo, int to) {
        if (to - from <= LONGEST && !stands(bytes, from, to)) {
            head = Arrays.copyOfRange(bytes, from, to);
            nameLength = nameTo - from - 1;
            leaderNameAt = leaderNameFrom - from;
            leaderNameLength = leaderNameTo - leaderNameFrom;
        }
    }

    /** Whether a record begins so here. */
    boolean stands(byte[] bytes, int from, int to) {
        int length = head.length;
        return length > 0 && to - from >= length && Arrays.equals(bytes, from, from + length, head, 0, length);
    }

    /** Length in bytes. */
    int length() {
        return head.length;
    }

    /** Length of the record's name, which stands behind the {@code <}. */
    int nameLength() {
        return nameLength;
    }

    /** Where the leader's name stands, counted from the head's beginning. */
    int leaderNameAt() {
        return leaderNameAt;
    }

    int leaderNameLength() {
        return leaderNameLength;
    }
}
