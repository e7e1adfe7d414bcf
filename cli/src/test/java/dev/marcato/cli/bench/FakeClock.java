// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A clock that goes on by a millisecond each time it is asked, or as it is told. */
final class FakeClock implements LongSupplier {
    private static final long MILLISECOND = 1_000_000;

    private final Deque<Long> steps = new ArrayDeque<>();
    private long now;

    /** The next steps, in milliseconds; then one at a time. */
    FakeClock then(long... millis) {
        for (long step : millis) {
            steps.add(step * MILLISECOND);
        }
        return this;
    }

    /** Lets time pass. */
    void pass(long millis) {
        now += millis * MILLISECOND;
    }

    @Override
    public long getAsLong() {
        now += steps.isEmpty() ? MILLISECOND : steps.remove();
        return now;
    }

    /** Hardly thorough, and without a look at the real time. */
    Settings settings(int rounds) {
        return new Settings(rounds, 0, 0, 0, 1_000_000, this, () -> 0);
    }
}
