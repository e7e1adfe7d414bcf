// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.util.ArrayList;
import java.util.List;

/** Numbers of records to measure: 1, 3, 10, 30, 100 and so on, and all. */
final class SizeSteps {
    private SizeSteps() {}

    static List<Integer> upTo(int all) {
        List<Integer> steps = new ArrayList<>();
        for (long power = 1; power < all; power *= 10) {
            steps.add((int) power);
            if (3 * power < all) {
                steps.add((int) (3 * power));
            }
        }
        steps.add(all);
        return steps;
    }
}
