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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(args[2])), 1 << 16);
                OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
            MarcReader reader = switch (args[0]) {
                case "marcxml" -> new MarcXmlReader(in);
                case "json" -> new MarcJsonReader(in);
                default -> new MarcStreamReader(in);
            };
            MarcWriter writer = switch (args[1]) {
                case "marcxml" -> new MarcXmlWriter(out, "UTF-8");
                case "json" -> new MarcJsonWriter(out);
                default -> new MarcStreamWriter(out, "UTF-8");
            };
            if (args[0].equals("marc8")) {
                writer.setConverter(new AnselToUnicode());
            }
            while (reader.hasNext()) {
                Record record = reader.next();
                if (args[0].equals("marc8")) {
                    record.getLeader().setCharCodingScheme('a');
                }
                writer.write(record);
            }
            writer.close();
        }
    }
}
