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
        int rangesWin = 0;
        int rangesLose = 0;
        List<String> figures = new ArrayList<>();
        for (SyntheticProfile profile : group) {
            Optional<Way> one = profile.way(Source.FILES, Division.SEQUENTIAL);
            Optional<Way> ranges = profile.way(Source.FILES, Division.RANGES);
            if (one.isEmpty() || ranges.isEmpty()) {
                continue;
            }
            Runs best = profile.way(Source.FILES, Division.WHOLE_FILES)
                    .map(Way::runs)
                    .filter(whole -> whole.median() < one.get().runs().median())
                    .orElse(one.get().runs());
            rangesWin += ranges.get().runs().quickerThan(best) ? 1 : 0;
            rangesLose += best.quickerThan(ranges.get().runs()) ? 1 : 0;
            figures.add(profile.configuration().name() + " "
                    + speedUp(ranges.get(), one.get())
                    + profile.way(Source.FILES, Division.WHOLE_FILES)
                            .map(whole -> " (files as units " + speedUp(whole, one.get()) + ")")
                            .orElse(""));
        }
        String records = "For generated records of about " + recordLength + " bytes ";
        String choice;
        if (rangesWin == group.size()) {
            choice = records + "cut files into ranges";
        } else if (rangesWin == 0 && rangesLose == 0) {
            choice = records + "any way will do: none stands out from the noise";
        } else {
            choice = records + "ranges are quicker than the better of the other two ways in " + rangesWin
                    + ", slower in " + rangesLose + " of " + Plural.of(group.size(), "configuration");
        }
        return new Advice(
                "generated files",
                choice,
                "from files, ranges against one reader after another: " + String.join(", ", figures));
    }

    private static String speedUp(Way way, Way one) {
        return Quantity.factor(way.runs().speedUpOver(one.runs())) + " x";
    }
}
