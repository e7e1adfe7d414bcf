// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marc4j.MarcJsonReader;
import org.marc4j.MarcJsonWriter;
import org.marc4j.MarcReader;
import org.marc4j.MarcStreamReader;
import org.marc4j.MarcStreamWriter;
import org.marc4j.MarcWriter;
import org.marc4j.MarcXmlReader;
import org.marc4j.MarcXmlWriter;
import org.marc4j.converter.impl.AnselToUnicode;
import org.marc4j.marc.Record;

/** marc4j as a converter: {@code FROM TO FILE}, where formats are {@code iso2709}, {@code marc8}, {@code marcxml}, {@code json}. */
public final class Marc4jConversion {
    private Marc4jConversion() {}

    public static void main(String[] args) throws IOException {
        try (OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
            convert(args[0], args[1], Path.of(args[2]), out);
        }
    }

    /** Converts a file; how many records it had. */
    static long convert(String from, String to, Path file, OutputStream out) throws IOException {
        long records = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            MarcReader reader = switch (from) {
                case "marcxml" -> new MarcXmlReader(in);
                case "json" -> new MarcJsonReader(in);
                default -> new MarcStreamReader(in);
            };
            MarcWriter writer = switch (to) {
                case "marcxml" -> new MarcXmlWriter(out, "UTF-8");
                case "json" -> new MarcJsonWriter(out);
                default -> new MarcStreamWriter(out, "UTF-8");
            };
            if (from.equals("marc8")) {
                writer.setConverter(new AnselToUnicode());
            }
            while (reader.hasNext()) {
                Record record = reader.next();
                if (from.equals("marc8")) {
                    record.getLeader().setCharCodingScheme('a');
                }
                writer.write(record);
                records++;
            }
            writer.close();
        }
        return records;
    }
}
