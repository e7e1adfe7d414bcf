// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The Python library pymarc as a reader of records, by way of a script of ours. Stateless but for the place of its Python. */
final class Pymarc {
    private static final List<String> PLACES = List.of("python3", "/usr/bin/python3");
    private static final String SCRIPT = resource("pymarc_reads.py");

    private final String python;

    private Pymarc(String python) {
        this.python = python;
    }

    /** Skips the calling test, with a line, where no Python has the library. */
    static Pymarc installed() {
        for (String python : PLACES) {
            try {
                Process process = new ProcessBuilder(python, "-c", "import pymarc")
                        .redirectErrorStream(true)
                        .start();
                process.getInputStream().readAllBytes();
                if (status(process) == 0) {
                    return new Pymarc(python);
                }
            } catch (IOException e) {
                // Not there: the next one may be.
            }
        }
        return Assumptions.abort("skipped: pymarc is not installed");
    }

    /**
     * The records of a file.
     *
     * @param format {@code iso2709}, {@code iso2709-utf8} (UTF-8 whatever leaders say), {@code marcxml}, {@code json},
     *     {@code ndjson} or {@code mrk}
     */
    List<PeerRecord> read(String format, byte[] file) {
        return run(format, file).stream().map(Pymarc::record).toList();
    }

    /** Each record of a file of ISO 2709 as lines of MARCMaker, as pymarc shows it. */
    List<String> text(byte[] file) {
        return run("text", file).stream().map(String.class::cast).toList();
    }

    private static PeerRecord record(Object value) {
        if (!(value instanceof List<?> parts)) {
            return new PeerRecord("not read: " + value, List.of());
        }
        List<String> fields = new ArrayList<>();
        for (Object each : (List<?>) parts.get(1)) {
            List<?> field = (List<?>) each;
            StringBuilder line = new StringBuilder().append(field.get(0)).append(' ');
            if (field.size() == 2) {
                line.append(field.get(1));
            } else {
                line.append(field.get(1)).append(field.get(2));
                for (Object subfield : (List<?>) field.get(3)) {
                    List<?> pair = (List<?>) subfield;
                    line.append(PeerRecord.DELIMITER).append(pair.get(0)).append(pair.get(1));
                }
            }
            fields.add(line.toString());
        }
        return new PeerRecord(parts.get(0).toString(), fields);
    }

    /** Strings, and lists of such, one for each line. */
    private List<Object> run(String format, byte[] file) {
        try {
            Process process = new ProcessBuilder(python, "-c", SCRIPT, format)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(file);
            }
            byte[] out = process.getInputStream().readAllBytes();
            if (status(process) != 0) {
                throw new IllegalStateException("pymarc stopped in a file of " + format);
            }
            List<Object> values = new ArrayList<>();
            try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), out)) {
                while (parser.nextToken() != null) {
                    values.add(value(parser));
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return parser.getString();
        }
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    private static int status(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Pymarc.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
