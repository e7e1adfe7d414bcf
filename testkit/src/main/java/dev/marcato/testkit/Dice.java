// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.List;

/**
 * Pseudo-random numbers that are the same on every JDK: SplitMix64 (Steele, Lea and Flood, 2014) with bounded draws of
 * our own, since the JDK's generators fix the sequence of {@code nextInt(bound)} nowhere. Not safe for threads.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed) {
        return new Dice(seed);
    }

    /** Dice for one purpose of several under the same seed: neighbouring salts give unrelated sequences. */
    public static Dice of(long seed, long salt) {
        return new Dice(mix(seed + GOLDEN_GAMMA) ^ mix(salt * GOLDEN_GAMMA + 1));
    }

    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from {@code min} to {@code max}, both included. */
    public int between(int min, int max) {
        return min + below(max - min + 1);
    }

    /** True in {@code hits} of {@code outOf} throws. */
    public boolean chance(int hits, int outOf) {
        return below(outOf) < hits;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public char pick(String choices) {
        return choices.charAt(below(choices.length()));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
