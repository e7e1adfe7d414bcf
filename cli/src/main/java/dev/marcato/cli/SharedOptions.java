// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static dev.marcato.cli.Arguments.flag;
import static dev.marcato.cli.Arguments.value;

import dev.marcato.Encoding;
import dev.marcato.Flavor;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that mean the same in every verb that reads records.
 *
 * @param arguments what to read, as typed
 * @param recursive whether directories below a directory are read too
 * @param output where the data go, {@code -} for standard output
 * @param outputNamed whether the user said so
 * @param onError what to do about damage
 * @param rejects file for the lost bytes, or null
 * @param originals file for repaired records as they were, or null
 * @param diagnostics file for every diagnostic, or null
 * @param summary whether and how the account is told at the end
 * @param failOn what makes the exit status 1
 * @param failOnNamed whether the user said so
 * @param skip records to pass over first, of all inputs together
 * @param limit records to deliver at most, of all inputs together
 * @param threads how many threads work at most
 * @param from the inputs' format, or null to find it by their first bytes
 * @param encoding the records' encoding, or null to find it by evidence
 * @param flavor the records' flavor, or null to find it by evidence
 * @param quiet whether only errors are told
 * @param progress whether progress is told though nobody may be watching
 */
record SharedOptions(
        List<String> arguments,
        boolean recursive,
        String output,
        boolean outputNamed,
        ErrorPolicy onError,
        @Nullable String rejects,
        @Nullable String originals,
        @Nullable String diagnostics,
        SummaryForm summary,
        FailOn failOn,
        boolean failOnNamed,
        long skip,
        long limit,
        int threads,
        @Nullable Format from,
        @Nullable Encoding encoding,
        @Nullable Flavor flavor,
        boolean quiet,
        boolean progress) {

    /** How the account is told at the end. */
    enum SummaryForm {
        TEXT,
        JSON,
        NONE
    }

    private static final SummaryForm[] SUMMARY_FORMS = {SummaryForm.TEXT, SummaryForm.JSON};

    static void declare(CommandSpec spec) {
        Arguments.positional(
                spec,
                "FILE",
                "what to read, one after another: files; directories (the files in them that end in .mrc, .marc, .xml,"
                        + " .ndjson, .mrk and the like, .gz or .zst); archives (.zip, .tar; the files in them); patterns in"
                        + " quotes ('*.mrc'); - for standard input."
                        + " Compression is found by content.");
        spec.addOption(flag("--recursive", "take the directories in a directory too, however deep"))
                .addOption(value(
                        "-o --output", "FILE", "where the data go; complete or not at all (default: standard output)"))
                .addOption(value(
                        "--on-error",
                        "WHAT",
                        "what to do about damage: strict (stop), repair (deliver the best reading), skip (leave the record"
                                + " out); default: repair"))
                .addOption(value("--rejects", "FILE", "keep the bytes that are in no record, verbatim"))
                .addOption(value("--originals", "FILE", "keep every repaired record as it was before"))
                .addOption(value("--diagnostics", "FILE", "write every diagnostic to a .jsonl or .csv file"))
                .addOption(value("--summary", "FORM", "tell the account on standard error at the end: text or json"))
                .addOption(value(
                        "--fail-on",
                        "SEVERITY",
                        "exit with 1 if something as grave was found: error, warning, info or never; default: error for"
                                + " check, losses for the rest"))
                .addOption(value("--skip", "N", "pass over the first N records"))
                .addOption(value("--limit", "N", "deliver at most N records"))
                .addOption(value(
                        "--threads",
                        "N",
                        "work on N threads at most; the output is the same for any number (default: all"
                                + " processors)"))
                .addOption(value(
                        "--from", "FORMAT", "what the files are, as 'marcato formats' names it; default: by content"))
                .addOption(value(
                        "--encoding",
                        "NAME",
                        "what their text is in, such as utf8, marc8, iso5426, latin1; default: by evidence in each"
                                + " record"))
                .addOption(value("--flavor", "NAME", "marc21 or unimarc; default: by evidence in each record"))
                .addOption(flag("--progress", "tell progress though standard error is no terminal"))
                .addOption(flag("-q --quiet", "say nothing but errors"));
    }

    static SharedOptions of(ParseResult parsed) throws UsageException {
        String output = Arguments.text(parsed, "-o");
        String diagnostics = Arguments.text(parsed, "--diagnostics");
        if (diagnostics != null && !diagnostics.endsWith(".jsonl") && !diagnostics.endsWith(".csv")) {
            throw Arguments.wrong("--diagnostics", "a file that ends in .jsonl or .csv", diagnostics);
        }
        boolean named = Arguments.has(parsed, "--flavor");
        String from = Arguments.text(parsed, "--from");
        String encoding = Arguments.text(parsed, "--encoding");
        return new SharedOptions(
                Arguments.positionals(parsed),
                Arguments.has(parsed, "--recursive"),
                output == null ? "-" : output,
                output != null,
                Arguments.choice(parsed, "--on-error", ErrorPolicy.values(), ErrorPolicy.REPAIR),
                Arguments.text(parsed, "--rejects"),
                Arguments.text(parsed, "--originals"),
                diagnostics,
                Arguments.choice(parsed, "--summary", SUMMARY_FORMS, SummaryForm.NONE),
                Arguments.choice(parsed, "--fail-on", FailOn.values(), FailOn.ERROR),
                Arguments.has(parsed, "--fail-on"),
                Arguments.count(parsed, "--skip", 0),
                Arguments.count(parsed, "--limit", Long.MAX_VALUE),
                Arguments.threads(parsed),
                from == null ? null : format(from),
                encoding == null ? null : encoding("--encoding", encoding),
                named ? Arguments.choice(parsed, "--flavor", Flavor.values(), Flavor.MARC21) : null,
                Arguments.has(parsed, "-q"),
                Arguments.has(parsed, "--progress"));
    }

    private static Format format(String name) throws UsageException {
        return Formats.named(name)
                .orElseThrow(() -> Arguments.wrong(
                        "--from",
                        "one of " + Formats.all().stream().map(Format::name).collect(Collectors.joining(", ")),
                        name));
    }

    /** The encoding that a user names. */
    static Encoding encoding(String option, String name) throws UsageException {
        return Encoding.named(name)
                .orElseThrow(() -> Arguments.wrong(option, "a known encoding, such as utf8, marc8 or iso5426", name));
    }
}
