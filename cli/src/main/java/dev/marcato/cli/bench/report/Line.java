// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import java.util.List;

/**
 * What a plot shows of one series.
 *
 * @param name at its end, short
 * @param look colour, stroke and marker together, so that none of them is needed alone
 * @param points from left to right, at least one
 */
record Line(String name, Look look, List<Point> points) {
    /** How a line looks. The name in lower case is its class in the style sheet. */
    enum Look {
        FIRST,
        SECOND,
        THIRD,
        FOURTH,
        /** What would be best: dashed, without markers. */
        IDEAL,
        /** What cannot be passed: a wide pale band. */
        BOUND
    }

    /**
     * A value with its spread.
     *
     * @param low the least that was measured
     * @param high the most
     */
    record Point(double x, double y, double low, double high) {
        static Point exact(double x, double y) {
            return new Point(x, y, y, y);
        }
    }

    Line {
        points = List.copyOf(points);
    }

    Point last() {
        return points.get(points.size() - 1);
    }
}
