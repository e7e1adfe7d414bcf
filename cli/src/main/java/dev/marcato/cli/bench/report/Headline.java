// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.HelperPoint;
import dev.marcato.cli.bench.profile.Quantity;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import dev.marcato.cli.bench.report.Facts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few figures that one wants to know first. */
final class Headline {
    private Headline() {}

    static List<Fact> of(FilesProfile files) {
        List<Fact> facts = new ArrayList<>();
        Optional<Way> one = files.way(Source.FILES, Division.SEQUENTIAL, 1);
        Optional<Way> all = files.widest(Source.FILES, Division.RANGES);
        one.ifPresent(way -> facts.add(
                new Fact("one thread, from files", Quantity.rate(way.measured().bytesPerSecond()))));
        if (one.isPresent() && all.isPresent() && all.get().threads() > 1) {
            facts.add(new Fact(
                    Plural.of(all.get().threads(), "thread") + ", from files",
                    Quantity.rate(all.get().measured().bytesPerSecond())));
            facts.add(new Fact(
                    "speed-up",
                    Quantity.factor(all.get().runs().speedUpOver(one.get().runs())) + " \u00D7"
                            + (all.get().runs().sameAs(one.get().runs()) ? " (noise)" : "")));
        }
        if (!files.helpers().isEmpty()) {
            HelperPoint point = files.helpers().get(0);
            facts.add(new Fact(
                    point.more() + " threads pay from",
                    point.found() ? Quantity.bytes(point.bytes()) : "no size that was tried"));
        }
        return facts;
    }
}
