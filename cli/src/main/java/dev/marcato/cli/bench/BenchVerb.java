// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.ExitStatus;
import dev.marcato.cli.Input;
import dev.marcato.cli.Inputs;
import dev.marcato.cli.OutputTarget;
import dev.marcato.cli.Outputs;
import dev.marcato.cli.Talk;
import dev.marcato.cli.Terminal;
import dev.marcato.cli.UsageException;
import dev.marcato.cli.Verb;
import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.report.HtmlReport;
import dev.marcato.cli.bench.report.JsonReport;
import dev.marcato.cli.bench.report.TextReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato bench}: how fast these files are read on this machine, and what to choose. */
public final class BenchVerb implements Verb {
    private final IntFunction<Settings> settings;

    public BenchVerb() {
        this(Settings::usual);
    }

    /** @param settings how thoroughly to measure, for the number of rounds that was asked for */
    BenchVerb(IntFunction<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public String synopsis() {
        return "[OPTIONS] [FILE|DIRECTORY|GLOB]...";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Measures how fast the files are read on this machine, and says what to choose: one thread or several, from"
                        + " memory and from files, by the number of threads, the size of blocks and the size of the input;"
                        + " what each phase costs, and what limits it.",
                "It takes a minute or two. Nothing else should run on the machine meanwhile.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "How fast is this machine with these files, and with how many threads?",
                "marcato bench --html report.html dump/",
                "And with generated files, two and four of 10,000 records each?",
                "marcato bench --synthetic 2x10k,4x10k");
    }

    @Override
    public void declare(CommandSpec spec) {
        BenchOptions.declare(spec);
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException, IOException {
        BenchOptions options = BenchOptions.of(parsed);
        Talk talk = Talk.onStandardError(options.quiet());
        List<Input> inputs = options.arguments().isEmpty()
                ? List.of()
                : Inputs.expand(options.arguments(), options.recursive(), note -> talk.say("marcato: " + note));
        try (Outputs outputs = new Outputs()) {
            OutputTarget data = outputs.add("-o", options.output());
            @Nullable OutputTarget html = options.html() == null ? null : outputs.add("--html", options.html());
            outputs.refuseInputs(inputs);
            outputs.guard();
            // Before the first minute has passed, not after the last: a place that cannot be written to.
            OutputStream dataOut = data.open();
            @Nullable OutputStream htmlOut = html == null ? null : html.open();
            BenchRun run = new BenchRun(
                    options, settings.apply(options.rounds()), talk, !options.quiet() && Terminal.is(Terminal.ERR));
            Profile profile = run.measure(inputs);
            if (profile == null) {
                return ExitStatus.FAILED;
            }
            write(dataOut, options.json() ? JsonReport.of(profile) : TextReport.of(profile));
            if (htmlOut != null) {
                write(htmlOut, HtmlReport.of(profile));
            }
            outputs.commit();
            return run.failed() ? ExitStatus.FAILED : ExitStatus.DONE;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
