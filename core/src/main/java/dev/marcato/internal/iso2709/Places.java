// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import java.util.Arrays;

/** A few different positions, in the order in which they are to be tried. */
final class Places {
    private int[] places = new int[6];
    private int count;

    /** Adds a position, unless it is there. */
    void add(int place) {
        for (int i = 0; i < count; i++) {
            if (places[i] == place) {
                return;
            }
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    int count() {
        return count;
    }

    int get(int i) {
        return places[i];
    }
}
