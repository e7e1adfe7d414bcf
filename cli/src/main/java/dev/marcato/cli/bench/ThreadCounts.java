// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Which numbers of threads are measured: all up to eight, then half as many again, and a third more, by turns. */
final class ThreadCounts {
    private static final int ALL_UP_TO = 8;

    private ThreadCounts() {}

    /** From 1 to the most there may be; ascending. */
    static List<Integer> upTo(int most) {
        return IntStream.rangeClosed(1, most)
                .filter(count -> count <= ALL_UP_TO || count == most || isStep(count))
                .boxed()
                .toList();
    }

    /** A power of two, or three times one. */
    private static boolean isStep(int count) {
        int odd = count >> Integer.numberOfTrailingZeros(count);
        return odd == 1 || odd == 3;
    }
}
