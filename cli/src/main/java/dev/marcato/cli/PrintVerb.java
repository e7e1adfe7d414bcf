// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.MarcRecord;
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
        spec.addOption(Arguments.value(
                "--format",
                "NAME",
                "text (a line a field, what would harm a terminal escaped), mrk, line, json or xml; default: text"));
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException {
        SharedOptions options = SharedOptions.of(parsed);
        String form = Arguments.text(parsed, "--format");
        if (form != null && !form.equals("text")) {
            RecordOutput output = RecordOutput.forReading(RecordOutput.readable(form));
            return new RecordRun(options, RecordRun.Purpose.DELIVER)
                    .execute((pass, out) -> output.copy(pass, out, options));
        }
        boolean[] first = {true};
        return new RecordRun(options, RecordRun.Purpose.DELIVER)
                .execute((pass, out) -> pass.forEach(PrintVerb::text, text -> {
                    if (!first[0]) {
                        out.write('\n');
                    }
                    out.write(text);
                    first[0] = false;
                }));
    }

    private static byte[] text(List<MarcRecord> records) {
        StringBuilder text = new StringBuilder();
        for (MarcRecord record : records) {
            text.append(text.isEmpty() ? "" : "\n").append(record);
            if (text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
