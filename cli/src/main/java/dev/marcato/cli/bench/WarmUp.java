// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;
import java.util.List;

/**
 * Runs everything until it gets no quicker: the virtual machine compiles what runs often, and compiles it again.
 *
 * @param rounds how often everything was run
 * @param seconds how long that took
 * @param steady whether it got no quicker any more
 */
record WarmUp(int rounds, double seconds, boolean steady) {
    /** So many rounds in a row must not be quicker than the best before by more than noise. */
    private static final int STEADY_ROUNDS = 5;

    private static final double NOISE = 0.02;
    /** What is quicker is repeated until a round takes as long. */
    private static final long ROUND_NANOS = 50_000_000;

    static WarmUp of(List<Task> tasks, Rounds rounds, Settings settings, Steps steps) throws IOException {
        long start = settings.clock().getAsLong();
        double best = Double.MAX_VALUE;
        int since = 0;
        int count = 0;
        while (true) {
            count++;
            steps.at("nothing yet: warming up", count, count);
            double nanos = round(tasks, rounds, settings);
            since = nanos < best * (1 - NOISE) ? 0 : since + 1;
            best = Math.min(best, nanos);
            long passed = settings.clock().getAsLong() - start;
            boolean steady = since >= STEADY_ROUNDS && passed >= settings.warmUpLeastNanos();
            if (steady || passed >= settings.warmUpMostNanos()) {
                return new WarmUp(count, passed / 1e9, steady);
            }
        }
    }

    /** The mean time of running all once. */
    private static double round(List<Task> tasks, Rounds rounds, Settings settings) throws IOException {
        long start = settings.clock().getAsLong();
        long passed = 0;
        int times = 0;
        do {
            for (Task task : tasks) {
                rounds.runUntimed(task);
            }
            times++;
            passed = settings.clock().getAsLong() - start;
        } while (passed < Math.min(ROUND_NANOS, settings.warmUpLeastNanos()));
        return (double) passed / times;
    }
}
