// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import static dev.marcato.cli.bench.report.Markup.number;

import dev.marcato.cli.bench.report.Line.Look;
import java.util.List;
import java.util.Locale;

/**
 * Bars from left to right, each under its words: long words and large figures never meet, however narrow the screen.
 *
 * @param axis along the bars, from zero
 * @param bars from top to bottom
 * @param mark a value to be marked across all bars, NaN for none
 */
record BarPlot(Axis axis, List<Bar> bars, double mark) implements Plot {
    private static final double LEFT = 4;
    private static final double RIGHT = 20;
    private static final double HEAD_HEIGHT = 26;
    private static final double ROW_HEIGHT = 37;
    private static final double BAR_HEIGHT = 13;
    private static final double WORDS_HEIGHT = 15;
    private static final double BOTTOM = 46;
    private static final double CAP = 3;

    /**
     * One bar.
     *
     * @param head of the group that begins with it, "" inside a group
     * @param words above it to the left
     * @param figure above it to the right
     * @param look its colour
     * @param shared how far it goes like the one before it: drawn pale
     * @param value where it ends
     * @param low the least that was measured
     * @param high the most
     */
    record Bar(
            String head,
            String words,
            String figure,
            Look look,
            double shared,
            double value,
            double low,
            double high) {}

    BarPlot {
        bars = List.copyOf(bars);
    }

    @Override
    public double height() {
        return bars.size() * ROW_HEIGHT + heads() * HEAD_HEIGHT + BOTTOM;
    }

    private long heads() {
        return bars.stream().filter(bar -> !bar.head().isEmpty()).count();
    }

    private double across(double value) {
        return LEFT + axis.place(value) * (WIDTH - LEFT - RIGHT);
    }

    @Override
    public void draw(Markup svg) {
        double end = height() - BOTTOM;
        for (Axis.Tick tick : axis.ticks()) {
            String at = number(across(tick.value()));
            svg.empty("line", "class", "grid", "x1", at, "x2", at, "y1", "0", "y2", number(end + 4));
            String anchor = tick.value() == 0 ? "tick" : "tick middle";
            svg.element("text", tick.label(), "class", anchor, "x", at, "y", number(end + 18));
        }
        svg.element("text", axis.title(), "class", "axis middle", "x", number(WIDTH / 2), "y", number(end + 38));
        svg.line();
        if (!Double.isNaN(mark)) {
            String at = number(across(mark));
            svg.empty("line", "class", "mark", "x1", at, "x2", at, "y1", "0", "y2", number(end));
        }
        double top = 0;
        for (Bar bar : bars) {
            if (!bar.head().isEmpty()) {
                svg.element("text", bar.head(), "class", "head", "x", number(LEFT), "y", number(top + 18));
                top += HEAD_HEIGHT;
            }
            bar(svg, bar, top);
            top += ROW_HEIGHT;
        }
    }

    private void bar(Markup svg, Bar bar, double top) {
        svg.element("text", bar.words(), "class", "words", "x", number(LEFT), "y", number(top + WORDS_HEIGHT - 3));
        svg.element(
                "text",
                bar.figure(),
                "class",
                "words end",
                "x",
                number(WIDTH - RIGHT),
                "y",
                number(top + WORDS_HEIGHT - 3));
        double y = top + WORDS_HEIGHT + 1;
        double begin = across(0);
        double shared = across(Math.min(bar.shared(), bar.value()));
        double end = across(bar.value());
        svg.open("g", "class", bar.look().name().toLowerCase(Locale.ROOT));
        if (shared > begin) {
            rectangle(svg, "bar pale", begin, y, shared - begin);
        }
        rectangle(svg, "bar", shared, y, Math.max(1, end - shared));
        svg.close("g");
        double low = across(bar.low());
        double high = across(bar.high());
        if (high - low >= 1) {
            double middle = y + BAR_HEIGHT / 2;
            svg.empty(
                    "path",
                    "class",
                    "spread",
                    "d",
                    "M" + number(low) + " " + number(middle) + " H" + number(high) + " M" + number(low) + " "
                            + number(middle - CAP) + " V" + number(middle + CAP) + " M" + number(high) + " "
                            + number(middle - CAP) + " V" + number(middle + CAP));
        }
        svg.line();
    }

    private static void rectangle(Markup svg, String style, double x, double y, double width) {
        svg.empty(
                "rect",
                "class",
                style,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(BAR_HEIGHT));
    }
}
