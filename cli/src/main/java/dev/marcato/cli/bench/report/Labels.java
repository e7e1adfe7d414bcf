// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds places for words that stand under each other beside the ends of lines, none on another. */
final class Labels {
    private Labels() {}

    /**
     * @param wanted where each would stand if it were alone
     * @param height what each needs
     * @param top the first place that there is
     * @param bottom the last
     * @return the place of each, in the order given; those that were wanted higher are higher
     */
    static List<Double> spread(List<Double> wanted, double height, double top, double bottom) {
        List<Integer> order = IntStream.range(0, wanted.size())
                .boxed()
                .sorted(Comparator.comparingDouble(wanted::get))
                .toList();
        double[] pushedDown = new double[wanted.size()];
        double[] pushedUp = new double[wanted.size()];
        double least = top;
        for (int i = 0; i < order.size(); i++) {
            int index = order.get(i);
            double roomBelow = bottom - (order.size() - 1 - i) * height;
            pushedDown[index] = Math.min(roomBelow, Math.max(least, wanted.get(index)));
            least = pushedDown[index] + height;
        }
        double most = bottom;
        for (int i = order.size() - 1; i >= 0; i--) {
            int index = order.get(i);
            pushedUp[index] = Math.max(top + i * height, Math.min(most, wanted.get(index)));
            most = pushedUp[index] - height;
        }
        // Halfway between the two a crowd stands around its middle.
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            places.add((pushedDown[i] + pushedUp[i]) / 2);
        }
        return places;
    }
}
