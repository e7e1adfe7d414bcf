// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import dev.marcato.cli.Plural;
import java.util.Locale;

/** Measured figures as people read them: three digits, a unit that fits, and the same in every locale. */
public final class Quantity {
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Quantity() {}

    /** {@code 264 B}, {@code 1.36 kB}, {@code 100 MB}: decimal units. */
    public static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    /** The same for a mean. */
    public static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return (unit == 0 ? Plural.grouped(Math.round(value)) : digits(value)) + " " + BYTE_UNITS[unit];
    }

    /** {@code 64 KiB}, {@code 1 MiB}: for sizes that are powers of two. */
    public static String block(long bytes) {
        return bytes >= 1 << 20 && bytes % (1 << 20) == 0
                ? (bytes >> 20) + " MiB"
                : bytes % 1024 == 0 ? (bytes >> 10) + " KiB" : bytes(bytes);
    }

    /** {@code 1.06 GB/s}. */
    public static String rate(double bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    /** {@code 805,000 records/s}. */
    public static String records(double recordsPerSecond) {
        return grouped(recordsPerSecond) + " records/s";
    }

    /** {@code 210 ns}, {@code 12.3 ms}, {@code 378 ms}, {@code 1.20 s}. */
    public static String time(double seconds) {
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds >= 0.9995) {
            return digits(seconds) + " s";
        }
        if (seconds >= 0.9995e-3) {
            return digits(seconds * 1e3) + " ms";
        }
        return seconds >= 0.9995e-6 ? digits(seconds * 1e6) + " \u00B5s" : digits(seconds * 1e9) + " ns";
    }

    /** {@code 1.72 times}. */
    public static String times(double factor) {
        return factor(factor) + " times";
    }

    /** {@code 1.72}, {@code 12}. */
    public static String factor(double factor) {
        return String.format(Locale.ROOT, factor < 9.95 ? "%.2f" : "%.0f", factor);
    }

    /** {@code 31 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.0095 ? "%.1f %%" : "%.0f %%", share * 100);
    }

    /** Three digits, grouped where there are more before the point. */
    public static String digits(double value) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        double size = Math.abs(value);
        if (size == 0 || size >= 99.95) {
            return grouped(value);
        }
        return String.format(Locale.ROOT, size >= 9.995 ? "%.1f" : size >= 0.9995 ? "%.2f" : "%.3f", value);
    }

    /** Rounded to three digits: more would claim what is not known. */
    private static String grouped(double value) {
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 2));
        return Plural.grouped(Math.round(Math.round(value / step) * step));
    }
}
