// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato formats}: what can be read and written, and what each format keeps. */
final class FormatsVerb implements Verb {
    @Override
    public String synopsis() {
        return "[--json]";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Lists the formats: whether each is read (r) and written (w), the endings of file names that mean it, and what"
                        + " is the same when records have gone there and back.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "What can be read and written?",
                "marcato formats",
                "The names of those that can be written:",
                "marcato formats --json | jq -r 'select(.written).name'");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(Arguments.flag("--json", "an object a line, for programs"));
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException, IOException {
        if (Arguments.has(parsed, "--json")) {
            return print(json());
        }
        StringBuilder lines = new StringBuilder();
        for (Format format : Formats.all()) {
            lines.append(String.format(
                    "%-11s %s  %-26s %s\n",
                    format.name(),
                    format.isWritable() ? "rw" : "r ",
                    format.suffixes().isEmpty() ? "-" : "." + String.join(" .", format.suffixes()),
                    format.isWritable() ? format.keeps() : "only read"));
        }
        return print(lines.toString());
    }

    private static String json() {
        StringBuilder lines = new StringBuilder();
        for (Format format : Formats.all()) {
            Json json = new Json()
                    .open('{')
                    .field("name", format.name())
                    .field("written", format.isWritable())
                    .name("suffixes")
                    .open('[');
            format.suffixes().forEach(json::value);
            json.close(']').fieldOrNull("keeps", format.keeps()).close('}');
            lines.append(json.take()).append('\n');
        }
        return lines.toString();
    }

    private static ExitStatus print(String text) throws IOException {
        OutputTarget target = OutputTarget.plan("-o", "-");
        OutputStream out = target.open();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        target.commit();
        return ExitStatus.DONE;
    }
}
