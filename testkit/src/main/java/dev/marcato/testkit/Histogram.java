// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values with the number of times each was seen. Written {@code ad:82,a:66}; {@code _} stands for a blank. */
final class Histogram {
    private static final String EMPTY = "-";

    private final List<String> values;
    private final List<Integer> counts;
    private final int total;

    private Histogram(List<String> values, List<Integer> counts) {
        this.values = List.copyOf(values);
        this.counts = List.copyOf(counts);
        this.total = counts.stream().mapToInt(Integer::intValue).sum();
    }

    static Histogram parse(String text) {
        List<String> values = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        if (!text.equals(EMPTY)) {
            for (String part : text.split(",")) {
                int colon = part.lastIndexOf(':');
                values.add(part.substring(0, colon).replace('_', ' '));
                counts.add(Integer.parseInt(part.substring(colon + 1)));
            }
        }
        return new Histogram(values, counts);
    }

    /** The most frequent values, at most {@code limit}; ties in the order of the values. */
    static String measure(List<String> seen, int limit) {
        Map<String, Integer> counts = new TreeMap<>();
        seen.forEach(value -> counts.merge(value.replace(' ', '_'), 1, Integer::sum));
        String text = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(limit)
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(","));
        return text.isEmpty() ? EMPTY : text;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    String draw(Dice dice) {
        int left = dice.below(total);
        for (int i = 0; ; i++) {
            left -= counts.get(i);
            if (left < 0) {
                return values.get(i);
            }
        }
    }

    int drawNumber(Dice dice) {
        return Integer.parseInt(draw(dice));
    }

    /** Mean of values that are numbers, in thousandths. */
    int meanPerMille() {
        long sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += 1000L * Integer.parseInt(values.get(i)) * counts.get(i);
        }
        return (int) (sum / total);
    }
}
