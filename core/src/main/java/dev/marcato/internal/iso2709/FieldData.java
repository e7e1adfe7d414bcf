// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.FIELD_TERMINATOR;
import static dev.marcato.internal.iso2709.Bytes.SUBFIELD_DELIMITER;

import java.util.Arrays;

/** The data area of a damaged record, cut at each field terminator. */
final class FieldData {
    private final byte[] b;
    private final int from;
    private final int to;
    private int[] starts = new int[32];
    private int[] characters = {};
    private int count;
    private int visited;
    private final boolean lastTerminated;

    /** Cuts the bytes from {@code from} to {@code to}, in which the record terminator is not. */
    FieldData(byte[] b, int from, int to) {
        this.b = b;
        this.from = from;
        this.to = to;
        visited = to - from;
        int start = from;
        for (int i = next(start); i >= 0; i = next(start)) {
            add(start);
            start = i + 1;
        }
        lastTerminated = start == to;
        if (!lastTerminated) {
            add(start);
            add(to + 1);
        } else {
            add(start);
        }
        count--;
    }

    private int next(int start) {
        return Bytes.indexOf(b, FIELD_TERMINATOR, start, to);
    }

    private void add(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = start;
    }

    /** How many parts there are; the last may lack its terminator. */
    int count() {
        return count;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether the last part ends in a field terminator. */
    boolean lastTerminated() {
        return lastTerminated;
    }

    /** Where a part begins in the array. */
    int start(int part) {
        return starts[part];
    }

    /** Where the content of a part ends: at its terminator, or at the end of the data. */
    int end(int part) {
        return starts[part + 1] - 1;
    }

    /** The length of a part with its terminator, in bytes, also where that is missing. */
    int length(int part) {
        return starts[part + 1] - starts[part];
    }

    /** The same length, in UTF-8 characters: counted once for each part, when it is first asked for. */
    int characters(int part) {
        if (characters.length == 0) {
            characters = new int[count];
        }
        if (characters[part] == 0) {
            characters[part] = 1 + countCharacters(start(part), end(part));
        }
        return characters[part];
    }

    private int countCharacters(int start, int end) {
        visited += end - start;
        return end - start - Bytes.continuations(b, start, end);
    }

    /** How many bytes were looked at, those that were looked at twice counted twice. */
    int visited() {
        return visited;
    }

    /**
     * Whether a byte at a field's end is no text, so that it stands where the field terminator was. Any other may be
     * the field's own, the length not counting a terminator that was never written: it is kept.
     */
    boolean standsForTerminator(int position) {
        return b[position] >= 0 && b[position] < ' ';
    }

    /** Whether a part begins as a data field does: two indicators and a delimiter. */
    boolean looksLikeDataField(int part) {
        return looksLikeDataField(start(part), end(part));
    }

    boolean looksLikeDataField(int start, int end) {
        return end - start > 2 && b[start + 2] == SUBFIELD_DELIMITER;
    }

    /** Whether a part holds a subfield delimiter near its beginning. */
    boolean hasDelimiter(int part) {
        return looksLikeDataField(part)
                || Bytes.indexOf(b, SUBFIELD_DELIMITER, start(part), Math.min(end(part), start(part) + 64)) >= 0;
    }
}
