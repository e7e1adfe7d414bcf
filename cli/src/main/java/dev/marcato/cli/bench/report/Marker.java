// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import static dev.marcato.cli.bench.report.Markup.number;

import dev.marcato.cli.bench.report.Line.Look;

/** The sign at each point of a line: another shape for each look, for who does not tell the colours apart. */
final class Marker {
    private static final double SIZE = 4;

    private Marker() {}

    static void draw(Markup svg, Look look, double x, double y) {
        switch (look) {
            case FIRST -> svg.empty("circle", "class", "point", "cx", number(x), "cy", number(y), "r", number(SIZE));
            case SECOND -> path(svg, x, y, -SIZE, -SIZE, SIZE, -SIZE, SIZE, SIZE, -SIZE, SIZE);
            case THIRD -> path(svg, x, y, 0, -SIZE - 1, SIZE + 1, SIZE, -SIZE - 1, SIZE);
            case FOURTH -> path(svg, x, y, 0, -SIZE - 1, SIZE + 1, 0, 0, SIZE + 1, -SIZE - 1, 0);
            case IDEAL, BOUND -> {}
        }
    }

    private static void path(Markup svg, double x, double y, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? "M" : " L")
                    .append(number(x + corners[i]))
                    .append(' ')
                    .append(number(y + corners[i + 1]));
        }
        svg.empty("path", "class", "point", "d", path + " Z");
    }
}
