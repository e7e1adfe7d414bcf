// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato print}: the records in a form to read. */
final class PrintVerb implements Verb {
    @Override
    public String synopsis() {
        return "[OPTIONS] [FILE|DIRECTORY|GLOB|-]...";
    }

    @Override
    public List<String> description() {
        return List.of("Prints the records in a form to read: a line a field, an empty line between records.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "Look at the first record:",
                "marcato print --limit 1 catalogue.mrc",
                "Look at record 847, of which a message speaks:",
                "marcato print --skip 846 --limit 1 vendor.mrc");
    }

    @Override
    public void declare(CommandSpec spec) {
        SharedOptions.declare(spec);
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException {
        SharedOptions options = SharedOptions.of(parsed);
        boolean[] first = {true};
        return new RecordRun(options, RecordRun.Purpose.DELIVER)
                .execute((pass, out) -> pass.forEach(record -> {
                    String text = record.toString();
                    String end = text.endsWith("\n") ? "" : "\n";
                    out.write(((first[0] ? "" : "\n") + text + end).getBytes(StandardCharsets.UTF_8));
                    first[0] = false;
                }));
    }
}
