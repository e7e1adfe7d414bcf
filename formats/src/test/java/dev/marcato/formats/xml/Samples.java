// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Records and documents for the tests. */
final class Samples {
    static final MarcXmlFormat MARCXML = new MarcXmlFormat();

    private Samples() {}

    static List<MarcRecord> read(byte[] bytes) {
        return MarcReader.of(bytes).stream().toList();
    }

    static List<MarcRecord> generated(long seed, int count) {
        return read(TestRecord.toFile(RecordGenerator.seeded(seed).manyScripts().records(count)));
    }

    static byte[] written(List<MarcRecord> records, boolean indented) {
        return written(records, indented, told -> {});
    }

    static byte[] written(List<MarcRecord> records, boolean indented, Consumer<Diagnostic> listener) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.builder()
                .format(MARCXML)
                .indented(indented)
                .listener(listener)
                .open(out)) {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A record around some content. */
    static String record(String content) {
        return "<record><leader>00000nam a2200000 a 4500</leader>" + content + "</record>";
    }

    /** A data field with one subfield. */
    static String field(String value) {
        return "<datafield tag=\"245\" ind1=\"1\" ind2=\"0\"><subfield code=\"a\">" + value + "</subfield></datafield>";
    }

    static String collection(String... records) {
        return "<?xml version=\"1.0\"?>\n<collection>\n" + String.join("\n", records) + "\n</collection>\n";
    }
}
