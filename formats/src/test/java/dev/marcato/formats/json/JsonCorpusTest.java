// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.FormatReading;
import dev.marcato.io.Formats;
import dev.marcato.testkit.Corpus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real JSON says what the same records say in ISO 2709. */
class JsonCorpusTest {
    private static FormatReading read(String name) {
        byte[] bytes = Corpus.bytes(name);
        return FormatReading.everyWay(Formats.of(bytes), bytes, 9);
    }

    private static List<List<String>> fields(List<MarcRecord> records) {
        return records.stream()
                .map(record -> record.fields().stream().map(Field::toString).toList())
                .toList();
    }

    private static List<MarcRecord> iso2709(String name) {
        List<MarcRecord> records = new ArrayList<>();
        MarcReader.builder().encoding(Encoding.UTF_8).of(Corpus.bytes(name)).forEach(records::add);
        return records;
    }

    @ParameterizedTest
    @CsvSource({
        "traject-30.ndjson, ndjson, traject-30.mrc, 0",
        "summerland-marc-in-json.json, ndjson, summerland.mrc, 0",
        "summerland-marc-in-json-indented.json, json, summerland.mrc, 0",
        "summerland-marc-json.json, ndjson, summerland.mrc, 2",
    })
    void familiesAgree(String json, String format, String iso2709, int findings) {
        FormatReading reading = read("formats/" + json);

        assertThat(Formats.of(Corpus.bytes("formats/" + json)).name()).isEqualTo(format);
        assertThat(reading.codes()).hasSize(findings).allMatch(DiagnosticCode.MARKUP_REPAIRED::equals);
        assertThat(fields(reading.records())).isEqualTo(fields(iso2709("formats/" + iso2709)));
    }

    @Test
    void legalAndIllegalAreReadWhole() {
        FormatReading legal = read("formats/legal-json-marc-in-json.json");
        FormatReading illegal = read("formats/illegal-marc-in-json.json");

        assertThat(legal.diagnostics()).isEmpty();
        assertThat(legal.records()).hasSize(1);
        assertThat(illegal.codes()).isNotEmpty().allMatch(DiagnosticCode.MARKUP_REPAIRED::equals);
        assertThat(illegal.records()).hasSize(1);
        assertThat(illegal.diagnostics().get(0).location().line()).isEqualTo(170);
    }

    @Test
    void linesOfAnotherCatalogue() {
        FormatReading reading = read("formats/test.ndj");

        assertThat(reading.summary().clean()).isEqualTo(reading.records().size());
        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.records()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void cutOffIsTold() {
        byte[] bytes = Corpus.bytes("damaged/one-fault-each/e402_malformed_marcjson.json");
        FormatReading reading = FormatReading.everyWay(Formats.of(bytes), bytes, 1);

        assertThat(reading.records()).isEmpty();
        assertThat(reading.codes()).containsExactly(DiagnosticCode.MARKUP_BROKEN);
        assertThat(reading.rejects()).isEqualTo(bytes);
    }

    /** What yaz made of a record whose MARC-8 it could not decode holds delimiters in a value. */
    @Test
    void delimiterInAValueIsNeverSubstituted() {
        FormatReading reading = read("charset/yaz/marc12.json");

        assertThat(reading.records()).isEmpty();
        assertThat(reading.codes()).containsExactly(DiagnosticCode.VALUE_NOT_REPRESENTABLE);
        assertThat(reading.diagnostics().get(0).location().line()).isEqualTo(490);
        assertThat(reading.diagnostics().get(0).location().tag()).isEqualTo("880");
    }

    /** Not the record without fields that yaz made of a damaged one (marc4), nor danMARC's (marc10, marc11). */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 6, 7, 8, 9})
    void whatYazMadeOfARecord(int number) {
        FormatReading reading = read("charset/yaz/marc" + number + ".json");

        // Field 092 of marc0 has an indicator that yaz decoded as text.
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::found)
                .isEqualTo(number == 0 ? List.of("indicator 2 has 2 bytes") : List.of());
        assertThat(fields(reading.records())).isEqualTo(fields(iso2709("charset/yaz/marc" + number + ".json.marc")));
    }
}
