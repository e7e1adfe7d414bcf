// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato repair}: a copy with the structure put right, and a report on what was done. */
final class RepairVerb implements Verb {
    @Override
    public String synopsis() {
        return "-o FILE [OPTIONS] [FILE|DIRECTORY|GLOB|-]...";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Writes a copy of which every record has a right leader, directory and terminators, and says what was done,"
                        + " by kind. Records that were clean go out byte for byte. It leaves alone what stands in the fields:"
                        + " the text and its encoding, tags and codes, the date in 005.",
                "Bytes that are in no record are kept with --rejects, repaired records as they were with --originals.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "Make a good copy:",
                "marcato repair vendor.mrc -o good.mrc",
                "Keep what was changed and what was lost:",
                "marcato repair vendor.mrc -o good.mrc --originals before.mrc --rejects lost.bin");
    }

    @Override
    public void declare(CommandSpec spec) {
        SharedOptions.declare(spec);
        RecordOutput.declare(spec);
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException {
        SharedOptions options = SharedOptions.of(parsed);
        if (!options.outputNamed()) {
            throw new UsageException("repair needs -o FILE for the repaired copy (-o - for standard output)");
        }
        RecordOutput output = RecordOutput.plain(parsed, options);
        return new RecordRun(options, RecordRun.Purpose.REPAIR).execute((pass, out) -> output.copy(pass, out, options));
    }
}
