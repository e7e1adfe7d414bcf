// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import static dev.marcato.cli.bench.report.Markup.number;

import dev.marcato.cli.bench.report.Line.Look;
import dev.marcato.cli.bench.report.Line.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over two axes, with error bars from the least to the most, and a name at the end of each line.
 *
 * @param mark a value of the x axis to be marked, NaN for none
 * @param markLabel what is there
 */
record LinePlot(Axis x, Axis y, List<Line> lines, double mark, String markLabel) implements Plot {
    private static final double LEFT = 44;
    private static final double RIGHT = 106;
    private static final double TOP = 28;
    private static final double MARK_HEIGHT = 18;
    private static final double HEIGHT = 190;
    private static final double BOTTOM = 48;
    private static final double LABEL_HEIGHT = 16;
    /** Lines whose points stand above each other are moved apart sideways, so that their error bars can be told apart. */
    private static final double APART = 5;

    private static final double CAP = 3;

    LinePlot {
        lines = List.copyOf(lines);
    }

    LinePlot(Axis x, Axis y, List<Line> lines) {
        this(x, y, lines, Double.NaN, "");
    }

    private double top() {
        return TOP + (Double.isNaN(mark) ? 0 : MARK_HEIGHT);
    }

    @Override
    public double height() {
        return top() + HEIGHT + BOTTOM;
    }

    @Override
    public void draw(Markup svg) {
        axes(svg);
        if (!Double.isNaN(mark)) {
            mark(svg);
        }
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), shift(i));
        }
        names(svg);
    }

    private double shift(int index) {
        return index * APART - (lines.size() - 1) * APART / 2;
    }

    private double across(double value) {
        return LEFT + x.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double down(double value) {
        return top() + HEIGHT - y.place(value) * HEIGHT;
    }

    private void axes(Markup svg) {
        svg.element("text", y.title(), "class", "axis", "x", "2", "y", "14");
        for (Axis.Tick tick : y.ticks()) {
            String at = number(down(tick.value()));
            svg.empty("line", "class", "grid", "x1", number(LEFT), "x2", number(WIDTH - RIGHT), "y1", at, "y2", at);
            svg.element(
                    "text",
                    tick.label(),
                    "class",
                    "tick end",
                    "x",
                    number(LEFT - 6),
                    "y",
                    number(down(tick.value()) + 4));
        }
        String base = number(top() + HEIGHT);
        svg.empty("line", "class", "base", "x1", number(LEFT), "x2", number(WIDTH - RIGHT), "y1", base, "y2", base);
        for (Axis.Tick tick : x.ticks()) {
            String at = number(across(tick.value()));
            svg.empty("line", "class", "base", "x1", at, "x2", at, "y1", base, "y2", number(top() + HEIGHT + 4));
            if (!tick.label().isEmpty()) {
                svg.element("text", tick.label(), "class", "tick middle", "x", at, "y", number(top() + HEIGHT + 18));
            }
        }
        svg.element(
                "text",
                x.title(),
                "class",
                "axis middle",
                "x",
                number((LEFT + WIDTH - RIGHT) / 2),
                "y",
                number(top() + HEIGHT + 38));
        svg.line();
    }

    private void mark(Markup svg) {
        double at = across(mark);
        boolean leftOfIt = at > (LEFT + WIDTH - RIGHT) / 2;
        svg.empty(
                "line",
                "class",
                "mark",
                "x1",
                number(at),
                "x2",
                number(at),
                "y1",
                number(top() - 8),
                "y2",
                number(top() + HEIGHT));
        svg.element(
                "text",
                markLabel,
                "class",
                leftOfIt ? "tick end" : "tick",
                "x",
                number(leftOfIt ? at + 4 : at - 4),
                "y",
                number(top() - 13));
        svg.line();
    }

    private void line(Markup svg, Line line, double shift) {
        boolean exact = line.look() == Look.IDEAL || line.look() == Look.BOUND;
        double move = exact ? 0 : shift;
        StringBuilder path = new StringBuilder();
        for (Point point : line.points()) {
            path.append(path.length() == 0 ? "M" : " L")
                    .append(number(across(point.x()) + move))
                    .append(' ')
                    .append(number(down(point.y())));
        }
        svg.open("g", "class", line.look().name().toLowerCase(Locale.ROOT));
        svg.empty("path", "class", "line", "d", path.toString());
        if (!exact) {
            for (Point point : line.points()) {
                double at = across(point.x()) + move;
                errorBar(svg, at, down(point.low()), down(point.high()));
                Marker.draw(svg, line.look(), at, down(point.y()));
            }
        }
        svg.close("g").line();
    }

    private static void errorBar(Markup svg, double at, double low, double high) {
        if (low - high >= 1) {
            svg.empty(
                    "path",
                    "class",
                    "error",
                    "d",
                    "M" + number(at) + " " + number(low) + " V" + number(high) + " M" + number(at - CAP) + " "
                            + number(low)
                            + " H" + number(at + CAP) + " M" + number(at - CAP) + " " + number(high) + " H"
                            + number(at + CAP));
        }
    }

    private void names(Markup svg) {
        List<Double> wanted = new ArrayList<>();
        for (Line line : lines) {
            wanted.add(down(line.last().y()));
        }
        List<Double> places = Labels.spread(wanted, LABEL_HEIGHT, top(), top() + HEIGHT);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean exact = line.look() == Look.IDEAL || line.look() == Look.BOUND;
            double end = across(line.last().x()) + (exact ? 0 : shift(i)) + 6;
            double start = WIDTH - RIGHT + 20;
            svg.empty(
                    "line",
                    "class",
                    "leader",
                    "x1",
                    number(end),
                    "y1",
                    number(wanted.get(i)),
                    "x2",
                    number(start - 3),
                    "y2",
                    number(places.get(i)));
            svg.element("text", line.name(), "class", "name", "x", number(start), "y", number(places.get(i) + 4));
        }
        svg.line();
    }
}
