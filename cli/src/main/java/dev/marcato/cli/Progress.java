// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far the run is: records, bytes, rate, time left. On a terminal a bar that is drawn over itself; elsewhere, when
 * asked for, whole lines far apart, so that a log stays a log. For one thread.
 */
final class Progress {
    private static final long BAR_NANOS = 200_000_000L;
    private static final long LINE_NANOS = 10_000_000_000L;
    private static final long FIRST_BAR_NANOS = 500_000_000L;
    private static final int BAR_WIDTH = 20;

    private final Talk talk;
    private final boolean bar;
    private final LongSupplier clock;
    private final long storedBytes;
    private final long start;
    private long next;

    /**
     * @param bar whether a terminal shows it
     * @param storedBytes size of all inputs together as they are stored, -1 if it is not known
     * @param clock time in nanoseconds
     */
    Progress(Talk talk, boolean bar, long storedBytes, LongSupplier clock) {
        this.talk = talk;
        this.bar = bar;
        this.storedBytes = storedBytes;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.next = start + (bar ? FIRST_BAR_NANOS : LINE_NANOS);
    }

    /** The size of all inputs together as they are stored, -1 if one is a stream, whose end cannot be seen coming. */
    static long storedBytes(List<Input> inputs) {
        long total = 0;
        for (Input input : inputs) {
            if (input.isStandardInput()) {
                return -1;
            }
            Path path = input.path();
            long size = path == null ? 0 : storedBytes(path);
            if (size < 0) {
                return -1;
            }
            total += size;
        }
        return total;
    }

    private static long storedBytes(Path path) {
        try {
            // A file that claims to be empty may be none, as those in /proc.
            boolean known = Files.isRegularFile(path) && Files.size(path) > 0;
            return known ? Files.size(path) : Files.exists(path) ? -1 : 0;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Whether it is time to show something; cheap enough to be asked every few thousand records. */
    boolean isDue() {
        return clock.getAsLong() - next >= 0;
    }

    /**
     * Shows where the run is.
     *
     * @param records delivered until now, of all inputs
     * @param bytes accounted for until now, of all inputs, uncompressed
     * @param stored read until now, of all inputs, as they are stored
     */
    void show(long records, long bytes, long stored) {
        long now = clock.getAsLong();
        next = now + (bar ? BAR_NANOS : LINE_NANOS);
        String text = text(records, bytes, stored, now - start);
        if (bar) {
            talk.bar(text);
        } else {
            talk.error(text);
        }
    }

    /** Takes the bar away. */
    void end() {
        talk.endBar();
    }

    private String text(long records, long bytes, long stored, long nanos) {
        double seconds = Math.max(nanos, 1) / 1e9;
        StringBuilder text = new StringBuilder(100);
        if (storedBytes > 0) {
            double done = Math.min(1, (double) stored / storedBytes);
            if (bar) {
                int filled = (int) (done * BAR_WIDTH);
                text.append('[')
                        .append("#".repeat(filled))
                        .append(".".repeat(BAR_WIDTH - filled))
                        .append("] ");
            }
            text.append((int) (done * 100)).append(" %  ");
        }
        text.append(Plural.of(records, "record"))
                .append("  ")
                .append(size(bytes))
                .append("  ")
                .append(size((long) (bytes / seconds)))
                .append("/s");
        if (storedBytes > 0 && stored > 0) {
            long left = (long) (seconds * (storedBytes - stored) / stored + 0.5);
            text.append("  ").append(time(Math.max(0, left))).append(" left");
        }
        return text.toString();
    }

    private static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < 4) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f %cB" : "%.0f %cB", value, "kMGTP".charAt(unit));
    }

    private static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
