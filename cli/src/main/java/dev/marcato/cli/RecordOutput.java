// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.Encoding;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.OversizePolicy;
import dev.marcato.UnencodablePolicy;
import dev.marcato.io.Compression;
import dev.marcato.io.Compressions;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How records go out: what {@code cat}, {@code repair}, {@code convert} and {@code print} have in common.
 *
 * @param format what the output is written in
 * @param encoding what text is written in, or null for each record's own
 * @param normalization what text is brought to, or null for nothing
 * @param fixDoubleUtf8 whether text that was encoded twice is brought back
 * @param unencodable what to do with a character that the encoding lacks
 * @param oversize what to do with a record that the format cannot hold
 * @param indented whether lines are broken for the eye
 * @param spreadsheet whether a table is for a spreadsheet program
 */
record RecordOutput(
        Format format,
        @Nullable Encoding encoding,
        Normalizer.@Nullable Form normalization,
        boolean fixDoubleUtf8,
        UnencodablePolicy unencodable,
        OversizePolicy oversize,
        boolean indented,
        boolean spreadsheet) {
    private static final List<String> UNKNOWN_COMPRESSIONS = List.of(".bz2", ".xz", ".zip", ".7z", ".tar", ".tgz");

    /** Options of every verb that writes records. */
    static void declare(CommandSpec spec) {
        spec.addOption(Arguments.value(
                "--oversize",
                "WHAT",
                "what to do with a record that the format has no room for, as ISO 2709 for more than 99,999 bytes: error"
                        + " (stop), overflow (lengths as 99999, which this program reads back), skip (leave it out)"));
    }

    /** Options of the verb that is there to convert. */
    static void declareConversion(CommandSpec spec) {
        spec.addOption(Arguments.value(
                        "--to", "FORMAT", "what to write: " + names() + "; default: what the name of -o says"))
                .addOption(Arguments.value(
                        "--to-encoding",
                        "NAME",
                        "utf8 or marc8: bring all text into it, where the format leaves a choice; default: as it is"))
                .addOption(Arguments.value(
                        "--normalize", "FORM", "nfc, nfd, nfkc or nfkd: bring text to this form of Unicode"))
                .addOption(Arguments.flag(
                        "--fix-double-utf8", "bring back text that was encoded as UTF-8 twice, and tell of each field"))
                .addOption(Arguments.value(
                        "--unencodable",
                        "WHAT",
                        "what to do with a character that the encoding lacks: ncr (write it as &#x4E00;), error (leave the"
                                + " record out), replace (by |, which loses it); default: ncr"))
                .addOption(Arguments.flag("--indent", "break lines and indent, for the eye"))
                .addOption(Arguments.flag(
                        "--excel", "make a table fit for a spreadsheet program: no formulas, byte order mark, CRLF"));
        declare(spec);
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (Format format : Formats.all()) {
            if (format.isWritable()) {
                names.append(names.isEmpty() ? "" : ", ").append(format.name());
            }
        }
        return names.toString();
    }

    /** Records as they are, in the format that the output's name says: ISO 2709 where it says none. */
    static RecordOutput plain(ParseResult parsed, SharedOptions options) throws UsageException {
        Format format = named(options.output());
        OversizePolicy oversize = Arguments.choice(parsed, "--oversize", OversizePolicy.values(), OversizePolicy.ERROR);
        return new RecordOutput(
                format == null ? Formats.iso2709() : format,
                null,
                null,
                false,
                UnencodablePolicy.REFERENCE,
                oversize,
                false,
                false);
    }

    /** Records as the options of conversion ask for. */
    static RecordOutput converting(ParseResult parsed, SharedOptions options) throws UsageException {
        String to = Arguments.text(parsed, "--to");
        Format format = named(options.output());
        if (to != null) {
            format = writable("--to", to);
        }
        if (format == null) {
            throw new UsageException(
                    "convert needs to know what to write: --to FORMAT, or -o with a name such as out.xml"
                            + "; formats are " + names());
        }
        String wanted = Arguments.text(parsed, "--to-encoding");
        Encoding encoding = wanted == null ? null : SharedOptions.encoding("--to-encoding", wanted);
        if (encoding != null && encoding != Encoding.UTF_8 && (format.isUnicode() || encoding != Encoding.MARC_8)) {
            throw new UsageException("--to-encoding " + wanted + ": "
                    + (format.isUnicode() ? format.name() + " is always UTF-8" : "text is written as utf8 or marc8"));
        }
        return new RecordOutput(
                format,
                encoding,
                normalization(parsed),
                Arguments.has(parsed, "--fix-double-utf8"),
                unencodable(parsed),
                Arguments.choice(parsed, "--oversize", OversizePolicy.values(), OversizePolicy.SKIP),
                Arguments.has(parsed, "--indent"),
                Arguments.has(parsed, "--excel"));
    }

    /** Records for people to read, in a format. */
    static RecordOutput forReading(Format format) {
        return new RecordOutput(
                format, null, null, false, UnencodablePolicy.REFERENCE, OversizePolicy.SKIP, true, false);
    }

    /** The format in which a form of print is written. */
    static Format readable(String form) throws UsageException {
        return switch (form) {
            case "mrk" -> writable("--format", "mrk8");
            case "xml" -> writable("--format", "marcxml");
            case "json", "line" -> writable("--format", form);
            default -> throw Arguments.wrong("--format", "text, mrk, line, json or xml", form);
        };
    }

    static Format writable(String option, String name) throws UsageException {
        return Formats.named(name)
                .filter(Format::isWritable)
                .orElseThrow(() -> Arguments.wrong(option, "one of " + names(), name));
    }

    private static Normalizer.@Nullable Form normalization(ParseResult parsed) throws UsageException {
        return Arguments.has(parsed, "--normalize")
                ? Arguments.choice(parsed, "--normalize", Normalizer.Form.values(), Normalizer.Form.NFC)
                : null;
    }

    private static UnencodablePolicy unencodable(ParseResult parsed) throws UsageException {
        String text = Arguments.text(parsed, "--unencodable");
        return switch (text == null ? "ncr" : text.toLowerCase(Locale.ROOT)) {
            case "ncr" -> UnencodablePolicy.REFERENCE;
            case "error" -> UnencodablePolicy.ERROR;
            case "replace" -> UnencodablePolicy.REPLACE;
            default -> throw Arguments.wrong("--unencodable", "ncr, error or replace", String.valueOf(text));
        };
    }

    /**
     * The format that the name of an output says, or null.
     *
     * @throws UsageException if it says one that cannot be written: anything else in it would deceive
     */
    private static @Nullable Format named(String name) throws UsageException {
        Optional<Compression> compression = Compressions.ofFileName(name);
        Optional<String> missing = compression.flatMap(Compression::missing);
        if (missing.isPresent()) {
            throw new UsageException("-o " + name + ": " + missing.get());
        }
        String plain = Compressions.withoutSuffix(name.toLowerCase(Locale.ROOT));
        for (String suffix : UNKNOWN_COMPRESSIONS) {
            if (plain.endsWith(suffix)) {
                throw new UsageException("-o " + name + ": " + suffix + " cannot be written; .gz can");
            }
        }
        String file = plain.substring(plain.lastIndexOf('/') + 1);
        return file.contains(".") ? Formats.ofFileName(file).orElse(null) : null;
    }

    /** Writes every record of the pass, compressed if the output's name says so. */
    void copy(RecordRun pass, OutputStream out, SharedOptions options) throws IOException {
        copy(pass, out, options, UnaryOperator.identity());
    }

    /**
     * Writes what a function makes of every record.
     *
     * @param function called by several threads
     */
    void copy(RecordRun pass, OutputStream out, SharedOptions options, UnaryOperator<MarcRecord> function)
            throws IOException {
        MarcWriter.Builder writer = MarcWriter.builder()
                .format(format)
                .fixDoubleUtf8(fixDoubleUtf8)
                .unencodable(unencodable)
                .oversize(oversize)
                .indented(indented)
                .spreadsheet(spreadsheet)
                .listener(pass::hear)
                .refused(pass::refused)
                .compression(Compressions.ofFileName(options.output()).orElse(null))
                .threads(options.threads());
        if (encoding != null) {
            writer.encoding(encoding);
        }
        if (normalization != null) {
            writer.normalize(normalization);
        }
        pass.writeTo(writer.open(new OpenEnd(out)), function);
    }

    /** The output of the pass, which is closed by the pass. */
    private static final class OpenEnd extends FilterOutputStream {
        OpenEnd(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
