// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import java.util.Arrays;

/** The order in which fields stand in a record's data, which is nearly always that of the directory. */
public final class DataOrder {
    private DataOrder() {}

    /**
     * Numbers of fields, from 0 on, as their starts ascend; those with the same start stay as they are.
     *
     * @param starts holds the starts, others between them
     * @param first where the start of the first field is
     * @param step how far it is to the next one
     */
    public static int[] of(int[] starts, int first, int step) {
        int count = starts.length / step;
        int[] order = new int[count];
        boolean ascending = true;
        for (int n = 0; n < count; n++) {
            order[n] = n;
            ascending &= n == 0 || starts[first + step * n] >= starts[first + step * (n - 1)];
        }
        if (ascending) {
            return order;
        }
        long[] keys = new long[count];
        for (int n = 0; n < count; n++) {
            keys[n] = (long) starts[first + step * n] << 32 | n;
        }
        Arrays.sort(keys);
        for (int n = 0; n < count; n++) {
            order[n] = (int) keys[n];
        }
        return order;
    }
}
