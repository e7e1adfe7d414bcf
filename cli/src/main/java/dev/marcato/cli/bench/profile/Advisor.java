// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the figures say about what to choose, on this machine and for these files. A difference is called one where it is
 * larger than the noise ({@link Runs#quickerThan}); else the sentence says that there is none to be seen.
 */
public final class Advisor {
    private static final int USUAL_BLOCK = 1 << 20;
    private static final double BUSY_SHARE = 0.5;
    private static final double MUCH_GARBAGE = 0.05;

    private final Profile profile;
    private final List<Advice> advice = new ArrayList<>();

    private Advisor(Profile profile) {
        this.profile = profile;
    }

    public static List<Advice> of(Profile profile) {
        Advisor advisor = new Advisor(profile);
        advisor.busy();
        profile.files().ifPresent(advisor::aboutFiles);
        if (!profile.synthetic().isEmpty()) {
            advisor.advice.addAll(SyntheticAdvice.of(profile.synthetic()));
        }
        return List.copyOf(advisor.advice);
    }

    private void say(String about, String choice, String because) {
        advice.add(new Advice(about, choice, because));
    }

    private void aboutFiles(FilesProfile files) {
        threads(files);
        sizes(files);
        units(files);
        blocks(files);
        LimitAdvice.of(files).ifPresent(advice::add);
        cold(files);
        memory(files);
        garbage(files);
    }

    private void threads(FilesProfile files) {
        Optional<Way> one = files.way(Source.FILES, Division.SEQUENTIAL, 1);
        Optional<Way> widest = files.widest(Source.FILES, Division.RANGES);
        if (one.isEmpty() || widest.isEmpty() || widest.get().threads() == 1) {
            say("threads", "One thread: there is no choice", "no more than one was to be used");
            return;
        }
        Runs alone = one.get().runs();
        Way all = widest.get();
        Way best = files.ways(Source.FILES, Division.RANGES).stream()
                .filter(way -> way.runs().quickerThan(all.runs()))
                .min((a, b) -> Double.compare(a.runs().median(), b.runs().median()))
                .orElse(all);
        String alternative = Quantity.time(alone.median())
                + (files.files().size() > 1 ? " with one reader after another" : " with one reader");
        String took = Quantity.time(best.runs().median()) + " against " + alternative;
        if (!best.runs().quickerThan(alone)) {
            String which = alone.quickerThan(all.runs()) ? "slower" : "no quicker by more than the noise";
            say(
                    "threads",
                    "One thread is enough for these files",
                    Plural.of(all.threads(), "thread") + " were " + which + ": "
                            + Quantity.time(all.runs().median()) + " against " + alternative);
        } else if (best == all) {
            say(
                    "threads",
                    "Use all " + all.threads() + " threads, which is the default",
                    "these files took " + took + ": "
                            + Quantity.times(all.runs().speedUpOver(alone)) + " as fast" + enough(files, all));
        } else {
            say(
                    "threads",
                    "Use " + best.threads() + " threads (--threads " + best.threads() + "), not all " + all.threads(),
                    "these files took " + took + ", and "
                            + Quantity.time(all.runs().median()) + " with all");
        }
    }

    /** Fewer threads that do as well. */
    private static String enough(FilesProfile files, Way all) {
        return files.ways(Source.FILES, Division.RANGES).stream()
                .filter(way -> way.threads() > 1 && way.threads() < all.threads())
                .filter(way -> way.runs().sameAs(all.runs()))
                .findFirst()
                .map(way -> "; " + way.threads() + " threads are within the noise of that")
                .orElse("");
    }

    private void sizes(FilesProfile files) {
        if (files.helpers().isEmpty()) {
            return;
        }
        HelperPoint first = files.helpers().get(0);
        if (!first.found()) {
            say(
                    "small files",
                    "Do not count on a second thread within one file",
                    "in one file of up to " + size(first) + ", the most that was tried, " + first.more()
                            + " threads were at no size quicker by more than the noise");
            return;
        }
        double cost = files.sizes().stream()
                .filter(size -> size.bytes() < first.bytes())
                .filter(size ->
                        size.sequential().runs().quickerThan(size.parallel().runs()))
                .mapToDouble(size -> size.parallel().runs().median()
                        - size.sequential().runs().median())
                .max()
                .orElse(0);
        say(
                "small files",
                "Leave the number of threads as it is for small files too",
                first.more() + " threads begin to pay at " + size(first) + " (" + Quantity.time(first.secondsMore())
                        + " against " + Quantity.time(first.secondsFewer()) + "); below that they cost "
                        + (cost > 0
                                ? "at most " + Quantity.time(cost) + " a file"
                                : "nothing that stood out from the noise")
                        + rest(files.helpers()));
    }

    private static String rest(List<HelperPoint> points) {
        StringBuilder text = new StringBuilder();
        for (HelperPoint point : points.subList(1, points.size())) {
            text.append("; ")
                    .append(point.more())
                    .append(point.found() ? " threads at " + size(point) : " threads never, up to " + size(point));
        }
        return text.toString();
    }

    private static String size(HelperPoint point) {
        return Quantity.bytes(point.bytes()) + " (" + Plural.of(point.records(), "record") + ")";
    }

    private void units(FilesProfile files) {
        Optional<Way> whole = files.widest(Source.FILES, Division.WHOLE_FILES);
        Optional<Way> ranges = files.widest(Source.FILES, Division.RANGES);
        if (whole.isEmpty() || ranges.isEmpty()) {
            return;
        }
        Runs byFile = whole.get().runs();
        Runs byRange = ranges.get().runs();
        String figures = Quantity.time(byRange.median()) + " by ranges, " + Quantity.time(byFile.median())
                + " by files, with " + ranges.get().threads() + " threads";
        if (byRange.quickerThan(byFile)) {
            double fair = 1.0 / whole.get().threads();
            String why = files.largestShare() > fair * 1.1
                    ? "; the largest file holds " + Quantity.percent(files.largestShare())
                            + " of all bytes, and whoever has it works on alone"
                    : "";
            say(
                    "several files",
                    "Cut files into ranges (MarcFiles, the command line), rather than giving each thread whole files",
                    "files as units take " + Quantity.times(byRange.speedUpOver(byFile)) + " as long: " + figures
                            + why);
        } else if (byFile.quickerThan(byRange)) {
            say(
                    "several files",
                    "Whole files for each thread are quicker here than ranges",
                    "ranges take " + Quantity.times(byFile.speedUpOver(byRange)) + " as long: " + figures);
        } else {
            say(
                    "several files",
                    "Ranges or whole files as units: no matter here",
                    "no difference above the noise: " + figures);
        }
    }

    private void blocks(FilesProfile files) {
        Optional<BlockRate> usual = files.blocks().stream()
                .filter(block -> block.blockBytes() == USUAL_BLOCK)
                .findFirst();
        if (usual.isEmpty()) {
            return;
        }
        Runs own = usual.get().measured().runs();
        Optional<BlockRate> better = files.blocks().stream()
                .filter(block -> block.measured().runs().quickerThan(own))
                .min((a, b) -> Double.compare(
                        a.measured().runs().median(), b.measured().runs().median()));
        if (better.isPresent()) {
            say(
                    "blocks",
                    "Blocks of " + Quantity.block(better.get().blockBytes())
                            + " (MarcFiles.builder().blockBytes) are worth a try",
                    "they are " + Quantity.times(better.get().measured().runs().speedUpOver(own))
                            + " as fast as the usual 1 MiB");
            return;
        }
        List<String> worse = files.blocks().stream()
                .filter(block -> own.quickerThan(block.measured().runs()))
                .map(block -> Quantity.block(block.blockBytes()))
                .toList();
        say(
                "blocks",
                "Leave the size of blocks as it is, 1 MiB",
                "no other was quicker by more than the noise"
                        + (worse.isEmpty() ? ", and none slower" : "; slower: " + String.join(", ", worse)));
    }

    private void cold(FilesProfile files) {
        Optional<Way> bytes = files.way(Source.COLD, Division.BYTES_ALONE, 1);
        Optional<Way> one = files.way(Source.COLD, Division.SEQUENTIAL, 1);
        Optional<Way> all = files.widest(Source.COLD, Division.RANGES);
        if (bytes.isEmpty() || one.isEmpty() || all.isEmpty() || all.get().threads() == 1) {
            return;
        }
        String rates = "past the system's cache one thread reads the bytes alone at "
                + Quantity.rate(bytes.get().measured().bytesPerSecond()) + ", the records at "
                + Quantity.rate(one.get().measured().bytesPerSecond()) + ", and "
                + all.get().threads()
                + " threads the records at "
                + Quantity.rate(all.get().measured().bytesPerSecond()) + estimate(files, bytes.get());
        if (all.get().runs().quickerThan(one.get().runs())) {
            say("a cold cache", "Use all threads for files that are not in the system's cache, too", rates);
        } else if (one.get().runs().quickerThan(all.get().runs())) {
            say("a cold cache", "Read files that are not in the system's cache with one thread (--threads 1)", rates);
        } else {
            say(
                    "a cold cache",
                    "Do not expect more threads to help with files that are not in the system's cache",
                    rates);
        }
    }

    /** No more than an estimate: nothing was measured that reads ahead. */
    private static String estimate(FilesProfile files, Way bytes) {
        return files.widest(Source.MEMORY, Division.RANGES)
                .map(way -> "; reading ahead while others work could come to "
                        + Quantity.rate(Math.min(
                                bytes.measured().bytesPerSecond(),
                                way.measured().bytesPerSecond()))
                        + " at most (an estimate: the slower of the two alone)")
                .orElse("");
    }

    private void memory(FilesProfile files) {
        Optional<Way> memory = files.widest(Source.MEMORY, Division.RANGES);
        Optional<Way> disk = files.widest(Source.FILES, Division.RANGES);
        if (memory.isEmpty() || disk.isEmpty()) {
            return;
        }
        String figures = Quantity.rate(memory.get().measured().bytesPerSecond()) + " from arrays, "
                + Quantity.rate(disk.get().measured().bytesPerSecond()) + " from files in the system's cache";
        // Not measured in turns: only a gap between the slowest here and the quickest there says something.
        boolean apart = memory.get().runs().most() < disk.get().runs().least();
        say(
                "memory",
                apart
                        ? "What is in memory already is read faster; loading files for that alone is not worth it"
                        : "Loading files into memory first gains nothing that stands out from the noise",
                figures + (apart ? ", and loading them takes what reading them takes" : ""));
    }

    private void garbage(FilesProfile files) {
        if (files.phases().isEmpty()) {
            return;
        }
        Phase last = files.phases().get(files.phases().size() - 1);
        double share = last.measured().runs().gcShare();
        String figures = "of the time to turn every subfield to text it took " + Quantity.percent(share)
                + (last.allocated() < 0 ? "" : ", at " + Quantity.bytes(last.allocated()) + " of new memory a record");
        if (share > MUCH_GARBAGE) {
            say(
                    "garbage",
                    "Give the virtual machine more room for new objects (-Xmn) if you decode much text",
                    figures);
        } else {
            say("garbage", "Collecting garbage is no matter here", figures);
        }
    }

    private void busy() {
        Environment environment = profile.environment();
        if (environment.loadBefore() > BUSY_SHARE * environment.processors()) {
            say(
                    "this measurement",
                    "Measure again when the machine is quiet",
                    "the load was " + Quantity.factor(environment.loadBefore()) + " on "
                            + Plural.of(environment.processors(), "processor") + " when this began");
        }
    }
}
