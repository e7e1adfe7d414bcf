// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that ISO 2709 has no digits for. Sizes count terminators. */
class OversizeTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Diagnostic> heard = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void whatJustFitsIsWrittenUnderEveryPolicy(OversizePolicy policy) throws IOException {
        MarcRecord field = withField(9_999);
        MarcRecord record = withLength(99_999);
        write(policy, field, record);

        List<TestRecord> written = TestRecord.parse(out.toByteArray());
        assertThat(written).hasSize(2);
        assertThat(written.get(0).field(1).length()).isEqualTo(9_998);
        assertThat(Records.all(out.toByteArray())).containsExactly(field, record);
        assertThat(heard).isEmpty();
    }

    @Test
    void aFieldOfOneByteTooManyIsAnError() throws IOException {
        MarcRecord small = withField(100);
        try (MarcWriter writer = writer(OversizePolicy.ERROR)) {
            writer.write(small);
            assertThatExceptionOfType(MarcFormatException.class)
                    .isThrownBy(() -> writer.write(withField(10_000)))
                    .withMessage("record (001 x1), 500: the field has 10,000 bytes; a field of ISO 2709 holds 9,999; "
                            + "not written: a format without limits, such as MARCXML, can hold it [M0501]")
                    .satisfies(
                            thrown -> assertThat(thrown.diagnostic().location().fieldNumber())
                                    .isEqualTo(2));
            writer.write(small);
            assertThat(writer.records()).isEqualTo(2);
        }
        assertThat(Records.all(out.toByteArray())).containsExactly(small, small);
    }

    @Test
    void aRecordOfOneByteTooManyIsAnError() throws IOException {
        MarcRecord small = withField(100);
        try (MarcWriter writer = writer(OversizePolicy.ERROR)) {
            assertThatExceptionOfType(MarcFormatException.class)
                    .isThrownBy(() -> writer.write(withLength(100_000)))
                    .withMessageContaining(
                            "record (001 x1): the record has 100,000 bytes; a record of ISO 2709 holds 99,999");
            writer.write(small);
        }
        assertThat(Records.all(out.toByteArray())).containsExactly(small);
    }

    @Test
    void skippedRecordsAreReported() throws IOException {
        MarcRecord small = withField(100);
        try (MarcWriter writer = writer(OversizePolicy.SKIP)) {
            writer.write(withLength(100_000));
            writer.write(small);
            writer.write(withField(10_000));
            assertThat(writer.records()).isEqualTo(1);
            assertThat(writer.skipped()).isEqualTo(2);
        }
        assertThat(Records.all(out.toByteArray())).containsExactly(small);
        assertThat(heard).extracting(Diagnostic::code).containsOnly(DiagnosticCode.RECORD_TOO_LARGE);
        assertThat(heard)
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "record (001 x1): the record has 100,000 bytes; a record of ISO 2709 holds 99,999; left out [M0501]",
                        "record (001 x1), 500: the field has 10,000 bytes; a field of ISO 2709 holds 9,999; left out [M0501]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void whatIsToldOfRecordsComesInTheirOrder(int threads) throws IOException {
        MarcRecord emoji = Records.of(Records.UTF_8_LEADER, "001x1", "500  \u001fa\uD83D\uDE00");
        write(OversizePolicy.OVERFLOW, emoji, withField(10_000), emoji, emoji, withField(10_000), emoji);
        byte[] file = out.toByteArray();
        List<String> told = new ArrayList<>();
        MarcWriter writer = MarcWriter.builder()
                .oversize(OversizePolicy.SKIP)
                .encoding(Encoding.MARC_8)
                .listener(each -> told.add(
                        each.location().recordNumber() + " " + each.code().code()))
                .open(OutputStream.nullOutputStream());
        MarcFiles.builder()
                .threads(threads)
                .unitBytes(threads == 1 ? 1 << 20 : 1_000)
                .of(List.of(MarcInput.of(file, "a")))
                .writeTo(writer, record -> record);
        assertThat(told).containsExactly("1 M0504", "2 M0501", "3 M0504", "4 M0504", "5 M0501", "6 M0504");
    }

    @Test
    void overflowingLengthsAreWrittenAsTheLargest() throws IOException {
        write(OversizePolicy.OVERFLOW, withField(10_000));
        String written = out.toString(ISO_8859_1);
        assertThat(written.substring(0, 5)).isEqualTo("10053");
        assertThat(written.substring(24, 49)).isEqualTo("001000300000" + "500999900003" + "\u001E");
        assertThat(written).hasSize(24 + 24 + 1 + 3 + 10_000 + 1).endsWith("x\u001E\u001D");
        assertThat(written.chars().filter(c -> c == 0x1E)).hasSize(3);
    }

    @Test
    void overflowingStartsAreWrittenModulo100000() throws IOException {
        RecordEditor editor = MarcRecord.builder().add(ControlField.of("001", "x1"));
        for (int i = 0; i < 22; i++) {
            editor.add(note(9_999));
        }
        write(OversizePolicy.OVERFLOW, editor.build());
        String written = out.toString(ISO_8859_1);
        assertThat(written).startsWith("99999").hasSize(24 + 23 * 12 + 1 + 3 + 22 * 9_999 + 1);
        for (int i = 0; i < 22; i++) {
            int entry = 24 + 12 * (i + 1);
            assertThat(written.substring(entry, entry + 12))
                    .isEqualTo("5009999%05d".formatted((3 + 9_999 * i) % 100_000));
        }
    }

    @Test
    void aDirectoryThatIsTooLongIsAnErrorEvenThen() throws IOException {
        MarcRecord most = withFields(8_331);
        MarcRecord tooMany = withFields(8_332);
        try (MarcWriter writer = writer(OversizePolicy.OVERFLOW)) {
            writer.write(most);
            assertThatExceptionOfType(MarcFormatException.class)
                    .isThrownBy(() -> writer.write(tooMany))
                    .withMessageContaining("the record has 8,332 fields; a directory of ISO 2709 has room for 8,331");
        }
        assertThat(out.toString(ISO_8859_1)).startsWith("99999nam a2299997   4500");
    }

    private MarcWriter writer(OversizePolicy policy) {
        return MarcWriter.builder().oversize(policy).listener(heard::add).open(out);
    }

    private void write(OversizePolicy policy, MarcRecord... records) throws IOException {
        try (MarcWriter writer = writer(policy)) {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        }
    }

    private static MarcRecord withField(int bytes) {
        return MarcRecord.builder()
                .add(ControlField.of("001", "x1"))
                .add(note(bytes))
                .build();
    }

    private static MarcRecord withLength(int bytes) {
        RecordEditor editor = MarcRecord.builder().add(ControlField.of("001", "x1"));
        int rest = bytes - 26 - 12 - 3;
        while (rest > 0) {
            int field = Math.min(rest - 12, 9_000);
            editor.add(note(field));
            rest -= field + 12;
        }
        return editor.build();
    }

    private static MarcRecord withFields(int count) {
        RecordEditor editor = MarcRecord.builder();
        for (int i = 0; i < count; i++) {
            editor.add(note(6));
        }
        return editor.build();
    }

    /** A field of so many bytes, indicators, delimiter, code and terminator included. */
    private static DataField note(int bytes) {
        return DataField.of("500", ' ', ' ').with('a', "x".repeat(bytes - 5));
    }
}
