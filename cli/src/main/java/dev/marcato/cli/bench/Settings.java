// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.util.function.LongSupplier;

/**
 * How thoroughly to measure. Only tests use other settings than {@link #usual}.
 *
 * @param rounds how often each task is run for a figure
 * @param leastRunNanos what is quicker is repeated within a run until it takes as long, so that the clock's steps vanish
 * @param warmUpLeastNanos how long to warm up at least
 * @param warmUpMostNanos how long at most, though it be not steady
 * @param mostBytes how many bytes of the files are measured at most, uncompressed or, of compressed files, stored
 * @param clock time in nanoseconds
 * @param gcMillis milliseconds spent on collecting garbage since the start
 */
record Settings(
        int rounds,
        long leastRunNanos,
        long warmUpLeastNanos,
        long warmUpMostNanos,
        long mostBytes,
        LongSupplier clock,
        LongSupplier gcMillis) {
    static final int LEAST_ROUNDS = 10;

    private static final long MILLISECOND = 1_000_000;
    /** More would say the same and take longer. */
    private static final long MOST_BYTES = 256_000_000;

    private static final int SHARES_OF_HEAP = 3;

    static Settings usual(int rounds) {
        return new Settings(
                rounds,
                2 * MILLISECOND,
                2000 * MILLISECOND,
                20_000 * MILLISECOND,
                Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARES_OF_HEAP),
                System::nanoTime,
                Machine::gcMillis);
    }
}
