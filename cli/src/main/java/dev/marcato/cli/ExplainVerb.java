// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code marcato explain}: what a diagnostic code means, where it comes from, and what to do. */
final class ExplainVerb implements Verb {
    private static final int WIDTH = 96;

    @Override
    public String synopsis() {
        return "[CODE|NAME]...";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Says what a diagnostic code means, where such data usually come from, and what to do about it. Without a"
                        + " code it lists them all.");
    }

    @Override
    public List<String> examples() {
        return List.of("What does [M0205] mean?", "marcato explain M0205", "Which codes are there?", "marcato explain");
    }

    @Override
    public void declare(CommandSpec spec) {
        Arguments.positional(spec, "CODE", "M0205, 205 or DIRECTORY_REBUILT");
        spec.addOption(Arguments.value("-o --output", "FILE", "where the text goes (default: standard output)"));
    }

    @Override
    public ExitStatus run(ParseResult parsed) throws UsageException, IOException {
        List<DiagnosticCode> codes = new ArrayList<>();
        for (String argument : Arguments.positionals(parsed)) {
            codes.add(code(argument));
        }
        String text = codes.isEmpty()
                ? list()
                : String.join("\n", codes.stream().map(ExplainVerb::explain).toList());
        String output = Arguments.text(parsed, "-o");
        try (Outputs outputs = new Outputs()) {
            OutputStream out = outputs.add("-o", output == null ? "-" : output).open();
            outputs.guard();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            outputs.commit();
        }
        return ExitStatus.DONE;
    }

    private static DiagnosticCode code(String argument) throws UsageException {
        Optional<DiagnosticCode> code = DiagnosticCode.find(argument);
        if (code.isPresent()) {
            return code.get();
        }
        List<String> known = Stream.of(DiagnosticCode.values())
                .flatMap(each -> Stream.of(
                        each.code().toLowerCase(Locale.ROOT), each.name().toLowerCase(Locale.ROOT)))
                .toList();
        throw new UsageException("there is no diagnostic code '" + argument + "'"
                + Nearest.to(argument, known)
                        .map(near -> "; did you mean " + near.toUpperCase(Locale.ROOT) + "?")
                        .orElse("; 'marcato explain' lists them"));
    }

    private static String list() {
        StringBuilder text = new StringBuilder(4000);
        for (DiagnosticCode code : DiagnosticCode.values()) {
            String severity = (code.severity().name() + "   ").substring(0, 7);
            text.append(code.code())
                    .append("  ")
                    .append(severity)
                    .append("  ")
                    .append(code.title())
                    .append('\n');
        }
        return text.toString();
    }

    private static String explain(DiagnosticCode code) {
        StringBuilder text = new StringBuilder(600);
        text.append(code.code())
                .append("  ")
                .append(code.name())
                .append("  ")
                .append(code.severity())
                .append('\n');
        wrap(text, "", code.title());
        paragraph(text, "Meaning: ", code.meaning());
        paragraph(text, "Typical cause: ", code.typicalCause());
        paragraph(text, "What to do: ", code.advice());
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String head, String body) {
        if (!body.isEmpty()) {
            text.append('\n');
            wrap(text, head, body);
        }
    }

    private static void wrap(StringBuilder text, String head, String body) {
        StringBuilder line = new StringBuilder("  ").append(head);
        boolean begun = false;
        for (String word : body.strip().split("\\s+")) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line.setLength(0);
                line.append("  ");
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line).append('\n');
    }
}
