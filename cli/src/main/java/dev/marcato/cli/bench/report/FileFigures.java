// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.BlockRate;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.HelperPoint;
import dev.marcato.cli.bench.profile.Measured;
import dev.marcato.cli.bench.profile.Phase;
import dev.marcato.cli.bench.profile.Quantity;
import dev.marcato.cli.bench.profile.SizeRate;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Source;
import dev.marcato.cli.bench.report.Axis.Tick;
import dev.marcato.cli.bench.report.BarPlot.Bar;
import dev.marcato.cli.bench.report.Line.Look;
import dev.marcato.cli.bench.report.Line.Point;
import java.util.ArrayList;
import java.util.List;

/** The plots of the user's files. What was not measured has none. */
final class FileFigures {
    private static final int TICKS = 5;

    private final FilesProfile files;
    private final List<Figure> figures = new ArrayList<>();

    private FileFigures(FilesProfile files) {
        this.files = files;
    }

    static List<Figure> of(FilesProfile files) {
        FileFigures made = new FileFigures(files);
        made.sources();
        SpeedUpFigure.of(files).ifPresent(made.figures::add);
        made.sizes();
        made.blocks();
        made.phases();
        return List.copyOf(made.figures);
    }

    private void sources() {
        if (files.ways().isEmpty()) {
            return;
        }
        double largest = files.ways().stream()
                .mapToDouble(way -> way.measured().mostBytesPerSecond())
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Source source : Source.values()) {
            String head = source == Source.FILES ? "from files in the system's cache" : source.words();
            for (Way way : files.ways(source)) {
                Measured measured = way.measured();
                String rate = Quantity.rate(measured.bytesPerSecond());
                words.add(source.words() + ", " + Tables.words(way) + ": " + rate);
                bars.add(new Bar(
                        head,
                        Tables.words(way),
                        rate,
                        look(way),
                        0,
                        measured.bytesPerSecond(),
                        measured.leastBytesPerSecond(),
                        measured.mostBytesPerSecond()));
                head = "";
            }
        }
        figures.add(new Figure(
                "rates",
                "How fast these files are read",
                "Bars: bytes in a second for each way to read. " + String.join("; ", words) + ".",
                "Every record is found, checked and asked for its title (245$a). The thin line at the end of a bar goes from"
                        + " the slowest run to the quickest.",
                new BarPlot(Units.rates(largest, TICKS), bars, Double.NaN),
                Tables.allWays(files)));
    }

    private static Look look(Way way) {
        return switch (way.division()) {
            case SEQUENTIAL -> Look.FIRST;
            case RANGES -> Look.SECOND;
            case WHOLE_FILES -> Look.THIRD;
            case BYTES_ALONE -> Look.IDEAL;
        };
    }

    private void sizes() {
        if (files.sizes().size() < 2) {
            return;
        }
        List<Point> one = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        double largest = 0;
        for (SizeRate size : files.sizes()) {
            one.add(rate(size.bytes(), size.sequential()));
            all.add(rate(size.bytes(), size.parallel()));
            largest = Math.max(
                    largest,
                    Math.max(
                            size.sequential().mostBytesPerSecond(),
                            size.parallel().mostBytesPerSecond()));
        }
        int threads = files.sizes().get(0).parallel().threads();
        SizeRate last = files.sizes().get(files.sizes().size() - 1);
        HelperPoint helper =
                files.helpers().stream().filter(HelperPoint::found).findFirst().orElse(null);
        boolean sought = !files.helpers().isEmpty();
        String found = !sought
                ? "There was one thread."
                : helper == null
                        ? "No size was found from which on a second thread pays."
                        : helper.more() + " threads begin to pay at " + Quantity.bytes(helper.bytes()) + ".";
        figures.add(new Figure(
                "sizes",
                sought ? "From which size on more threads pay" : "How fast, by the size of the input",
                "Lines: bytes in a second by the size of the input, from "
                        + Quantity.bytes(files.sizes().get(0).bytes())
                        + " to " + Quantity.bytes(last.bytes()) + ", with one reader and with "
                        + Plural.of(threads, "thread") + ". " + found + " At the largest size: one reader "
                        + Quantity.rate(last.sequential().bytesPerSecond()) + ", " + Plural.of(threads, "thread") + " "
                        + Quantity.rate(last.parallel().bytesPerSecond()) + ".",
                "The first records of your files, in memory, as one file. " + found,
                new LinePlot(
                        Units.sizes("size of the input", files.sizes().get(0).bytes(), last.bytes()),
                        Units.rates(largest, TICKS),
                        List.of(
                                new Line("one reader", Look.FIRST, one),
                                new Line(Plural.of(threads, "thread"), Look.SECOND, all)),
                        helper == null ? Double.NaN : (double) helper.bytes(),
                        helper == null ? "" : helper.more() + " threads pay from " + Quantity.bytes(helper.bytes())),
                Tables.sizes(files)));
    }

    private static Point rate(long at, Measured measured) {
        return new Point(
                (double) at, measured.bytesPerSecond(), measured.leastBytesPerSecond(), measured.mostBytesPerSecond());
    }

    private void blocks() {
        if (files.blocks().size() < 2) {
            return;
        }
        List<Point> points = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        double largest = 0;
        for (BlockRate block : files.blocks()) {
            points.add(rate(block.blockBytes(), block.measured()));
            ticks.add(new Tick(block.blockBytes(), ticks.size() % 2 == 0 ? Quantity.block(block.blockBytes()) : ""));
            largest = Math.max(largest, block.measured().mostBytesPerSecond());
        }
        BlockRate first = files.blocks().get(0);
        BlockRate last = files.blocks().get(files.blocks().size() - 1);
        String threads = Plural.of(first.measured().threads(), "thread");
        figures.add(new Figure(
                "blocks",
                "Does the size of blocks matter?",
                "Line: bytes in a second by the size of blocks, with " + threads + ". "
                        + Quantity.block(first.blockBytes()) + ": "
                        + Quantity.rate(first.measured().bytesPerSecond()) + "; " + Quantity.block(last.blockBytes())
                        + ": " + Quantity.rate(last.measured().bytesPerSecond()) + ".",
                "A thread takes a block of a file at a time. Usual is 1 MiB.",
                new LinePlot(
                        Axis.of("size of a block", true, ticks, first.blockBytes(), last.blockBytes()),
                        Units.rates(largest, TICKS),
                        List.of(new Line(threads, Look.SECOND, points))),
                Tables.blocks(files)));
    }

    private void phases() {
        List<Phase> phases = files.phases();
        if (phases.isEmpty()) {
            return;
        }
        double recordBytes = (double) files.memoryBytes() / files.memoryRecords();
        List<Bar> bars = new ArrayList<>();
        List<String> words = new ArrayList<>();
        double before = 0;
        double largest = 0;
        double copying = Double.NaN;
        for (Phase phase : phases) {
            Measured measured = phase.measured();
            // What is copied are no records: the time for as many bytes as a record has.
            double share = phase.limit() ? recordBytes / measured.bytes() : 1.0 / measured.records();
            double value = measured.runs().median() * share;
            String name = phase.limit() ? phase.name() + ", as many bytes" : phase.name();
            String figure = Quantity.time(value) + ", " + Quantity.rate(measured.bytesPerSecond());
            words.add(name + " " + figure);
            bars.add(new Bar(
                    "",
                    name,
                    figure,
                    phase.limit() ? Look.IDEAL : phase.allocated() < 0 ? Look.THIRD : Look.FIRST,
                    phase.limit() ? 0 : before,
                    value,
                    measured.runs().least() * share,
                    measured.runs().most() * share));
            before = phase.limit() ? before : Math.max(before, value);
            copying = phase.limit() ? value : copying;
            largest = Math.max(largest, measured.runs().most() * share);
        }
        figures.add(new Figure(
                "phases",
                "What one thread's time goes to",
                "Bars: time for a record, for tasks of which each does what the one before it does and something more: "
                        + String.join("; ", words) + ".",
                "Each task does what the one above it does, and something more: the full part of a bar is what is new. Grey,"
                        + " and the dashed line: the machine's own limit, copying memory. Looking for record ends is the least"
                        + " that finding records can cost: a search for one byte, eight at a time.",
                new BarPlot(Units.times("time for a record", largest, TICKS), bars, copying),
                Tables.phases(files)));
    }
}
