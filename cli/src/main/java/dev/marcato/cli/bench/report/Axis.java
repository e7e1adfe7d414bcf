// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to places along one direction of a plot.
 *
 * @param title what it shows, with its unit
 * @param logarithmic whether equal factors are equal lengths
 * @param from the value at its beginning
 * @param to the value at its end, larger than {@code from}
 * @param ticks where a number stands
 */
record Axis(String title, boolean logarithmic, double from, double to, List<Tick> ticks) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /**
     * A number at the axis.
     *
     * @param value where
     * @param label what stands there, "" for a mark alone
     */
    record Tick(double value, String label) {}

    /** Words for a value. */
    interface Label {
        String of(double value);
    }

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** From zero to a round number that is at least as large as the largest value, with about so many round ticks. */
    static Axis fromZero(String title, double largest, int about, Label label) {
        double step = roundUp(Math.max(largest, 1e-12) / about);
        int count = (int) Math.ceil(largest / step - 1e-9);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= Math.max(1, count); i++) {
            ticks.add(new Tick(i * step, label.of(i * step)));
        }
        return new Axis(title, false, 0, Math.max(1, count) * step, ticks);
    }

    /** With ticks where they are told; a little room at both ends. */
    static Axis of(String title, boolean logarithmic, List<Tick> ticks, double from, double to) {
        double room = 0.04;
        if (from == to) {
            return new Axis(
                    title, logarithmic, logarithmic ? from / 2 : from - 1, logarithmic ? to * 2 : to + 1, ticks);
        }
        return logarithmic
                ? new Axis(title, true, from / Math.pow(to / from, room), to * Math.pow(to / from, room), ticks)
                : new Axis(title, false, from - (to - from) * room, to + (to - from) * room, ticks);
    }

    /** The share of the axis' length at which a value stands: 0 at the beginning, 1 at the end. */
    double place(double value) {
        double share = logarithmic
                ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
                : (value - from) / (to - from);
        return Math.max(0, Math.min(1, share));
    }

    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double round : ROUND) {
            if (round * power >= value * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
