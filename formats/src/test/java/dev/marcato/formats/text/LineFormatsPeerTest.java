// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.formats.line.LineFormat;
import dev.marcato.formats.mrk.Mrk8Format;
import dev.marcato.io.Format;
import dev.marcato.testkit.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.marc4j.Mrk8StreamReader;
import org.marc4j.marc.Record;

/** What other programs make of what is written here, and the reverse. */
class LineFormatsPeerTest {
    private static final Format LINE = new LineFormat();

    @Test
    void yazWritesTheSameLines() {
        for (String file : List.of(Corpus.LC_BIBLIOGRAPHIC, Corpus.LC_AUTHORITY)) {
            byte[] binary = Corpus.bytes(file);
            String yaz = new String(yaz("marc", "line", binary), UTF_8);
            List<MarcRecord> records = MarcReader.of(binary).stream().toList();
            assertThat(withoutLengths(LineCuts.written(LINE, records).text())).isEqualTo(withoutLengths(yaz));
            assertThat(lines(LineCuts.records(LINE, yaz.getBytes(UTF_8)))).isEqualTo(lines(records));
        }
    }

    /**
     * But for two faults of YAZ 5.34: an underscore in the third place of a field 00X it takes for a delimiter, and behind a value
     * that ends in {@code /$1} it loses its place, and swallows the next record.
     */
    @Test
    void yazReadsTheSameLines() {
        List<MarcRecord> records = MarcReader.of(Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC)).stream()
                .filter(record -> record.fields().stream().noneMatch(LineFormatsPeerTest::confusesYaz))
                .toList();
        assertThat(records).hasSizeGreaterThan(350);
        String written = LineCuts.written(LINE, records).text();
        assertThat(new String(yaz("line", "line", written.getBytes(UTF_8)), UTF_8))
                .isEqualTo(written);
    }

    private static boolean confusesYaz(Field field) {
        String text = field.toString();
        return text.contains("/$1 ") || text.startsWith("007 cr_");
    }

    /** marc4j ends a mnemonic at the next brace, and trims nothing: real records have neither. */
    @Test
    void marc4jReadsMrk8() {
        List<MarcRecord> records =
                MarcReader.of(Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC)).stream().toList();
        Mrk8StreamReader reader = new Mrk8StreamReader(new ByteArrayInputStream(
                LineCuts.written(new Mrk8Format(), records).bytes()));
        List<List<String>> read = new ArrayList<>();
        while (reader.hasNext()) {
            Record record = reader.next();
            read.add(record.getVariableFields().stream()
                    .map(LineFormatsPeerTest::line)
                    .toList());
        }
        assertThat(read)
                .isEqualTo(records.stream().map(LineFormatsPeerTest::sorted).toList());
    }

    private static List<String> sorted(MarcRecord record) {
        return Stream.concat(
                        record.fields().stream().filter(field -> field.tag().startsWith("00")),
                        record.fields().stream().filter(field -> !field.tag().startsWith("00")))
                .map(field -> field.tag() + " " + new String(field.bytes().toByteArray(), UTF_8))
                .toList();
    }

    private static String line(org.marc4j.marc.VariableField field) {
        if (field instanceof org.marc4j.marc.ControlField control) {
            return field.getTag() + " " + control.getData();
        }
        org.marc4j.marc.DataField data = (org.marc4j.marc.DataField) field;
        StringBuilder text = new StringBuilder(field.getTag())
                .append(' ')
                .append(data.getIndicator1())
                .append(data.getIndicator2());
        data.getSubfields()
                .forEach(subfield ->
                        text.append('\u001F').append(subfield.getCode()).append(subfield.getData()));
        return text.toString();
    }

    private static List<List<String>> lines(List<MarcRecord> records) {
        return records.stream()
                .map(record -> record.fields().stream().map(Field::toString).toList())
                .toList();
    }

    /** Leaders with zeros for lengths. */
    private static String withoutLengths(String lines) {
        return lines.replaceAll("(?m)^\\d{5}(.{7})\\d{5}(.{7})$", "00000$100000$2");
    }

    private static byte[] yaz(String from, String to, byte[] input) {
        try {
            Path file = Files.createTempFile("yaz", ".txt");
            try {
                Files.write(file, input);
                Process process = new ProcessBuilder("yaz-marcdump", "-i", from, "-o", to, file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return process.getInputStream().readAllBytes();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            if (e.getMessage() != null && e.getMessage().contains("yaz-marcdump")) {
                Assumptions.abort("skipped: yaz-marcdump is not installed");
            }
            throw new UncheckedIOException(e);
        }
    }
}
