// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato cat}: the records of all inputs in one output. */
final class CatVerb implements Verb {
    @Override
    public String synopsis() {
        return "[OPTIONS] [FILE|DIRECTORY|GLOB|-]...";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Writes the records of all files one after another, as ISO 2709 unless the name of -o says another format. A record that was clean goes out byte for"
                        + " byte; one that was repaired, with the right lengths.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "Make one file of many:",
                "marcato cat -o all.mrc 'dump/*.mrc.gz'",
                "Take a hundred records from the middle:",
                "marcato cat --skip 5000 --limit 100 catalogue.mrc > sample.mrc");
    }

    @Override
    public void declare(CommandSpec spec) {
        SharedOptions.declare(spec);
        RecordOutput.declare(spec);
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException {
        SharedOptions options = SharedOptions.of(parsed);
        RecordOutput output = RecordOutput.plain(parsed, options);
        return new RecordRun(options, RecordRun.Purpose.DELIVER)
                .execute((pass, out) -> output.copy(pass, out, options));
    }
}
