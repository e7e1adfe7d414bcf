// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.Measured;
import dev.marcato.cli.bench.profile.Quantity;
import dev.marcato.cli.bench.profile.Runs;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import dev.marcato.cli.bench.report.Axis.Tick;
import dev.marcato.cli.bench.report.Line.Look;
import dev.marcato.cli.bench.report.Line.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Speed-up by threads, against the ideal and against what the memory lets through. */
final class SpeedUpFigure {
    private static final int TICKS = 5;
    private static final int LINEAR_UP_TO = 8;

    private SpeedUpFigure() {}

    static Optional<Figure> of(FilesProfile files) {
        Optional<Way> memory = files.way(Source.MEMORY, Division.SEQUENTIAL, 1);
        Optional<Way> disk = files.way(Source.FILES, Division.SEQUENTIAL, 1);
        TreeSet<Integer> counts = new TreeSet<>();
        files.ways(Source.MEMORY, Division.RANGES).forEach(way -> counts.add(way.threads()));
        if (memory.isEmpty() || disk.isEmpty() || counts.size() < 2) {
            return Optional.empty();
        }
        int most = counts.last();
        List<Line> lines = new ArrayList<>();
        List<Point> bound = bound(files.copying(), memory.get().measured().bytesPerSecond());
        lines.add(new Line("bandwidth", Look.BOUND, bound));
        lines.add(new Line("ideal", Look.IDEAL, List.of(Point.exact(1, 1), Point.exact(most, most))));
        lines.add(new Line("in memory", Look.FIRST, points(files.ways(Source.MEMORY, Division.RANGES), memory.get())));
        lines.add(new Line("from files", Look.SECOND, points(files.ways(Source.FILES, Division.RANGES), disk.get())));
        List<Point> whole = points(files.ways(Source.FILES, Division.WHOLE_FILES), disk.get());
        if (!whole.isEmpty()) {
            lines.add(new Line("whole files", Look.THIRD, whole));
        }
        lines.add(new Line("copying", Look.FOURTH, copying(files.copying())));
        double largest = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::high)
                .max()
                .orElse(most);
        List<String> ends = lines.stream()
                .map(line -> line.name() + " " + Quantity.factor(line.last().y()))
                .toList();
        double last = bound.get(bound.size() - 1).y();
        String limit = last >= most * 0.999
                ? "The memory would allow the ideal: it is copied faster than records are read."
                : "The memory allows " + Quantity.factor(last) + " with " + most
                        + " threads: then its bandwidth is used up.";
        return Optional.of(new Figure(
                "speed-up",
                "What more threads gain",
                "Lines: how many times as fast as one reader, by the number of threads, up to " + most + ". With "
                        + most + " threads: " + String.join(", ", ends) + ".",
                "1 is one reader in one thread. Bandwidth, the pale band: what the memory allows if every byte had to be copied. Copying:"
                        + " how memory alone gains from threads. " + limit,
                new LinePlot(
                        threads(List.copyOf(counts)), Axis.fromZero("speed-up", largest, TICKS, Units::plain), lines),
                Tables.threads(files)));
    }

    private static Axis threads(List<Integer> counts) {
        int most = counts.get(counts.size() - 1);
        boolean logarithmic = most > LINEAR_UP_TO;
        List<Tick> ticks = new ArrayList<>();
        for (int count : counts) {
            boolean power = Integer.bitCount(count) == 1;
            ticks.add(new Tick(count, !logarithmic || power ? Integer.toString(count) : ""));
        }
        return Axis.of("threads", logarithmic, ticks, 1, most);
    }

    private static List<Point> points(List<Way> ways, Way one) {
        double base = one.runs().median();
        List<Point> points = new ArrayList<>();
        for (Way way : ways) {
            Runs runs = way.runs();
            points.add(new Point(way.threads(), base / runs.median(), base / runs.most(), base / runs.least()));
        }
        return points;
    }

    private static List<Point> copying(List<Measured> copying) {
        double base = copying.get(0).runs().median();
        List<Point> points = new ArrayList<>();
        for (Measured copy : copying) {
            points.add(new Point(
                    copy.threads(),
                    base / copy.runs().median(),
                    base / copy.runs().most(),
                    base / copy.runs().least()));
        }
        return points;
    }

    /** No more than the ideal, and no faster than all bytes could be copied. */
    private static List<Point> bound(List<Measured> copying, double oneReader) {
        List<Point> points = new ArrayList<>();
        for (Measured copy : copying) {
            points.add(Point.exact(copy.threads(), Math.min(copy.threads(), copy.bytesPerSecond() / oneReader)));
        }
        return points;
    }
}
