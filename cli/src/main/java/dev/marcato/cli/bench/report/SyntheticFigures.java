// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.Measured;
import dev.marcato.cli.bench.profile.Quantity;
import dev.marcato.cli.bench.profile.SyntheticProfile;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import dev.marcato.cli.bench.report.BarPlot.Bar;
import dev.marcato.cli.bench.report.Line.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bars for generated files: a plot for each length of records, from memory and from files. */
final class SyntheticFigures {
    private static final int TICKS = 5;

    private SyntheticFigures() {}

    static List<Figure> of(List<SyntheticProfile> profiles) {
        Map<Integer, List<SyntheticProfile>> byLength = new LinkedHashMap<>();
        for (SyntheticProfile profile : profiles) {
            byLength.computeIfAbsent(profile.recordLength(), any -> new ArrayList<>())
                    .add(profile);
        }
        List<Figure> figures = new ArrayList<>();
        byLength.forEach((length, group) -> {
            for (Source source : List.of(Source.MEMORY, Source.FILES)) {
                add(figures, length, source, group);
            }
        });
        return figures;
    }

    private static void add(List<Figure> figures, int length, Source source, List<SyntheticProfile> group) {
        List<Bar> bars = new ArrayList<>();
        List<String> words = new ArrayList<>();
        double largest = 0;
        for (SyntheticProfile profile : group) {
            String head = profile.configuration().files() + " \u00D7 "
                    + Plural.of(profile.configuration().records(), "record");
            for (Way way : profile.ways()) {
                if (way.source() != source) {
                    continue;
                }
                Measured measured = way.measured();
                String figure = figure(profile, way);
                words.add(profile.configuration().name() + ", " + Tables.words(way) + ": " + figure);
                bars.add(new Bar(
                        head,
                        Tables.words(way),
                        figure,
                        look(way.division()),
                        0,
                        measured.recordsPerSecond(),
                        measured.records() / measured.runs().most(),
                        measured.records() / measured.runs().least()));
                largest = Math.max(largest, measured.records() / measured.runs().least());
                head = "";
            }
        }
        if (bars.isEmpty()) {
            return;
        }
        figures.add(new Figure(
                "generated-" + length + "-" + source.name().toLowerCase(Locale.ROOT),
                "Generated records of about " + length + " bytes, " + source.words(),
                "Bars: records in a second for each configuration and each way to read. " + String.join("; ", words)
                        + ".",
                "Records in a second, and how many times as many as with one reader after another. The thin line at the end"
                        + " of a bar goes from the slowest run to the quickest.",
                new BarPlot(Units.recordRates(largest, TICKS), bars, Double.NaN),
                Tables.synthetic(group, source)));
    }

    private static String figure(SyntheticProfile profile, Way way) {
        String rate = Quantity.digits(way.measured().recordsPerSecond()) + "/s";
        return way.division() == Division.SEQUENTIAL
                ? rate
                : profile.way(way.source(), Division.SEQUENTIAL)
                        .map(one ->
                                rate + ", \u00D7 " + Quantity.factor(way.runs().speedUpOver(one.runs())))
                        .orElse(rate);
    }

    private static Look look(Division division) {
        return switch (division) {
            case SEQUENTIAL -> Look.FIRST;
            case RANGES -> Look.SECOND;
            case WHOLE_FILES -> Look.THIRD;
            case BYTES_ALONE -> Look.IDEAL;
        };
    }
}
