// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato check}: says what is wrong in the inputs, and where. */
final class CheckVerb implements Verb {
    private enum Form {
        TEXT,
        JSON,
        CSV
    }

    @Override
    public String synopsis() {
        return "[OPTIONS] [FILE|DIRECTORY|GLOB|-]...";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Says what is wrong in the files, and where: a verdict, the account of all bytes, and a table by kind of"
                        + " finding with the first places of each. It looks at structure, at fields and at text.",
                "Findings of severity INFO are shown with --info, --all or --fail-on info.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "What is wrong in a file?",
                "marcato check vendor.mrc",
                "Let a job fail on warnings too, and keep every place as a table:",
                "marcato check --fail-on warning --diagnostics places.csv dump/");
    }

    @Override
    public void declare(CommandSpec spec) {
        SharedOptions.declare(spec);
        spec.addOption(Arguments.flag("--all", "every single finding on a line, as it is found, before the verdict"))
                .addOption(Arguments.flag("--info", "findings of severity INFO too"))
                .addOption(Arguments.value(
                        "--format", "FORM", "text, json (one object) or csv (a row a finding); default: text"));
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException {
        SharedOptions options = SharedOptions.of(parsed);
        Form form = Arguments.choice(parsed, "--format", Form.values(), Form.TEXT);
        boolean all = Arguments.has(parsed, "--all");
        boolean info = all || Arguments.has(parsed, "--info") || options.failOn() == FailOn.INFO;
        Severity least = info ? Severity.INFO : Severity.WARNING;
        RecordRun run = new RecordRun(options, RecordRun.Purpose.CHECK);
        return run.execute((pass, out) -> {
            CheckReport report = report(form, all, least, options, out);
            report.begin();
            pass.addListener(report);
            pass.readAll();
            report.end(pass.account(), pass.tally(), pass.stopped());
        });
    }

    private static CheckReport report(Form form, boolean all, Severity least, SharedOptions options, OutputStream out)
            throws IOException {
        return switch (form) {
            case TEXT -> new CheckText(out, all, least, !options.outputNamed() && Terminal.takesColor(Terminal.OUT));
            case JSON -> new CheckJson(out, all, least);
            case CSV -> new CheckCsv(out, least);
        };
    }
}
