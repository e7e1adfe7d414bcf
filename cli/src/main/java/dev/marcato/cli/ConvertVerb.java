// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato convert}: the records in another format, or their text in another encoding. */
final class ConvertVerb implements Verb {
    @Override
    public String synopsis() {
        return "-o FILE | --to FORMAT [OPTIONS] [FILE|DIRECTORY|GLOB|-]...";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Writes the records of all files in another format, or with their text in another encoding. What a record says"
                        + " of its encoding is checked against what it holds; what was decided is told on standard error.",
                "What the new format cannot hold is told and left out; with --rejects it is kept. 'marcato formats' says what"
                        + " each format keeps.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "Make MARCXML of a vendor's file:",
                "marcato convert vendor.mrc -o vendor.xml",
                "Turn MARC-8 into UTF-8, letters and marks composed:",
                "marcato convert --to-encoding utf8 --normalize nfc old.mrc -o new.mrc");
    }

    @Override
    public void declare(CommandSpec spec) {
        SharedOptions.declare(spec);
        RecordOutput.declareConversion(spec);
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException {
        SharedOptions options = SharedOptions.of(parsed);
        RecordOutput output = RecordOutput.converting(parsed, options);
        return new RecordRun(options, RecordRun.Purpose.DELIVER)
                .execute((pass, out) -> output.copy(pass, out, options));
    }
}
