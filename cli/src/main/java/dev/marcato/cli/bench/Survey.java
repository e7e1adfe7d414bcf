// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.MarcFiles;
import dev.marcato.cli.Input;
import dev.marcato.cli.Reason;
import dev.marcato.cli.bench.profile.FileFacts;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the user's files hold, found by reading them once.
 *
 * @param files those that could be read, with their places
 * @param problems a line for each that could not
 */
record Survey(List<Surveyed> files, List<String> problems) {
    /**
     * A file and what is in it.
     *
     * @param path where it is
     * @param facts what is in it
     */
    record Surveyed(Path path, FileFacts facts) {}

    static Survey of(List<Input> inputs, int threads) throws IOException {
        List<String> problems = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (Input input : inputs) {
            Path path = input.path();
            String problem = path == null ? input.problem() : problem(path);
            if (path == null || !problem.isEmpty()) {
                problems.add(input.name() + ": cannot read: " + problem);
            } else {
                paths.add(path);
            }
        }
        return read(paths, threads, problems);
    }

    private static String problem(Path path) {
        if (!Files.exists(path)) {
            return "no such file or directory";
        }
        return Files.isRegularFile(path) ? "" : "it is no file that can be read again and again, as bench must";
    }

    private static Survey read(List<Path> paths, int threads, List<String> problems) throws IOException {
        Map<Integer, String> broken = new HashMap<>();
        MarcFiles files = MarcFiles.builder()
                .threads(threads)
                .unreadable(input ->
                        broken.put(input.index(), input.name() + ": cannot read: " + Reason.of(input.reason())))
                .of(paths.stream().map(MarcInput::of).toList());
        try {
            files.collect(() -> "", (none, record) -> {}, (none, other) -> {});
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        List<Surveyed> found = new ArrayList<>();
        List<ReadSummary.Source> sources = files.summary().sources();
        for (int i = 0; i < paths.size(); i++) {
            String problem = broken.get(i);
            if (problem == null) {
                ReadSummary.Source source = sources.get(i);
                found.add(new Surveyed(
                        paths.get(i),
                        new FileFacts(
                                source.name(),
                                Files.size(paths.get(i)),
                                source.totalBytes(),
                                source.records(),
                                source.repaired())));
            } else {
                problems.add(problem);
            }
        }
        return new Survey(List.copyOf(found), List.copyOf(problems));
    }

    List<FileFacts> facts() {
        return files.stream().map(Surveyed::facts).toList();
    }

    long records() {
        return files.stream().mapToLong(file -> file.facts().records()).sum();
    }
}
