// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The Perl program catmandu with its modules for MARC, which Debian has. Stateless. */
final class Catmandu {
    private static final String LEADER = "LDR";

    private Catmandu() {}

    /** Skips the calling test, with a line, where it is not installed. */
    static Catmandu installed() {
        try {
            if (run(List.of("perl", "-MCatmandu::Importer::MARC", "-e", "print 1"), new byte[0]).length == 1) {
                return new Catmandu();
            }
        } catch (UncheckedIOException e) {
            // No Perl.
        }
        return Assumptions.abort("skipped: catmandu with its modules for MARC is not installed");
    }

    /** The records of a file, of a type as {@code Catmandu::Importer::MARC} names it. */
    List<PeerRecord> read(String type, byte[] file) {
        byte[] lines = run(
                List.of("catmandu", "convert", "MARC", "--type", type, "to", "JSON", "--line_delimited", "1"), file);
        List<PeerRecord> records = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), lines)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("record")) {
                    parser.nextToken();
                    records.add(record(parser));
                }
            }
        }
        return records;
    }

    /** A file of ISO 2709 in UTF-8 as it writes it in another type. */
    byte[] write(String type, byte[] file) {
        return run(List.of("catmandu", "convert", "MARC", "--type", "ISO", "to", "MARC", "--type", type), file);
    }

    /** An array for each field: tag, indicators, and then codes and values in turn, {@code _} where there are none. */
    private static PeerRecord record(JsonParser parser) {
        String leader = "";
        List<String> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            List<String> parts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parts.add(parser.getString());
            }
            String tag = parts.get(0);
            if (tag.equals(LEADER)) {
                leader = parts.get(4);
            } else if (tag.startsWith("00")) {
                fields.add(tag + ' ' + parts.get(4));
            } else {
                StringBuilder field =
                        new StringBuilder(tag).append(' ').append(parts.get(1)).append(parts.get(2));
                for (int i = 3; i < parts.size(); i += 2) {
                    field.append(PeerRecord.DELIMITER).append(parts.get(i)).append(parts.get(i + 1));
                }
                fields.add(field.toString());
            }
        }
        return new PeerRecord(leader, fields);
    }

    private static byte[] run(List<String> command, byte[] input) {
        try {
            // A file, since a pipe could fill while its other end is written to.
            Path in = Files.createTempFile("catmandu", ".in");
            try {
                Files.write(in, input);
                Process process = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try (OutputStream none = process.getOutputStream()) {
                    none.flush();
                }
                return process.getInputStream().readAllBytes();
            } finally {
                Files.delete(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
