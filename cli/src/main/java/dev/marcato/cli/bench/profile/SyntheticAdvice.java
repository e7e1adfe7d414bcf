// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What generated files say about how to divide work: one sentence for each length of records. */
final class SyntheticAdvice {
    private SyntheticAdvice() {}

    static List<Advice> of(List<SyntheticProfile> profiles) {
        List<Advice> advice = new ArrayList<>();
        // Configurations of the same length stand together; their mean lengths differ by a byte or two.
        List<SyntheticProfile> group = new ArrayList<>();
        for (SyntheticProfile profile : profiles) {
            if (!group.isEmpty() && Math.abs(group.get(0).recordBytes() - profile.recordBytes()) > 100) {
                advice.add(of(group, group.get(0).recordBytes()));
                group.clear();
            }
            group.add(profile);
        }
        if (!group.isEmpty()) {
            advice.add(of(group, group.get(0).recordBytes()));
        }
        return advice;
    }

    private static Advice of(List<SyntheticProfile> group, long recordBytes) {
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
        String records = "For generated records of " + recordBytes + " bytes ";
        String choice;
        if (rangesWin == group.size()) {
            choice = records + "cut files into ranges";
        } else if (rangesLose == 0) {
            choice = records
                    + (rangesWin > 0 ? "ranges are quicker or no slower" : "ranges are no slower than what is best");
        } else {
            choice = records + "it depends: ranges are quicker in " + rangesWin + ", slower in " + rangesLose + " of "
                    + group.size();
        }
        return new Advice(choice, "from files, ranges against one reader after another: " + String.join(", ", figures));
    }

    private static String speedUp(Way way, Way one) {
        return Quantity.factor(way.runs().speedUpOver(one.runs())) + " x";
    }
}
