// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.bench.profile.Quantity;
import dev.marcato.cli.bench.report.Axis.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Axes in the unit that suits the values, with numbers as short as they can be. */
final class Units {
    private Units() {}

    /** Bytes in a second, from zero. */
    static Axis rates(double largest, int about) {
        double unit = largest >= 1e9 ? 1e9 : 1e6;
        return Axis.fromZero(unit == 1e9 ? "GB/s" : "MB/s", largest, about, value -> plain(value / unit));
    }

    /** Seconds, from zero. */
    static Axis times(String title, double largest, int about) {
        double unit = largest >= 1e-3 ? 1e-3 : largest >= 1e-6 ? 1e-6 : 1e-9;
        String name = unit == 1e-3 ? "ms" : unit == 1e-6 ? "\u00B5s" : "ns";
        return Axis.fromZero(title + ", " + name, largest, about, value -> plain(value / unit));
    }

    /** Records in a second, from zero. */
    static Axis recordRates(double largest, int about) {
        boolean millions = largest >= 1e6;
        return Axis.fromZero(
                millions ? "million records/s" : "thousand records/s",
                largest,
                about,
                value -> plain(value / (millions ? 1e6 : 1e3)));
    }

    /** Sizes, each ten times the one before as long as the next. */
    static Axis sizes(String title, long least, long largest) {
        int first = (int) Math.ceil(Math.log10((double) least) - 1e-9);
        int last = (int) Math.floor(Math.log10((double) largest) + 1e-9);
        int every = last - first > 5 ? 2 : 1;
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            double value = Math.pow(10, power);
            ticks.add(new Tick(value, (power - first) % every == 0 ? shortBytes(value) : ""));
        }
        if (ticks.size() < 2) {
            ticks.clear();
            ticks.add(new Tick((double) least, Quantity.bytes(least)));
            if (largest > least * 3) {
                ticks.add(new Tick((double) largest, Quantity.bytes(largest)));
            }
        }
        return Axis.of(title, true, ticks, (double) least, (double) largest);
    }

    private static String shortBytes(double value) {
        double unit = value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : value >= 1e3 ? 1e3 : 1;
        return plain(value / unit) + (unit == 1e9 ? " GB" : unit == 1e6 ? " MB" : unit == 1e3 ? " kB" : " B");
    }

    /** {@code 0.5}, {@code 20}: no digit more than it needs. */
    static String plain(double value) {
        String text = new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        return value == 0 ? "0" : text;
    }
}
