// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * What several runs came to.
 *
 * @param runs how many they were
 */
record Spread(double median, double lowest, double highest, int runs) {
    /** Of the values that are numbers: {@code NaN} stands for a run that was not made. */
    static Spread of(double... values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    String with(DoubleFunction<String> form) {
        return form.apply(median) + " (" + form.apply(lowest) + " to " + form.apply(highest) + ")";
    }

    static String seconds(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.3f", value);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
