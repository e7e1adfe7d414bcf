// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.MarcWriter;
import dev.marcato.cli.bench.profile.Configuration;
import dev.marcato.cli.bench.profile.Gap;
import dev.marcato.cli.bench.profile.SyntheticProfile;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes files, measures them, and removes them. For one thread, and once. */
final class SyntheticMeasurement {
    private final List<Configuration> configurations;
    private final int threads;
    private final Settings settings;
    private final Rounds rounds;
    private final Steps steps;
    private final List<Gap> gaps;

    SyntheticMeasurement(
            List<Configuration> configurations,
            int threads,
            Settings settings,
            Rounds rounds,
            Steps steps,
            List<Gap> gaps) {
        this.configurations = configurations;
        this.threads = threads;
        this.settings = settings;
        this.rounds = rounds;
        this.steps = steps;
        this.gaps = gaps;
    }

    List<SyntheticProfile> measure() throws IOException {
        List<SyntheticProfile> profiles = new ArrayList<>();
        for (int length : SyntheticRecords.LENGTHS) {
            for (Configuration configuration : configurations) {
                try (TemporaryFolder folder = new TemporaryFolder()) {
                    profiles.add(measure(configuration, length, write(configuration, length, folder.path())));
                }
            }
        }
        return profiles;
    }

    /** Enough of the smallest configuration for the virtual machine to compile what is timed later. */
    WarmUp warmUp() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            Configuration few = new Configuration("warm-up", 2, 2000);
            List<Path> files = write(few, SyntheticRecords.LENGTHS.get(1), folder.path());
            Reading reading = new Reading(files.stream().map(Unit::ofFile).toList());
            List<Unit> arrays = new ArrayList<>();
            for (Path file : files) {
                arrays.add(Unit.ofArray(Files.readAllBytes(file), file.toString()));
            }
            Reading memory = new Reading(arrays);
            List<Task> tasks = new ArrayList<>();
            for (Reading each : List.of(reading, memory)) {
                tasks.add(new Task("warm-up", () -> each.sequential(Question.TITLE)));
                tasks.add(new Task("warm-up", () -> each.ranges(threads, Question.TITLE)));
                tasks.add(new Task("warm-up", () -> each.wholeFiles(threads, Question.TITLE)));
            }
            return WarmUp.of(tasks, rounds, settings, steps);
        }
    }

    private List<Path> write(Configuration configuration, int length, Path folder) throws IOException {
        SyntheticRecords records = new SyntheticRecords(length);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < configuration.files(); i++) {
            Path file = folder.resolve(i + ".mrc");
            try (MarcWriter writer = MarcWriter.create(file)) {
                for (int j = 0; j < configuration.records(); j++) {
                    writer.write(records.next());
                }
            }
            files.add(file);
        }
        return files;
    }

    private SyntheticProfile measure(Configuration configuration, int length, List<Path> files) throws IOException {
        String what = configuration.name() + " of " + length;
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        List<Integer> most = List.of(threads);
        WaysPlan plan = new WaysPlan(rounds, most, files.size());
        List<Way> ways = new ArrayList<>();
        if (bytes <= settings.mostBytes()) {
            List<Unit> arrays = new ArrayList<>();
            for (Path file : files) {
                arrays.add(Unit.ofArray(Files.readAllBytes(file), file.toString()));
            }
            ways.addAll(plan.measure(Source.MEMORY, new Reading(arrays), what, bytes));
        } else {
            gaps.add(new Gap(what + " bytes in memory", "it does not fit beside the rest"));
        }
        Reading reading = new Reading(files.stream().map(Unit::ofFile).toList());
        ways.addAll(plan.measure(Source.FILES, reading, what, bytes));
        long records = (long) configuration.files() * configuration.records();
        return new SyntheticProfile(configuration, length, Math.round((double) bytes / records), ways);
    }
}
