// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static dev.marcato.cli.Arguments.flag;
import static dev.marcato.cli.Arguments.value;

import dev.marcato.cli.Arguments;
import dev.marcato.cli.UsageException;
import dev.marcato.cli.bench.profile.Configuration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the user asked for.
 *
 * @param arguments the files, as typed; none where generated files are enough
 * @param recursive whether directories below a directory are read too
 * @param synthetic generated files
 * @param threads how many threads at most
 * @param rounds how often each task is run for a figure
 * @param json whether the data are JSON, not text
 * @param output where the data go, {@code -} for standard output
 * @param html file for the report with plots, or null
 * @param quiet whether only errors are told
 * @param command the command line, for the report
 */
record BenchOptions(
        List<String> arguments,
        boolean recursive,
        List<Configuration> synthetic,
        int threads,
        int rounds,
        boolean json,
        String output,
        @Nullable String html,
        boolean quiet,
        String command) {
    private static final int MOST_ROUNDS = 1000;

    static void declare(CommandSpec spec) {
        Arguments.positional(
                spec,
                "FILE",
                "what to measure: files; directories and patterns as for the other verbs. No standard input, which can be"
                        + " read only once.");
        spec.addOption(flag("--recursive", "take the directories in a directory too, however deep"))
                .addOption(value("-o --output", "FILE", "where the figures go (default: standard output)"))
                .addOption(flag("--json", "the figures as one JSON object, every run among them"))
                .addOption(value("--html", "FILE", "a report with plots beside: one file that needs no other"))
                .addOption(value(
                        "--synthetic",
                        "LIST",
                        "measure generated files too, of records of about 264 and about 1,360 bytes: 2x10k,4x1k is two"
                                + " files of 10,000 records and four of 1,000"))
                .addOption(value("--threads", "N", "try N threads at most (default: all processors)"))
                .addOption(value("--rounds", "N", "run everything N times for a figure, at least 10 (default: 10)"))
                .addOption(flag("-q --quiet", "say nothing but errors"));
    }

    static BenchOptions of(ParseResult parsed) throws UsageException {
        List<String> arguments = Arguments.positionals(parsed);
        String synthetic = Arguments.text(parsed, "--synthetic");
        if (arguments.isEmpty() && synthetic == null) {
            throw new UsageException("bench needs a FILE to measure, or --synthetic 2x10k,4x10k to make some");
        }
        if (arguments.contains("-")) {
            throw new UsageException(
                    "bench reads everything many times, and standard input (-) can be read only once; save it to a file"
                            + " first");
        }
        String output = Arguments.text(parsed, "-o");
        return new BenchOptions(
                arguments,
                Arguments.has(parsed, "--recursive"),
                synthetic == null ? List.of() : Configurations.of(synthetic),
                Arguments.threads(parsed),
                Arguments.number(parsed, "--rounds", Settings.LEAST_ROUNDS, MOST_ROUNDS, Settings.LEAST_ROUNDS),
                Arguments.has(parsed, "--json"),
                output == null ? "-" : output,
                Arguments.text(parsed, "--html"),
                Arguments.has(parsed, "-q"),
                command(parsed.originalArgs()));
    }

    private static String command(List<String> arguments) {
        return "marcato bench " + arguments.stream().map(BenchOptions::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./,=:@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
