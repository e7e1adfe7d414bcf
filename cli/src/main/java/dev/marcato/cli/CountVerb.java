// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.ReadSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato count}: how many records there are. */
final class CountVerb implements Verb {
    @Override
    public String synopsis() {
        return "[OPTIONS] [FILE|DIRECTORY|GLOB|-]...";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Prints how many records there are in all files together: one number. It looks at structure only.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "How many records are in a file?",
                "marcato count catalogue.mrc.gz",
                "And in each file of a directory?",
                "marcato count --per-file dump/");
    }

    @Override
    public void declare(CommandSpec spec) {
        SharedOptions.declare(spec);
        spec.addOption(Arguments.flag(
                "--per-file", "a line for each file, number and name with a tab between, then the total"));
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException {
        SharedOptions options = SharedOptions.of(parsed);
        boolean perFile = Arguments.has(parsed, "--per-file");
        return new RecordRun(options, RecordRun.Purpose.DELIVER).execute((pass, out) -> {
            pass.readAll();
            long total = 0;
            long toSkip = options.skip();
            List<ReadSummary.Source> files = pass.opened();
            for (int i = 0; i < files.size(); i++) {
                ReadSummary.Source file = files.get(i);
                long delivered = file.clean() + file.repaired();
                long skipped = Math.min(toSkip, delivered);
                toSkip -= skipped;
                total += delivered - skipped;
                boolean stoppedHere = pass.stopped() && i == files.size() - 1;
                if (perFile && !stoppedHere) {
                    print(out, delivered - skipped + "\t" + file.name());
                }
            }
            if (!pass.stopped() && pass.somethingRead()) {
                print(out, perFile ? total + "\ttotal" : Long.toString(total));
            }
        });
    }

    private static void print(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
