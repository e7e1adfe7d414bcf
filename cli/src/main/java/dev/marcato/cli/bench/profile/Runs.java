// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import java.util.List;

/**
 * How long each run of one task took. Runs of tasks that were measured in turns belong together by their place: the third
 * of one was followed by the third of the other, on a machine that did the same beside.
 *
 * @param seconds of each run, in the order of running; at least one
 * @param gcSeconds that the virtual machine spent on collecting garbage in all these runs together
 */
public record Runs(List<Double> seconds, double gcSeconds) {
    /** Of ten rounds nine: by chance alone that happens once in a hundred times. */
    private static final double SHARE_OF_WINS = 0.9;

    public Runs {
        seconds = List.copyOf(seconds);
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("runs: there must be at least one");
        }
    }

    /** The middle of all, or halfway between the two middle ones. */
    public double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    public int count() {
        return seconds.size();
    }

    /** The share of all these runs' time that went to collecting garbage. */
    public double gcShare() {
        double all = seconds.stream().mapToDouble(Double::doubleValue).sum();
        return all > 0 ? gcSeconds / all : 0;
    }

    /**
     * Whether this is quicker by more than the noise: by its median, and in at least nine of ten rounds.
     *
     * @param other measured in turns with this
     */
    public boolean quickerThan(Runs other) {
        int rounds = Math.min(count(), other.count());
        int wins = 0;
        for (int i = 0; i < rounds; i++) {
            wins += seconds.get(i) < other.seconds.get(i) ? 1 : 0;
        }
        return median() < other.median() && wins >= Math.ceil(SHARE_OF_WINS * rounds);
    }

    /** Whether neither is {@linkplain #quickerThan quicker}. */
    public boolean sameAs(Runs other) {
        return !quickerThan(other) && !other.quickerThan(this);
    }

    /** How many times as long the other takes: above 1 where this is quicker. By the medians. */
    public double speedUpOver(Runs other) {
        return other.median() / median();
    }
}
