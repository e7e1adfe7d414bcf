// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The report for people: verdict, account, and a table by kind with the first places. */
final class CheckText extends CheckReport {
    private static final int MOST_FILES = 20;
    private static final String PLACE_INDENT = " ".repeat(17);

    private final boolean all;
    private final boolean color;
    private boolean anyLine;

    CheckText(OutputStream out, boolean all, Severity least, boolean color) {
        super(out, least);
        this.all = all;
        this.color = color;
    }

    @Override
    void begin() {
        // The verdict needs the end of the input.
    }

    @Override
    void each(Diagnostic diagnostic) throws IOException {
        if (all) {
            anyLine = true;
            write(severity(diagnostic.severity()) + "  " + diagnostic + "\n");
        }
    }

    @Override
    void end(ReadSummary account, Tally tally, boolean stopped) throws IOException {
        StringBuilder text = new StringBuilder(1000);
        text.append(anyLine ? "\n" : "")
                .append(Verdict.of(account, tally, stopped))
                .append("\n\n");
        SummaryText.lines(account).forEach(line -> text.append(line).append('\n'));
        if (account.sources().size() > 1) {
            files(account, text);
        }
        List<Tally.Kind> kinds = tally.kinds(least());
        if (!kinds.isEmpty()) {
            text.append("\nSEVERITY CODE    COUNT  WHAT, AND THE FIRST PLACES\n");
            kinds.forEach(kind -> kind(kind, account, text));
            text.append("\n'marcato explain ")
                    .append(kinds.get(0).code().code())
                    .append("' says more about a code");
            text.append(account.repaired() > 0 ? "; 'marcato repair FILE -o COPY' writes a repaired copy\n" : "\n");
        }
        write(text.toString());
    }

    private void kind(Tally.Kind kind, ReadSummary account, StringBuilder text) {
        String count = Plural.grouped(kind.count());
        text.append(severity(kind.code().severity()))
                .append("  ")
                .append(kind.code().code())
                .append(" ".repeat(Math.max(1, 8 - count.length())))
                .append(count)
                .append("  ")
                .append(kind.code().title());
        // Once a record is what everybody expects; anything else, and what is found nearly everywhere, is told.
        if (kind.records() > 0 && (kind.records() != kind.count() || kind.records() * 2 > account.records())) {
            text.append(": in ")
                    .append(Plural.grouped(kind.records()))
                    .append(" of ")
                    .append(Plural.of(account.records(), "record"));
        }
        text.append('\n');
        for (Diagnostic place : kind.first()) {
            text.append(PLACE_INDENT).append(place(place, account)).append('\n');
        }
    }

    private static String place(Diagnostic diagnostic, ReadSummary account) {
        Location at = diagnostic.location();
        Location shown = account.sources().size() > 1 ? at : at.withSource("");
        String message = diagnostic.message();
        boolean says = !message.equals(diagnostic.code().title());
        return shown + (says ? (shown.toString().isEmpty() ? "" : ": ") + message : "");
    }

    private static void files(ReadSummary account, StringBuilder text) {
        List<ReadSummary.Source> odd =
                account.sources().stream().filter(CheckText::isOdd).toList();
        for (ReadSummary.Source source : odd.subList(0, Math.min(MOST_FILES, odd.size()))) {
            long findings = source.diagnostics().entrySet().stream()
                    .filter(entry -> isTold(entry.getKey()))
                    .mapToLong(entry -> entry.getValue())
                    .sum();
            text.append("  ")
                    .append(source.name())
                    .append(": ")
                    .append(Plural.of(source.records(), "record"))
                    .append(", ")
                    .append(Plural.grouped(source.repaired()))
                    .append(" repaired, ")
                    .append(Plural.of(source.rejectedBytes(), "byte"))
                    .append(" rejected, ")
                    .append(Plural.of(findings, "finding"))
                    .append(source.complete() ? "" : "; not read to its end")
                    .append('\n');
        }
        if (odd.size() > MOST_FILES) {
            text.append("  and ").append(odd.size() - MOST_FILES).append(" more files\n");
        }
    }

    private static boolean isOdd(ReadSummary.Source source) {
        return !source.complete() || source.diagnostics().keySet().stream().anyMatch(CheckText::isTold);
    }

    private static boolean isTold(DiagnosticCode code) {
        return code.severity() != Severity.INFO;
    }

    private String severity(Severity severity) {
        String padded = (severity.name() + "   ").substring(0, 7);
        if (!color) {
            return padded;
        }
        return switch (severity) {
            case ERROR -> "\u001B[31m" + padded + "\u001B[0m";
            case WARNING -> "\u001B[33m" + padded + "\u001B[0m";
            case INFO -> padded;
        };
    }
}
