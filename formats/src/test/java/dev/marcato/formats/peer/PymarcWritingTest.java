// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import static dev.marcato.formats.peer.PymarcDeviation.BACKSLASHES_ARE_TEXT;
import static dev.marcato.formats.peer.PymarcDeviation.HALVES_STAY_APART;
import static dev.marcato.formats.peer.PymarcDeviation.NO_CONTROLS;
import static dev.marcato.formats.peer.PymarcDeviation.NO_EXTENDED_SETS_IN_LEFT_HALF;
import static dev.marcato.formats.peer.PymarcDeviation.NO_MNEMONICS;
import static dev.marcato.formats.peer.PymarcDeviation.OLD_TABLE;
import static dev.marcato.formats.peer.PymarcDeviation.REFERENCES_ARE_TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.DataField;
import dev.marcato.Encoding;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.formats.json.JsonFormat;
import dev.marcato.formats.json.NdjsonFormat;
import dev.marcato.formats.mrk.Mrk8Format;
import dev.marcato.formats.xml.MarcXmlFormat;
import dev.marcato.io.Format;
import dev.marcato.testkit.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What pymarc reads of what is written here. Skipped, with a line, where it is not installed. */
class PymarcWritingTest {
    private Pymarc pymarc;

    @BeforeEach
    void isInstalled() {
        pymarc = Pymarc.installed();
    }

    @ParameterizedTest
    @EnumSource
    void unicode(PeerFiles file) {
        List<MarcRecord> records = records(file);
        List<PeerRecord> written = written(records, 'a');

        assertThat(pymarc.read("marcxml", bytes(new MarcXmlFormat(), records))).isEqualTo(written);
        assertThat(pymarc.read("json", bytes(new JsonFormat(), records))).isEqualTo(written);
        assertThat(pymarc.read("ndjson", bytes(new NdjsonFormat(), records))).isEqualTo(written);
        assertThat(withoutLengths(pymarc.read("iso2709", bytes(Encoding.UTF_8, records))))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void indented(PeerFiles file) {
        List<MarcRecord> records = records(file);
        List<PeerRecord> written = written(records, 'a');

        for (Map.Entry<String, Format> each :
                Map.of("marcxml", new MarcXmlFormat(), "json", new JsonFormat()).entrySet()) {
            MarcWriter.Builder options =
                    MarcWriter.builder().format(each.getValue()).indented(true);
            assertThat(pymarc.read(each.getKey(), bytes(options, records))).isEqualTo(written);
        }
    }

    @Test
    void unimarc() {
        List<MarcRecord> records = MarcReader.of(PeerFiles.unimarc()).stream().toList();
        List<PeerRecord> written = withoutLengths(PeerRecord.of(records));

        assertThat(pymarc.read("marcxml", bytes(new MarcXmlFormat(), records))).isEqualTo(written);
        assertThat(pymarc.read("json", bytes(new JsonFormat(), records))).isEqualTo(written);
        assertThat(pymarc.read("ndjson", bytes(new NdjsonFormat(), records))).isEqualTo(written);
        assertThat(withoutLengths(pymarc.read("iso2709-utf8", bytes(Encoding.UTF_8, records))))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource
    void marc8(PeerFiles file, Map<PymarcDeviation, Integer> deviations) {
        List<MarcRecord> records = records(file);

        assertMarc8(records, deviations);
    }

    static List<Arguments> marc8() {
        return List.of(
                Arguments.of(PeerFiles.LC_BIBLIOGRAPHIC, Map.of(HALVES_STAY_APART, 3, REFERENCES_ARE_TEXT, 1)),
                Arguments.of(PeerFiles.LC_AUTHORITY, Map.of()),
                Arguments.of(PeerFiles.INTERNET_ARCHIVE, Map.of()),
                Arguments.of(PeerFiles.UVA_MARC8, Map.of(HALVES_STAY_APART, 18)),
                Arguments.of(PeerFiles.GENERATED, Map.of()),
                Arguments.of(
                        PeerFiles.MANY_SCRIPTS, Map.of(NO_EXTENDED_SETS_IN_LEFT_HALF, 11, REFERENCES_ARE_TEXT, 70)));
    }

    @Test
    void linesInMarc8() {
        List<MarcRecord> records = new String(Corpus.bytes("charset/utf8-lines.txt"), UTF_8)
                .lines()
                .map(PymarcWritingTest::record)
                .toList();
        assertThat(records).hasSize(1515);

        assertMarc8(records, Map.of(REFERENCES_ARE_TEXT, 1));
    }

    @Test
    void everyCharacterOfMarc8() {
        List<MarcRecord> records = IntStream.range(0x80, Character.MIN_SUPPLEMENTARY_CODE_POINT)
                .filter(PymarcDeviation::isInMarc8)
                .mapToObj(each -> record("a" + Character.toString(each) + "z"))
                .toList();
        assertThat(records).hasSize(17_151);

        assertMarc8(records, Map.of(NO_EXTENDED_SETS_IN_LEFT_HALF, 127, NO_CONTROLS, 4, OLD_TABLE, 1));
    }

    private static MarcRecord record(String title) {
        return MarcRecord.builder()
                .add(DataField.of("245", '0', '0').with('a', title))
                .build();
    }

    private void assertMarc8(List<MarcRecord> records, Map<PymarcDeviation, Integer> deviations) {
        PymarcDeviation.assertReadAlike(
                withoutLengths(pymarc.read("iso2709", bytes(Encoding.MARC_8, records))),
                written(records, ' '),
                deviations);
    }

    /** pymarc shows a record as lines of MARCMaker: ours but for the lengths in the leader and the dollar sign's name. */
    @ParameterizedTest
    @EnumSource
    void textOfMarcMaker(PeerFiles file) {
        List<MarcRecord> records = records(file);
        String ours = new String(bytes(new Mrk8Format(), records), UTF_8);
        List<String> theirs = pymarc.text(bytes(Encoding.UTF_8, records));

        assertThat(withoutLengths(String.join("\n", theirs) + "\n")).isEqualTo(ours.replace("{dollar}", "$"));
    }

    @ParameterizedTest
    @MethodSource
    void marcMaker(PeerFiles file, Map<PymarcDeviation, Integer> deviations) {
        List<MarcRecord> records = records(file);

        PymarcDeviation.assertReadAlike(
                pymarc.read("mrk", bytes(new Mrk8Format(), records)), written(records, 'a'), deviations);
    }

    static List<Arguments> marcMaker() {
        return List.of(
                Arguments.of(PeerFiles.LC_BIBLIOGRAPHIC, Map.of(NO_MNEMONICS, 26, BACKSLASHES_ARE_TEXT, 8737)),
                Arguments.of(PeerFiles.LC_AUTHORITY, Map.of(BACKSLASHES_ARE_TEXT, 1423)),
                Arguments.of(PeerFiles.INTERNET_ARCHIVE, Map.of(NO_MNEMONICS, 24, BACKSLASHES_ARE_TEXT, 782)),
                Arguments.of(PeerFiles.UVA_MARC8, Map.of(NO_MNEMONICS, 75, BACKSLASHES_ARE_TEXT, 4771)),
                Arguments.of(PeerFiles.GENERATED, Map.of(BACKSLASHES_ARE_TEXT, 1713)),
                Arguments.of(PeerFiles.MANY_SCRIPTS, Map.of(NO_MNEMONICS, 34, BACKSLASHES_ARE_TEXT, 1581)));
    }

    private static String withoutLengths(String lines) {
        return lines.replaceAll("(?m)^(=LDR  )\\d{5}(.{7})\\d{5}", "$100000$200000");
    }

    private static List<PeerRecord> withoutLengths(List<PeerRecord> records) {
        return records.stream().map(PeerRecord::withoutLengths).toList();
    }

    private static List<MarcRecord> records(PeerFiles file) {
        return MarcReader.of(file.bytes()).stream().toList();
    }

    /** Records with what their leaders say when they are written. */
    private static List<PeerRecord> written(List<MarcRecord> records, char codingScheme) {
        return PeerRecord.of(records).stream()
                .map(record -> record.withoutLengths().coded(codingScheme))
                .toList();
    }

    private static byte[] bytes(Format format, List<MarcRecord> records) {
        return bytes(MarcWriter.builder().format(format), records);
    }

    private static byte[] bytes(Encoding encoding, List<MarcRecord> records) {
        return bytes(MarcWriter.builder().encoding(encoding), records);
    }

    private static byte[] bytes(MarcWriter.Builder options, List<MarcRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = options.open(out)) {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
