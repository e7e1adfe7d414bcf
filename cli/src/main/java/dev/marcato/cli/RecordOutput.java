// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.OversizePolicy;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Records going out as ISO 2709: what {@code cat} and {@code repair} have in common. */
final class RecordOutput {
    private static final String GZIP = ".gz";
    private static final List<String> NOT_YET =
            List.of(".xml", ".json", ".ndjson", ".jsonl", ".mrk", ".mrk8", ".zst", ".bz2", ".xz", ".zip");

    private RecordOutput() {}

    static OptionSpec oversizeOption() {
        return Arguments.value(
                "--oversize",
                "WHAT",
                "what to do with a record that ISO 2709 has no room for: error (stop), overflow (lengths as 99999, which"
                        + " this program reads back), skip (leave it out); default: error");
    }

    static OversizePolicy oversize(ParseResult parsed) throws UsageException {
        return Arguments.choice(parsed, "--oversize", OversizePolicy.values(), OversizePolicy.ERROR);
    }

    /** @throws UsageException if the name asks for a format that cannot be written: anything else in it would deceive */
    static void checkName(String name) throws UsageException {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = isGzip(name) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
        for (String suffix : NOT_YET) {
            if (plain.endsWith(suffix)) {
                throw new UsageException(
                        "-o " + name + ": " + suffix + " cannot be written yet; ISO 2709 can, as .mrc or .mrc.gz");
            }
        }
    }

    private static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    /** Writes every record of the pass, compressed if the output's name says so. */
    static void copy(RecordRun pass, OutputStream out, SharedOptions options, OversizePolicy oversize)
            throws IOException {
        MarcWriter writer = MarcWriter.builder()
                .oversize(oversize)
                .listener(pass::hear)
                .gzip(isGzip(options.output()))
                .threads(options.threads())
                .open(new OpenEnd(out));
        pass.forEach(Function.identity(), records -> {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        });
        // Not where writing failed: then nothing is to be complete.
        writer.close();
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
