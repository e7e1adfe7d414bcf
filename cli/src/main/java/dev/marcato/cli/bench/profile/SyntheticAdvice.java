// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What generated files say about how to divide work: one sentence for each length of records. */
final class SyntheticAdvice {
    private SyntheticAdvice() {}

    static List<Advice> of(List<SyntheticProfile> profiles) {
        Map<Integer, List<SyntheticProfile>> byLength = new LinkedHashMap<>();
        for (SyntheticProfile profile : profiles) {
            byLength.computeIfAbsent(profile.recordLength(), any -> new ArrayList<>())
                    .add(profile);
        }
        List<Advice> advice = new ArrayList<>();
        byLength.forEach((length, group) -> advice.add(of(group, length)));
        return advice;
    }

    private static Advice of(List<SyntheticProfile> group, int recordLength) {
        int gains = 0;
        int rangesWin = 0;
        int filesWin = 0;
        List<String> figures = new ArrayList<>();
        for (SyntheticProfile profile : group) {
            Optional<Way> one = profile.way(Source.FILES, Division.SEQUENTIAL);
            Optional<Way> ranges = profile.way(Source.FILES, Division.RANGES);
            Optional<Way> whole = profile.way(Source.FILES, Division.WHOLE_FILES);
            if (one.isEmpty() || ranges.isEmpty()) {
                continue;
            }
            Runs alone = one.get().runs();
            Runs byRange = ranges.get().runs();
            gains += byRange.quickerThan(alone)
                            || whole.filter(way -> way.runs().quickerThan(alone))
                                    .isPresent()
                    ? 1
                    : 0;
            rangesWin += whole.filter(way -> byRange.quickerThan(way.runs())).isPresent() ? 1 : 0;
            filesWin += whole.filter(way -> way.runs().quickerThan(byRange)).isPresent() ? 1 : 0;
            figures.add(profile.configuration().name() + " "
                    + speedUp(ranges.get(), one.get())
                    + whole.map(way -> " (files as units " + speedUp(way, one.get()) + ")")
                            .orElse(""));
        }
        return new Advice(
                "generated files",
                "For records of about " + recordLength + " bytes " + choice(gains, rangesWin, filesWin, group.size()),
                "from files, ranges against one reader after another: " + String.join(", ", figures));
    }

    private static String choice(int gains, int rangesWin, int filesWin, int all) {
        if (gains == 0) {
            return "one thread is enough: more gained nothing above the noise in any of "
                    + Plural.of(all, "configuration");
        }
        String which;
        if (rangesWin == 0 && filesWin == 0) {
            which = "ranges or whole files makes no difference above the noise";
        } else {
            which = "ranges are quicker than whole files in " + rangesWin + ", slower in " + filesWin;
        }
        return "use more threads: they gain in " + gains + " of " + Plural.of(all, "configuration") + "; " + which;
    }

    private static String speedUp(Way way, Way one) {
        return Quantity.factor(way.runs().speedUpOver(one.runs())) + " x";
    }
}
