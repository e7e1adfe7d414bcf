// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.formats.aleph.AlephFormat;
import dev.marcato.formats.line.LineFormat;
import dev.marcato.formats.mrk.Mrk8Format;
import dev.marcato.io.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Formats of lines against catmandu, both ways. Skipped, with a line, where it is not installed. Its deviations:
 *
 * <ul>
 *   <li>of Aleph's format: a record begins with FMT; {@code ^} is a blank in the leader and in 008 alone; blanks at the end of a line
 *       are lost; a system number has nine characters, whatever they are, so that only the Library of Congress's records are compared;
 *   <li>of the line format: every {@code $} is a delimiter, and a field of which that makes nothing is dropped;
 *   <li>of MARCMaker's: it writes {@code /} for an indicator that is a blank, and no mnemonic for {@code $}, so that only what it reads
 *       is compared.
 * </ul>
 */
class CatmanduTest {
    private Catmandu catmandu;

    @BeforeEach
    void isInstalled() {
        catmandu = Catmandu.installed();
    }

    private static List<MarcRecord> records(byte[] file, Format format) {
        return MarcReader.builder().format(format).of(file).stream().toList();
    }

    private static List<MarcRecord> records(PeerFiles file) {
        return MarcReader.of(file.bytes()).stream().toList();
    }

    private static List<PeerRecord> withoutLengths(List<PeerRecord> records) {
        return records.stream().map(PeerRecord::withoutLengths).toList();
    }

    private static byte[] written(List<MarcRecord> records, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.builder().format(format).open(out)) {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(names = {"LC_BIBLIOGRAPHIC", "LC_AUTHORITY"})
    void alephThatWeWrite(PeerFiles file) {
        List<MarcRecord> records = records(file);
        String lines = new String(written(records, new AlephFormat()), UTF_8);
        String begun = lines.replaceAll("(?m)^(\\d+) LDR   L ", "$1 FMT   L BK\n$0");

        assertThat(withoutLengths(withoutFmt(catmandu.read("ALEPHSEQ", begun.getBytes(UTF_8)))))
                .isEqualTo(withoutLengths(PeerRecord.of(records)).stream()
                        .map(each -> each.with(CatmanduTest::asReadInAleph))
                        .toList());
    }

    private static String asReadInAleph(String field) {
        if (field.startsWith("008")) {
            return field;
        }
        return field.startsWith("00")
                ? field.substring(0, 4) + field.substring(4).replace(' ', '^')
                : stripped(field);
    }

    private static String stripped(String field) {
        return field.replaceFirst(" +$", "");
    }

    @ParameterizedTest
    @EnumSource(names = {"LC_BIBLIOGRAPHIC", "LC_AUTHORITY"})
    void alephThatItWrites(PeerFiles file) {
        List<MarcRecord> read = records(catmandu.write("ALEPHSEQ", file.bytes()), new AlephFormat());

        assertThat(withoutFmt(withoutLengths(PeerRecord.of(read))))
                .isEqualTo(withoutLengths(PeerRecord.of(records(file))));
    }

    private static List<PeerRecord> withoutFmt(List<PeerRecord> records) {
        return records.stream()
                .map(each -> new PeerRecord(
                        each.leader(),
                        each.fields().stream()
                                .filter(field -> !field.startsWith("FMT"))
                                .toList()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"LC_BIBLIOGRAPHIC", "LC_AUTHORITY", "INTERNET_ARCHIVE"})
    void linesThatWeWrite(PeerFiles file) {
        List<MarcRecord> records = records(file).stream()
                .filter(each -> PeerRecord.of(each).fields().stream().noneMatch(field -> field.contains("$")))
                .toList();
        assertThat(records).hasSizeGreaterThan(30);

        assertThat(withoutLengths(catmandu.read("Line", written(records, new LineFormat()))))
                .isEqualTo(withoutLengths(PeerRecord.of(records)));
    }

    @ParameterizedTest
    @EnumSource(names = {"LC_BIBLIOGRAPHIC", "LC_AUTHORITY", "INTERNET_ARCHIVE"})
    void linesThatItWrites(PeerFiles file) {
        List<MarcRecord> read = records(catmandu.write("Line", file.bytes()), new LineFormat());

        assertThat(withoutLengths(PeerRecord.of(read))).isEqualTo(withoutLengths(PeerRecord.of(records(file))));
    }

    @ParameterizedTest
    @EnumSource(names = {"LC_BIBLIOGRAPHIC", "LC_AUTHORITY", "INTERNET_ARCHIVE"})
    void marcMakerThatWeWrite(PeerFiles file) {
        List<MarcRecord> records = records(file);

        assertThat(withoutLengths(catmandu.read("MARCMaker", written(records, new Mrk8Format()))))
                .isEqualTo(withoutLengths(PeerRecord.of(records)));
    }
}
