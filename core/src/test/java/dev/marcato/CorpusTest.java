// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.Severity;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real records of the corpus: what must come out of each file. Skipped, with a line, where it is absent. */
class CorpusTest {
    @ParameterizedTest
    @CsvSource({
        "clean/lc-bibliographic-386.mrc,        386, 10744",
        "clean/lc-authority-150.mrc,            150,  1730",
        "clean/internet-archive-50.mrc,          50,  1247",
        "clean/uva-200.marc8.mrc,               200,  5465",
        "damaged/unordered-directory-entries.mrc, 1,    33",
        "damaged/bad_leaders_10_11.mrc,           1,    35"
    })
    void cleanFilesAreCleanAndComeOutByteForByte(String file, int records, int fields) throws IOException {
        byte[] bytes = Corpus.bytes(file);
        Reading reading = Reading.under(ErrorPolicy.REPAIR).inspecting().of(bytes);
        assertThat(reading.summary().clean()).isEqualTo(records);
        assertThat(fields(reading)).isEqualTo(fields);
        assertThat(reading.summary().rejectedBytes()).isZero();
        assertThat(written(reading)).isEqualTo(bytes);
        // The leader without counts, status and type is what that one file is about.
        assertThat(reading.diagnostics(Severity.ERROR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "damaged/newline-separated-20.mrc,              20,  524, 20, 20,    0",
        "damaged/bad_oversize_field_bad_directory.mrc,   5,   90,  4,  0,    0",
        "damaged/bad_too_long_plus_2.mrc,                3, 1567,  2,  0,    0",
        "damaged/008008027.mrc,                         18,  450, 18,  0, 3034",
        "damaged/regression45.dat,                      12,  519, 12,  0,    0"
    })
    void damagedFilesGiveTheirRecords(String file, int records, int fields, int clean, int filler, int rejected) {
        Reading reading = Reading.of(Corpus.bytes(file));
        assertThat(reading.records()).hasSize(records);
        assertThat(fields(reading)).isEqualTo(fields);
        assertThat(reading.summary().clean()).isEqualTo(clean);
        assertThat(reading.summary().fillerBytes()).isEqualTo(filler);
        assertThat(reading.summary().rejectedBytes()).isEqualTo(rejected);
    }

    /** The directories of the file hold 2,630 entries; a count of characters makes each end at a field terminator. */
    @Test
    void lengthsInCharactersLoseNothing() {
        Reading reading = Reading.of(Corpus.bytes("damaged/bu_bibs.mrc"));
        assertThat(reading.summary().clean()).isEqualTo(84);
        assertThat(reading.summary().repaired()).isEqualTo(16);
        assertThat(fields(reading)).isEqualTo(2630);
        assertThat(reading.summary().rejectedBytes()).isZero();
        assertThat(reading.summary().diagnostics()).containsOnlyKeys(DiagnosticCode.LENGTHS_COUNT_CHARACTERS);
    }

    @Test
    void aCutOffRecordIsRejectedWithItsPlace() {
        byte[] bytes = Corpus.bytes("damaged/008008027.mrc");
        Reading reading = Reading.of(bytes);
        assertThat(reading.codes()).containsExactly(DiagnosticCode.RECORD_TRUNCATED);
        assertThat(reading.diagnostics().get(0).location().byteOffset()).isEqualTo(bytes.length - 3034);
    }

    @Test
    void eightDesignedFaultsAreAccountedFor() {
        Reading reading = Reading.of(Corpus.bytes("damaged/bad_records.mrc"));
        assertThat(reading.records()).hasSize(8);
        assertThat(reading.summary().rejectedBytes()).isLessThanOrEqualTo(1);
    }

    @Test
    void wrongLengthsAmongRealRecordsCostNothing() throws IOException {
        List<TestRecord> good = TestRecord.parse(Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC));
        List<Path> wrong = Corpus.files("damaged/wrong-length");
        assertThat(wrong).hasSize(117);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < good.size(); i++) {
            file.writeBytes(good.get(i).toIso2709());
            if (i < wrong.size()) {
                file.writeBytes(Files.readAllBytes(wrong.get(i)));
            }
        }
        Reading reading = Reading.of(file.toByteArray());
        assertThat(reading.summary().clean()).isEqualTo(386);
        assertThat(reading.summary().repaired()).isEqualTo(117);
        assertThat(reading.summary().rejectedBytes()).isZero();
        assertThat(reading.codes()).hasSize(117).containsOnly(DiagnosticCode.RECORD_LENGTH_WRONG);
    }

    @Test
    void eachWrongLengthBetweenTwoGoodRecordsLeavesThemAlone() throws IOException {
        List<TestRecord> good = TestRecord.parse(Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC));
        byte[] before = good.get(0).toIso2709();
        byte[] after = good.get(1).toIso2709();
        for (Path wrong : Corpus.files("damaged/wrong-length")) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(before);
            file.writeBytes(Files.readAllBytes(wrong));
            file.writeBytes(after);
            Reading reading = Reading.of(file.toByteArray());
            assertThat(reading.records()).as(wrong.toString()).hasSize(3);
            assertThat(reading.records().get(0).originalBytes().map(ByteSlice::toByteArray))
                    .contains(before);
            assertThat(reading.records().get(2).originalBytes().map(ByteSlice::toByteArray))
                    .contains(after);
            assertThat(reading.codes()).as(wrong.toString()).containsExactly(DiagnosticCode.RECORD_LENGTH_WRONG);
        }
    }

    /** Kinds that another project gave codes to: what counts is that each fault is found and placed. */
    @ParameterizedTest
    @CsvSource({
        "e001_record_length_non_digit.bin,     RECORD_LENGTH_WRONG",
        "e001_record_length_below_24.bin,      RECORD_LENGTH_WRONG",
        "e002_indicator_count_non_digit.bin,   INDICATOR_COUNT_WRONG",
        "e002_indicator_count_not_two.bin,     INDICATOR_COUNT_WRONG",
        "e002_subfield_code_count_not_two.bin, SUBFIELD_CODE_LENGTH_WRONG",
        "e003_base_address_below_24.bin,       BASE_ADDRESS_WRONG",
        "e003_base_address_non_digit.bin,      BASE_ADDRESS_WRONG",
        "e004_base_address_past_record.bin,    BASE_ADDRESS_WRONG",
        "e005_truncated_record.bin,            RECORD_TRUNCATED",
        "e006_no_record_terminator.bin,        RECORD_TERMINATOR_MISSING",
        "e101_directory_no_terminator.bin,     DIRECTORY_TERMINATOR_MISSING",
        "e101_directory_non_digit_length.bin,  DIRECTORY_ENTRY_WRONG",
        "e101_directory_non_digit_start.bin,   DIRECTORY_ENTRY_WRONG",
        "e101_non_ascii_tag.bin,               TAG_INVALID",
        "e106_authority_field_too_short.bin,   DIRECTORY_ENTRY_WRONG",
        "e106_expected_subfield_delimiter.bin, NO_SUBFIELDS",
        "e106_field_length_past_data.bin,      DIRECTORY_ENTRY_WRONG",
        "e106_recovery_invalid_field.bin,      RECORD_TRUNCATED",
        "e201_bad_indicator.bin,               INDICATOR_UNUSUAL",
        "e202_non_printable_subfield_code.bin, SUBFIELD_CODE_INVALID",
        "e301_invalid_utf8_in_subfield.bin,    BYTE_UNDECODABLE",
        "e301_invalid_utf8_in_control_field.bin, BYTE_UNDECODABLE",
        "e301_invalid_utf8_in_authority_control_field.bin, BYTE_UNDECODABLE"
    })
    void oneFaultEachIsFoundAndPlaced(String file, DiagnosticCode code) {
        byte[] bytes = Corpus.bytes("damaged/one-fault-each/" + file);
        Reading reading = Reading.under(ErrorPolicy.REPAIR).inspecting().of(bytes);
        assertThat(reading.codes()).contains(code);
        assertThat(reading.diagnostics(code).get(0).location().byteOffset()).isBetween(0L, (long) bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e401_bad_char_reference.xml",
                "e401_malformed_marcxml.xml",
                "e401_no_record_element.xml",
                "e401_unexpected_eof_in_subfield.xml",
                "e402_malformed_marcjson.json"
            })
    void otherFormatsAreNamedAndNothingIsInvented(String file) {
        Reading reading = Reading.of(Corpus.bytes("damaged/one-fault-each/" + file));
        assertThat(reading.records()).isEmpty();
        assertThat(reading.codes()).contains(DiagnosticCode.NOT_MARC);
    }

    @Test
    void everyDamagedFileIsReadToItsEnd() throws IOException {
        List<Path> files = Corpus.files("damaged");
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Reading reading = Reading.under(ErrorPolicy.REPAIR).inspecting().of(Files.readAllBytes(file));
            assertThat(reading.summary().complete()).as(file.toString()).isTrue();
            assertThat(Reading.of(written(reading)).records())
                    .as("%s, written and read back", file)
                    .isEqualTo(reading.records());
        }
    }

    private static int fields(Reading reading) {
        return reading.records().stream().mapToInt(MarcRecord::size).sum();
    }

    private static byte[] written(Reading reading) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer =
                MarcWriter.builder().oversize(OversizePolicy.OVERFLOW).open(out)) {
            for (MarcRecord record : reading.records()) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }
}
