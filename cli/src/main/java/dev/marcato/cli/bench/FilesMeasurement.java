// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.bench.profile.BlockRate;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.Gap;
import dev.marcato.cli.bench.profile.HelperPoint;
import dev.marcato.cli.bench.profile.Measured;
import dev.marcato.cli.bench.profile.Phase;
import dev.marcato.cli.bench.profile.Quantity;
import dev.marcato.cli.bench.profile.Runs;
import dev.marcato.cli.bench.profile.SizeRate;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Measures the user's files, part after part. For one thread, and once. */
final class FilesMeasurement {
    private static final String ALL = "all";
    private static final String COLD = "cold";
    private static final int SMALLEST_BLOCK = 64 << 10;
    private static final int LARGEST_BLOCK = 4 << 20;
    /** Of a disk that reads 100 MB in a second: more would take minutes. */
    private static final long MOST_COLD_BYTES = 64_000_000;

    private static final long MOST_GROWING_BYTES = 64_000_000;
    private static final int SHARES_OF_MEMORY = 4;

    private final Survey survey;
    private final Sample sample;
    private final int threads;
    private final Settings settings;
    private final Rounds rounds;
    private final Steps steps;
    private final List<Gap> gaps;
    private final WaysPlan ways;

    FilesMeasurement(
            Survey survey, Sample sample, int threads, Settings settings, Rounds rounds, Steps steps, List<Gap> gaps) {
        this.survey = survey;
        this.sample = sample;
        this.threads = threads;
        this.settings = settings;
        this.rounds = rounds;
        this.steps = steps;
        this.gaps = gaps;
        this.ways =
                new WaysPlan(rounds, ThreadCounts.upTo(threads), sample.parts().size());
    }

    /** Everything that will be timed, for the virtual machine to compile it. */
    WarmUp warmUp() throws IOException {
        Reading memory = sample.inMemory();
        Reading files = sample.fromFiles();
        RawReading raw = new RawReading(sample.parts());
        List<Task> tasks = new ArrayList<>();
        for (Question question : Question.values()) {
            tasks.add(new Task(name(question, ALL), () -> memory.sequential(question)));
            tasks.add(new Task(name(question, ALL), () -> files.sequential(question)));
        }
        tasks.add(new Task(name(Question.TITLE, ALL), () -> memory.ranges(threads, Question.TITLE)));
        tasks.add(new Task(name(Question.TITLE, ALL), () -> files.ranges(threads, Question.TITLE)));
        tasks.add(new Task("bytes", raw::read));
        tasks.add(new Task("ends", raw::findRecordEnds));
        return WarmUp.of(tasks, rounds, settings, steps);
    }

    FilesProfile measure() throws IOException {
        MemoryCopy copy =
                MemoryCopy.of(Machine.cacheBytes(), Runtime.getRuntime().maxMemory());
        List<Measured> copying = new ArrayList<>();
        List<Way> measured = new ArrayList<>(inMemory(copy, copying));
        measured.addAll(ways.measure(Source.FILES, sample.fromFiles(), ALL, sample.bytes()));
        measured.addAll(cold());
        List<BlockRate> blocks = blocks();
        List<Phase> phases = phases(copy);
        GrowingSample growing = GrowingSample.of(
                sample.arrays(), Math.min(MOST_GROWING_BYTES, settings.mostBytes() / SHARES_OF_MEMORY));
        noteGaps(copy);
        return new FilesProfile(
                survey.facts(),
                Files.getFileStore(sample.parts().get(0).file()).type(),
                rounds.answer(name(Question.TITLE, ALL)).records(),
                sample.bytes(),
                sample.cut(),
                measured,
                copying,
                blocks,
                growing.records() == 0 ? List.of() : sizes(growing),
                growing.records() == 0 ? List.of() : helpers(growing),
                phases);
    }

    static String name(Question question, String what) {
        return question.words() + ", " + what;
    }

    private List<Way> inMemory(MemoryCopy copy, List<Measured> copying) throws IOException {
        List<Task> beside = new ArrayList<>();
        for (int count : ThreadCounts.upTo(threads)) {
            beside.add(new Task("copy", () -> copy.run(count)));
        }
        List<Runs> besideRuns = new ArrayList<>();
        List<Way> measured = ways.measure(Source.MEMORY, sample.inMemory(), ALL, sample.bytes(), beside, besideRuns);
        for (int i = 0; i < besideRuns.size(); i++) {
            copying.add(new Measured(ThreadCounts.upTo(threads).get(i), 0, copy.bytes(), besideRuns.get(i)));
        }
        return measured;
    }

    private List<Way> cold() throws IOException {
        List<Part> parts = new ArrayList<>();
        long left = MOST_COLD_BYTES;
        for (Part part : sample.parts()) {
            long taken = Math.min(left, part.bytes());
            if (taken > 0) {
                parts.add(taken == part.bytes() ? part : new Part(part.file(), taken, false));
            }
            left -= taken;
        }
        String obstacle = sample.compressed() ? "a file is compressed" : DirectFile.obstacle(parts);
        if (!obstacle.isEmpty()) {
            gaps.add(new Gap("reading with a cold cache", obstacle));
            return List.of();
        }
        List<Unit> units = new ArrayList<>();
        for (Part part : parts) {
            units.add(DirectFile.unit(part));
        }
        long bytes = parts.stream().mapToLong(Part::bytes).sum();
        WaysPlan few = new WaysPlan(rounds, List.of(threads), 1);
        List<Runs> raw = new ArrayList<>();
        List<Way> measured = new ArrayList<>(few.measure(
                Source.COLD,
                new Reading(units),
                COLD,
                bytes,
                List.of(new Task("cold bytes", () -> DirectFile.readAll(units))),
                raw));
        measured.add(new Way(Source.COLD, Division.BYTES_ALONE, new Measured(1, 0, bytes, raw.get(0))));
        return measured;
    }

    private List<BlockRate> blocks() throws IOException {
        Reading files = sample.fromFiles();
        List<Integer> sizes = new ArrayList<>();
        for (int size = SMALLEST_BLOCK; size <= LARGEST_BLOCK && size < sample.bytes(); size *= 2) {
            sizes.add(size);
        }
        if (sizes.size() < 2) {
            gaps.add(new Gap(
                    "block sizes",
                    "there are only " + Quantity.bytes(sample.bytes()) + ": too few to be cut into blocks"));
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        for (int size : sizes) {
            tasks.add(new Task(name(Question.TITLE, ALL), () -> files.ranges(threads, size, Question.TITLE)));
        }
        List<Runs> runs = rounds.run("block sizes", tasks);
        List<BlockRate> rates = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            rates.add(new BlockRate(sizes.get(i), measured(threads, runs.get(i))));
        }
        return rates;
    }

    private Measured measured(int count, Runs runs) {
        return new Measured(count, rounds.answer(name(Question.TITLE, ALL)).records(), sample.bytes(), runs);
    }

    private List<Phase> phases(MemoryCopy copy) throws IOException {
        Reading files = sample.fromFiles();
        RawReading raw = new RawReading(sample.parts());
        List<String> names = new ArrayList<>(List.of("copy memory", "read the bytes"));
        List<Task> tasks = new ArrayList<>(List.of(new Task("copy", () -> copy.run(1)), new Task("bytes", raw::read)));
        if (!sample.compressed()) {
            names.add("look for record ends");
            tasks.add(new Task("ends", raw::findRecordEnds));
        }
        int before = tasks.size();
        names.addAll(List.of("find and check every record", "first 245$a", "every subfield to text"));
        for (Question question : Question.values()) {
            tasks.add(new Task(name(question, ALL), () -> files.sequential(question)));
        }
        List<Runs> runs = rounds.run("the phases of one thread", tasks);
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            boolean limit = i == 0;
            long bytes = limit ? copy.bytes() : i == 1 ? sample.storedBytes() : sample.bytes();
            long records = limit ? 0 : rounds.answer(name(Question.TITLE, ALL)).records();
            phases.add(new Phase(
                    names.get(i),
                    limit,
                    new Measured(1, records, bytes, runs.get(i)),
                    i < before ? -1 : allocated(tasks.get(i))));
        }
        return phases;
    }

    /** Bytes for each record, -1 if they are not counted. */
    private double allocated(Task task) throws IOException {
        long before = Machine.allocatedBytes();
        rounds.runUntimed(task);
        long records = rounds.answer(task.question()).records();
        return before < 0 || records == 0 ? -1 : (double) (Machine.allocatedBytes() - before) / records;
    }

    private List<SizeRate> sizes(GrowingSample growing) throws IOException {
        List<SizeRate> rates = new ArrayList<>();
        for (int records : SizeSteps.upTo(growing.records())) {
            Reading first = new Reading(List.of(growing.first(records)));
            String question = name(Question.TITLE, "first " + records);
            List<Runs> runs = rounds.run(
                    "sizes, " + records + " records",
                    List.of(
                            new Task(question, () -> first.sequential(Question.TITLE)),
                            new Task(question, () -> first.ranges(threads, Question.TITLE))));
            long found = rounds.answer(question).records();
            rates.add(new SizeRate(
                    new Measured(1, found, growing.bytes(records), runs.get(0)),
                    new Measured(threads, found, growing.bytes(records), runs.get(1))));
        }
        return rates;
    }

    private List<HelperPoint> helpers(GrowingSample growing) throws IOException {
        List<Integer> counts = ThreadCounts.upTo(threads);
        List<HelperPoint> points = new ArrayList<>();
        for (int i = 1; i < counts.size(); i++) {
            int fewer = counts.get(i - 1);
            int more = counts.get(i);
            HelperSearch.Result result = HelperSearch.smallest(
                    growing.records(), records -> compare(growing.first(records), records, fewer, more));
            points.add(new HelperPoint(
                    fewer,
                    more,
                    result.found(),
                    result.records(),
                    growing.bytes(result.records()),
                    result.trial().fewer(),
                    result.trial().more()));
        }
        return points;
    }

    private HelperSearch.Trial compare(Unit unit, int records, int fewer, int more) throws IOException {
        Reading reading = new Reading(List.of(unit));
        String question = name(Question.TITLE, "first " + records);
        List<Runs> runs = rounds.run(
                "when thread " + more + " pays, at " + records + " records",
                List.of(
                        new Task(question, () -> reading.ranges(fewer, Question.TITLE)),
                        new Task(question, () -> reading.ranges(more, Question.TITLE))));
        return new HelperSearch.Trial(
                runs.get(0).median(), runs.get(1).median(), runs.get(1).quickerThan(runs.get(0)));
    }

    private void noteGaps(MemoryCopy copy) {
        if (threads == 1) {
            gaps.add(new Gap("several threads", "there was to be one only"));
        }
        if (sample.parts().size() == 1 && threads > 1) {
            gaps.add(new Gap("files as units", "there is one file with records in it, so there is one unit"));
        }
        if (sample.compressed()) {
            gaps.add(new Gap("looking for record ends alone", "a file is compressed"));
        }
        if (!sample.cut().isEmpty()) {
            gaps.add(new Gap("all of your files", "measured was " + sample.cut()));
        }
        if (copy.bytes() < 2 * Machine.cacheBytes()) {
            gaps.add(new Gap(
                    "copying memory past the caches",
                    "the heap is too small for arrays larger than them; what is shown is quicker than memory"));
        }
        if (Machine.allocatedBytes() < 0) {
            gaps.add(new Gap("allocation", "this virtual machine does not count it"));
        }
    }
}
