// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.io.StartScanner;

/** The starts of a range that somebody looked through already, so that who reads it need not. One thread's. */
final class KnownStarts implements StartScanner {
    private final int[] starts;
    private int next;
    private int passed;
    /** What to add to a position in the array to have it in the block. */
    private long base;

    /**
     * @param starts of the records in a block that is read, and of the one behind it, if one is
     * @param first where in the block the first byte stands that is read
     */
    KnownStarts(int[] starts, int first) {
        this.starts = starts;
        this.base = first;
    }

    @Override
    public int next(byte[] bytes, int from, int to, boolean ended) {
        // What was passed may stand at another place of another array by now.
        base += passed - from;
        long start = next < starts.length ? starts[next] - base : Long.MAX_VALUE;
        boolean isThere = start <= to;
        passed = isThere ? (int) start : to;
        next += isThere ? 1 : 0;
        return isThere ? passed : NONE;
    }

    @Override
    public int passed() {
        return passed;
    }
}
