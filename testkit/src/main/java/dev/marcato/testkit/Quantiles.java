// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A distribution of whole numbers by what stands at 0, 25, 50, 75, 95, 99 and 100 % of the sorted values, straight
 * lines between them. Whole numbers only: floating point would not be the same everywhere.
 */
final class Quantiles {
    private static final int[] PER_MILLE = {0, 250, 500, 750, 950, 990, 1000};

    private final int[] values;

    private Quantiles(int[] values) {
        this.values = values;
    }

    /** @param text seven numbers with a comma between them */
    static Quantiles parse(String text) {
        int[] values =
                Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        if (values.length != PER_MILLE.length) {
            throw new IllegalArgumentException("not seven quantiles: " + text);
        }
        return new Quantiles(values);
    }

    static String measure(List<Integer> seen) {
        List<Integer> sorted = seen.stream().sorted().toList();
        return IntStream.of(PER_MILLE)
                .map(share -> sorted.get(Math.min(sorted.size() - 1, share * sorted.size() / 1000)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    int draw(Dice dice) {
        int at = dice.below(1000);
        int i = 1;
        while (at >= PER_MILLE[i]) {
            i++;
        }
        int width = PER_MILLE[i] - PER_MILLE[i - 1];
        return values[i - 1] + (values[i] - values[i - 1]) * (at - PER_MILLE[i - 1]) / width;
    }
}
