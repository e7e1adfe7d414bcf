// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whole processes beside each other, from start to exit, run alternately so that noise meets both. Their answers are
 * checked. The working directory is the project's root.
 *
 * <p>Argument: how often each is run (11 unless told), after one run that does not count.
 */
public final class Processes {
    private static final String LAUNCHER = "./marcato";

    private final int runs;

    private Processes(int runs) {
        this.runs = runs;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println(Environment.describe());
        new Processes(args.length > 0 ? Integer.parseInt(args[0]) : 11).all();
    }

    private void all() throws IOException, InterruptedException {
        Path large = BenchData.file(BenchData.LARGE);
        Path medium = BenchData.file(BenchData.MEDIUM);
        Path copy = large.resolveSibling("copy.mrc");
        Path one = BenchData.file(BenchData.ONE_RECORD);

        Command start = new Command("marcato count, one record", "", null, LAUNCHER, "count", one.toString());
        double[] starts = new double[runs];
        expect(start, "1");
        for (int i = 0; i < runs; i++) {
            starts[i] = start.seconds();
        }
        System.out.printf("%n%s; aim 0.150%n", line(start, starts));

        Command count = new Command("marcato count, 100 MB", "", null, LAUNCHER, "count", medium.toString());
        expect(count, Long.toString(BenchData.records(BenchData.MEDIUM)));
        compare(count, new Command("yaz-marcdump -n, 100 MB", "", null, "yaz-marcdump", "-n", medium.toString()), 1.0);

        Command cat = new Command(
                "marcato cat -o, 400 MB, -Xmx64m",
                "-Xmx64m",
                copy,
                LAUNCHER,
                "cat",
                "-o",
                copy.toString(),
                large.toString());
        cat.seconds();
        if (Files.mismatch(large, copy) >= 0) {
            throw new IllegalStateException("what cat wrote differs from what it read");
        }
        compare(cat, new Command("cp, 400 MB", "", copy, "cp", large.toString(), copy.toString()), 3.0);
        Files.delete(copy);
    }

    private static void expect(Command command, String answer) throws IOException, InterruptedException {
        command.seconds();
        String given = command.output();
        if (!given.equals(answer)) {
            throw new IllegalStateException(command.name + " said \"" + given + "\", expected " + answer);
        }
    }

    private void compare(Command ours, Command theirs, double target) throws IOException, InterruptedException {
        if (!theirs.installed()) {
            System.out.println(theirs.name + ": not installed, not compared");
            return;
        }
        theirs.seconds();
        double[] mine = new double[runs];
        double[] other = new double[runs];
        double[] ratios = new double[runs];
        for (int i = 0; i < runs; i++) {
            mine[i] = ours.seconds();
            other[i] = theirs.seconds();
            ratios[i] = mine[i] / other[i];
        }
        double ratio = median(mine) / median(other);
        System.out.println(line(ours, mine));
        System.out.println(line(theirs, other));
        System.out.printf(
                Locale.ROOT,
                "  ratio of medians %.2f, median of ratios %.2f, at most %.1f wanted: %s%n",
                ratio,
                median(ratios),
                target,
                ratio <= target ? "met" : "missed");
    }

    private static String line(Command command, double[] seconds) {
        return String.format(
                Locale.ROOT,
                "%-32s median %.3f s (%.3f to %.3f, %d runs)",
                command.name,
                median(seconds),
                Arrays.stream(seconds).min().orElse(0),
                Arrays.stream(seconds).max().orElse(0),
                seconds.length);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A process that can be run again and again. */
    private static final class Command {
        private final String name;
        private final Path written;
        private final ProcessBuilder process;
        private final Path output;

        Command(String name, String jvmOptions, Path written, String... words) throws IOException {
            this.name = name;
            this.written = written;
            this.output = Files.createTempFile("bench", ".out");
            output.toFile().deleteOnExit();
            process = new ProcessBuilder(List.of(words))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            process.environment().put("MARCATO_OPTS", jvmOptions);
        }

        boolean installed() {
            try {
                process.start().destroy();
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        /** Runs it. A file that it writes is removed first, so that every run does the same. */
        double seconds() throws IOException, InterruptedException {
            if (written != null) {
                Files.deleteIfExists(written);
            }
            long start = System.nanoTime();
            int status = process.start().waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (status != 0) {
                throw new IllegalStateException(name + " ended with status " + status);
            }
            return seconds;
        }

        String output() throws IOException {
            return Files.readString(output, StandardCharsets.UTF_8).strip();
        }
    }
}
