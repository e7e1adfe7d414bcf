// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.BlockRate;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.HelperPoint;
import dev.marcato.cli.bench.profile.Measured;
import dev.marcato.cli.bench.profile.Phase;
import dev.marcato.cli.bench.profile.Quantity;
import dev.marcato.cli.bench.profile.Runs;
import dev.marcato.cli.bench.profile.SizeRate;
import dev.marcato.cli.bench.profile.SyntheticProfile;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of a profile in rows. What was not measured is an empty table. */
final class Tables {
    private static final String RANGE = "time, median (least to most)";

    private static final String COLD =
            "Cold is read past the system's cache, by direct I/O; a disk's own cache, and that of a"
                    + " virtual machine's host, stand behind it.";

    private Tables() {}

    static Table ways(FilesProfile files, Source source) {
        List<List<String>> rows = new ArrayList<>();
        Optional<Way> base = files.way(source, Division.SEQUENTIAL, 1);
        for (Way way : files.ways(source)) {
            rows.add(List.of(
                    words(way),
                    range(way.runs()),
                    Quantity.rate(way.measured().bytesPerSecond()),
                    way.division() == Division.BYTES_ALONE
                            ? ""
                            : Quantity.digits(way.measured().recordsPerSecond()),
                    base.filter(one -> way.division() != Division.BYTES_ALONE)
                            .map(one -> Quantity.factor(way.runs().speedUpOver(one.runs())))
                            .orElse("")));
        }
        if (source == Source.MEMORY) {
            for (Measured copy : files.copying()) {
                rows.add(List.of(
                        "copying memory, " + Plural.of(copy.threads(), "thread"),
                        range(copy.runs()),
                        Quantity.rate(copy.bytesPerSecond()),
                        "",
                        Quantity.factor(
                                copy.runs().speedUpOver(files.copying().get(0).runs()))));
            }
        }
        return new Table(
                "First 245$a of every record, " + source.words(),
                List.of("way", RANGE, "rate", "records/s", "speed-up"),
                rows,
                source == Source.COLD ? COLD : "");
    }

    /** Of every source. */
    static Table allWays(FilesProfile files) {
        List<List<String>> rows = new ArrayList<>();
        List<String> columns = List.of();
        for (Source source : Source.values()) {
            Table one = ways(files, source);
            columns = one.columns();
            for (List<String> row : one.rows()) {
                List<String> cells = new ArrayList<>(row);
                cells.set(0, row.get(0).startsWith("copying") ? row.get(0) : source.words() + ", " + row.get(0));
                rows.add(cells);
            }
        }
        return new Table("First 245$a of every record", columns, rows, COLD);
    }

    /** How many times as fast as one reader. */
    static Table threads(FilesProfile files) {
        List<List<String>> rows = new ArrayList<>();
        for (Source source : List.of(Source.MEMORY, Source.FILES)) {
            Optional<Way> base = files.way(source, Division.SEQUENTIAL, 1);
            for (Way way : files.ways(source)) {
                base.ifPresent(one -> rows.add(List.of(
                        source.words() + ", " + words(way),
                        Quantity.factor(way.runs().speedUpOver(one.runs())),
                        Quantity.factor(one.runs().median() / way.runs().most()) + " to "
                                + Quantity.factor(
                                        one.runs().median() / way.runs().least()))));
            }
        }
        for (Measured copy : files.copying()) {
            Runs one = files.copying().get(0).runs();
            rows.add(List.of(
                    "copying memory, " + Plural.of(copy.threads(), "thread"),
                    Quantity.factor(copy.runs().speedUpOver(one)),
                    Quantity.factor(one.median() / copy.runs().most()) + " to "
                            + Quantity.factor(one.median() / copy.runs().least())));
        }
        return new Table("Speed-up by threads", List.of("way", "speed-up", "slowest to quickest run"), rows);
    }

    static String words(Way way) {
        return switch (way.division()) {
            case SEQUENTIAL, BYTES_ALONE -> way.division().words();
            case RANGES, WHOLE_FILES -> way.division().words() + ", " + Plural.of(way.threads(), "thread");
        };
    }

    static Table blocks(FilesProfile files) {
        List<List<String>> rows = new ArrayList<>();
        for (BlockRate block : files.blocks()) {
            rows.add(List.of(
                    Quantity.block(block.blockBytes()),
                    range(block.measured().runs()),
                    Quantity.rate(block.measured().bytesPerSecond())));
        }
        return new Table("Size of blocks, from files, all threads", List.of("block", RANGE, "rate"), rows);
    }

    static Table sizes(FilesProfile files) {
        List<List<String>> rows = new ArrayList<>();
        for (SizeRate size : files.sizes()) {
            Runs one = size.sequential().runs();
            Runs all = size.parallel().runs();
            rows.add(List.of(
                    Plural.of(size.records(), "record"),
                    Quantity.bytes(size.bytes()),
                    Quantity.time(one.median()),
                    Quantity.time(all.median()),
                    Quantity.rate(size.sequential().bytesPerSecond()),
                    Quantity.rate(size.parallel().bytesPerSecond()),
                    Quantity.factor(all.speedUpOver(one)) + (all.sameAs(one) ? " (noise)" : "")));
        }
        int threads =
                files.sizes().isEmpty() ? 0 : files.sizes().get(0).parallel().threads();
        return new Table(
                "By size, in memory: the first records as one file",
                List.of(
                        "records",
                        "size",
                        "one reader",
                        Plural.of(threads, "thread"),
                        "rate of one",
                        "rate of " + threads,
                        "speed-up"),
                rows);
    }

    static Table helpers(FilesProfile files) {
        List<List<String>> rows = new ArrayList<>();
        for (HelperPoint point : files.helpers()) {
            rows.add(List.of(
                    point.more() + " threads instead of " + point.fewer(),
                    point.found() ? Plural.of(point.records(), "record") : "never",
                    (point.found() ? "" : "up to ") + Quantity.bytes(point.bytes()),
                    Quantity.time(point.secondsFewer()),
                    Quantity.time(point.secondsMore())));
        }
        return new Table(
                "From which size on a further thread pays",
                List.of("", "from", "size", "with fewer", "with more"),
                rows,
                "Found by search: quicker by its median and in at least nine of ten rounds, there and at twice the size.");
    }

    static Table phases(FilesProfile files) {
        List<List<String>> rows = new ArrayList<>();
        double before = 0;
        for (Phase phase : files.phases()) {
            double perRecord = phase.measured().secondsPerRecord();
            rows.add(List.of(
                    phase.name() + (phase.limit() ? " (the machine)" : ""),
                    range(phase.measured().runs()),
                    Quantity.rate(phase.measured().bytesPerSecond()),
                    phase.limit() ? "" : Quantity.time(perRecord),
                    phase.limit() ? "" : Quantity.time(Math.max(0, perRecord - before)),
                    phase.allocated() < 0 ? "" : Quantity.bytes(phase.allocated()),
                    Quantity.percent(phase.measured().runs().gcShare())));
            before = Math.max(before, perRecord);
        }
        return new Table(
                "Phases of one thread, from files: each does what the one above does, and more",
                List.of("phase", RANGE, "rate", "a record", "more", "new memory a record", "in GC"),
                rows,
                "Looking for record ends is a search for the byte 0x1D, eight bytes at a time: the least that finding"
                        + " records can cost, and no part of Marcato.");
    }

    static Table synthetic(List<SyntheticProfile> profiles) {
        return synthetic(profiles, List.of(Source.values()));
    }

    static Table synthetic(List<SyntheticProfile> profiles, Source source) {
        return synthetic(profiles, List.of(source));
    }

    private static Table synthetic(List<SyntheticProfile> profiles, List<Source> sources) {
        List<List<String>> rows = new ArrayList<>();
        for (SyntheticProfile profile : profiles) {
            for (Way way : profile.ways()) {
                if (!sources.contains(way.source())) {
                    continue;
                }
                String name = profile.configuration().name() + " of " + profile.recordBytes() + " B, "
                        + way.source().words() + ", " + words(way);
                rows.add(List.of(
                        name,
                        range(way.runs()),
                        Quantity.digits(way.measured().recordsPerSecond()),
                        Quantity.rate(way.measured().bytesPerSecond()),
                        profile.way(way.source(), Division.SEQUENTIAL)
                                .map(one -> Quantity.factor(way.runs().speedUpOver(one.runs())))
                                .orElse("")));
            }
        }
        return new Table(
                "Generated files, first 245$a of every record",
                List.of("files", RANGE, "records/s", "rate", "speed-up"),
                rows);
    }

    private static String range(Runs runs) {
        return Quantity.time(runs.median()) + " (" + Quantity.time(runs.least()) + " to " + Quantity.time(runs.most())
                + ")";
    }
}
