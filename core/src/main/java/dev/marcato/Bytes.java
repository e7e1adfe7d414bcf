// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;
import java.util.Arrays;

/** Loops over bytes of a record that more than one type needs. Positions are absolute in the array. */
final class Bytes {
    static final byte FIELD_TERMINATOR = 0x1E;
    static final byte DELIMITER = 0x1F;

    private static final long DELIMITERS = DELIMITER * ONES;

    private Bytes() {}

    /** First delimiter in the range, or {@code to}. */
    static int delimiter(byte[] data, int from, int to) {
        int words = Math.min(to, data.length - (Long.BYTES - 1));
        int at = from;
        for (; at < words; at += Long.BYTES) {
            // Reads beyond the range rather than byte by byte at its end: most values are short.
            long differing = Words.get(data, at) ^ DELIMITERS;
            long hit = Words.zeros(differing);
            if (hit != 0) {
                return Math.min(to, at + Words.first(hit));
            }
        }
        while (at < to && data[at] != DELIMITER) {
            at++;
        }
        return Math.min(at, to);
    }

    static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
        return Arrays.equals(left, leftFrom, leftFrom + length, right, rightFrom, rightFrom + length);
    }

    static int hash(byte[] data, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + data[i];
        }
        return hash;
    }
}
