// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;

/**
 * Looks for the smallest size at which a further thread pays: doubles the size until it does, then halves the gap. What was
 * found is tried once more, because of many tries one succeeds by chance, and so is twice the size.
 */
final class HelperSearch {
    /** The gap between too small and large enough that is not worth halving, as a share of the size. */
    private static final int CLOSE_ENOUGH = 8;

    private HelperSearch() {}

    /**
     * What a comparison at one size came to.
     *
     * @param fewer seconds with fewer threads
     * @param more seconds with one more
     * @param pays whether the latter is quicker by more than the noise
     */
    record Trial(double fewer, double more, boolean pays) {}

    /** Compares at one size. */
    interface Comparison {
        Trial at(int records) throws IOException;
    }

    /**
     * @param found whether it pays at any size
     * @param records the smallest size from which on it does, else the largest that was tried
     * @param trial what came of it there
     */
    record Result(boolean found, int records, Trial trial) {}

    /** @param most records that there are, at least 1 */
    static Result smallest(int most, Comparison comparison) throws IOException {
        int tooSmall = 0;
        int size = 1;
        while (true) {
            Trial trial = comparison.at(size);
            if (trial.pays()) {
                size = between(tooSmall, size, comparison);
                trial = comparison.at(size);
                if (trial.pays() && paysFromHereOn(size, most, comparison)) {
                    return new Result(true, size, trial);
                }
            }
            if (size >= most) {
                return new Result(false, most, trial);
            }
            tooSmall = size;
            size = (int) Math.min(most, 2L * size);
        }
    }

    /** At twice the size too: else it is an island, and no size "from which on". */
    private static boolean paysFromHereOn(int size, int most, Comparison comparison) throws IOException {
        int larger = (int) Math.min(most, 2L * size);
        return larger == size || comparison.at(larger).pays();
    }

    private static int between(int tooSmall, int largeEnough, Comparison comparison) throws IOException {
        int low = tooSmall;
        int high = largeEnough;
        while (high - low > Math.max(1, high / CLOSE_ENOUGH)) {
            int middle = low + (high - low) / 2;
            if (comparison.at(middle).pays()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
