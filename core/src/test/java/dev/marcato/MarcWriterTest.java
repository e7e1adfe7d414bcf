// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.internal.RecordAccess;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarcWriterTest {
    private final MarcRecord record = Records.of(Records.UTF_8_LEADER, "001 x1", "245 10$aLe café", "650  0$aCats");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean/lc-bibliographic-386.mrc",
                "clean/lc-authority-150.mrc",
                "clean/internet-archive-50.mrc",
                "clean/uva-200.marc8.mrc",
                "damaged/unordered-directory-entries.mrc"
            })
    void cleanRecordsComeOutByteForByte(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(Corpus.file(file));
        List<MarcRecord> records = Records.all(bytes);
        assertThat(write(records)).isEqualTo(bytes);
        assertThat(write(records.stream().map(MarcRecord::copy).toList())).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean/lc-bibliographic-386.mrc",
                "clean/lc-authority-150.mrc",
                "clean/uva-200.marc8.mrc",
                "damaged/unordered-directory-entries.mrc"
            })
    void anEditThatIsTakenBackGivesTheSameRecordAgain(String file) throws IOException {
        for (MarcRecord original : Records.all(Corpus.file(file))) {
            char status = original.leader().status();
            MarcRecord edited = original.edit()
                    .leader(5, status == 'd' ? 'n' : 'd')
                    .build()
                    .edit()
                    .leader(5, status)
                    .build();
            byte[] written = write(List.of(edited));
            assertThat(Records.parse(written))
                    .isEqualTo(original)
                    .isEqualTo(edited)
                    .hasSameHashCodeAs(original);
            assertThat(TestRecord.parse(written)).hasSize(1);
        }
    }

    @Test
    void editedRecordsGetRightLengths() throws IOException {
        MarcRecord edited = record.edit()
                .remove("650")
                .insert(DataField.of("100", '1', ' ').with('a', "Möller"))
                .build();
        assertThat(new String(write(List.of(edited)), ISO_8859_1))
                .isEqualTo("00090nam a2200061   4500" + "001000300000" + "100001200003" + "245001300015" + "\u001E"
                        + "x1\u001E" + "1 \u001FaM\u00C3\u00B6ller\u001E" + "10\u001FaLe caf\u00C3\u00A9\u001E"
                        + "\u001D");
    }

    @ParameterizedTest
    @CsvSource({
        "'00000nam a2200000   4500', 'nam a22', '   4500'",
        "'00000nam a  00000       ', 'nam a22', '       '",
        "'00000nam  9x00000i  450 ', 'nam  22', 'i  450 '",
        "'00000nam a2200000   4521', 'nam a22', '   4500'",
        "'00000nam a22000007i 45  ', 'nam a22', '7i 4500'",
    })
    void theLeaderIsWrittenAsTheRecordIsRead(String leader, String head, String tail) throws IOException {
        MarcRecord odd = withoutDirectory(Records.of(leader, "001 x1", "245 10$aTitle"));
        byte[] written = write(List.of(odd));
        String expected = new String(written, 0, 24, ISO_8859_1);
        assertThat(expected.substring(5, 12)).isEqualTo(head);
        assertThat(expected.substring(17)).isEqualTo(tail);
        assertThat(Records.parse(written)).isEqualTo(odd).hasSameHashCodeAs(odd);
    }

    @Test
    void countsThatTheDataAgreeWithAreKept() throws IOException {
        MarcRecord odd = withoutDirectory(Records.of("00000nam a1300000   4500", "001 x1", "245 1$a1Title"));
        byte[] written = write(List.of(odd));
        assertThat(new String(written, 10, 2, ISO_8859_1)).isEqualTo("13");
        assertThat(Records.parse(written)).isEqualTo(odd);
        assertThat(Records.parse(written).firstValue("245", 'a')).hasValue("Title");
    }

    @Test
    void aFieldTerminatorInsideAFieldStaysReadable() throws IOException {
        MarcRecord odd = Records.ofBytes(Records.UTF_8_LEADER, "001 x1", "245 10$aTi\u001Etle", "500   $aNote");
        MarcRecord edited = odd.edit().remove("500").build();
        MarcRecord again = Records.parse(write(List.of(edited)));
        assertThat(again).isEqualTo(edited);
        assertThat(again.first("245").map(Field::bytes))
                .isEqualTo(odd.first("245").map(Field::bytes));
        assertThat(again.first("245")).map(Field::toString).hasValue("245 10 $a Ti\\x1Etle");
    }

    @Test
    void aRecordWithoutFieldsIsARecord() throws IOException {
        byte[] written = write(List.of(MarcRecord.builder().build()));
        assertThat(new String(written, ISO_8859_1)).isEqualTo("00026nam a2200025   4500\u001E\u001D");
    }

    @Test
    void aRecordTerminatorNeverGoesIntoAField() {
        byte[] data = "00000nam a2200000   4500Ti\u001Dtle\u001E".getBytes(ISO_8859_1);
        int[] index = {'0' << 16 | '0' << 8 | '1', 24, 6};
        MarcRecord bad = RecordAccess.get().create(data, 0, data.length, index, false, true, "bad.mrc", 17, null, null);
        assertThatExceptionOfType(MarcFormatException.class)
                .isThrownBy(() -> write(List.of(bad)))
                .withMessageContaining("bad.mrc")
                .withMessageContaining("record terminator (0x1D)")
                .satisfies(e -> assertThat(e.diagnostic().code()).isEqualTo(DiagnosticCode.RECORD_NOT_REPRESENTABLE));
    }

    @Test
    void countsWhatItWrites() throws IOException {
        try (MarcWriter writer = MarcWriter.to(new ByteArrayOutputStream())) {
            writer.write(record);
            writer.write(record.edit().remove("650").build());
            assertThat(writer.records()).isEqualTo(2);
            assertThat(writer.bytes()).isEqualTo(87 + 66);
            assertThat(writer.skipped()).isZero();
        }
    }

    @Test
    void writesFilesAndCompressesByName(@TempDir Path folder) throws IOException {
        byte[] expected = record.originalBytes().orElseThrow().toByteArray();
        Path plain = folder.resolve("out.mrc");
        Path compressed = folder.resolve("OUT.MRC.GZ");
        for (Path file : List.of(plain, compressed)) {
            Files.writeString(file, "something longer that stood there before: " + "x".repeat(1000));
            try (MarcWriter writer = MarcWriter.create(file)) {
                writer.write(record);
            }
        }
        assertThat(plain).hasBinaryContent(expected);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(compressed))).readAllBytes())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.xml", "out.xml.gz", "out.JSON", "out.ndjson", "out.mrk", "out.mrc.zst", "out.bz2"})
    void refusesNamesOfOtherFormats(String name, @TempDir Path folder) {
        Path file = folder.resolve(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarcWriter.create(file))
                .withMessageContaining(name)
                .withMessageContaining("cannot be written here");
        assertThat(file).doesNotExist();
    }

    @Test
    void writesLargeAndSmallRecordsInOrder() throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.to(out)) {
            for (int size : new int[] {10, 9_000, 10, 90_000, 10, 65_000, 70_000, 10}) {
                MarcRecord each = ofSize(size);
                expected.writeBytes(each.originalBytes().orElseThrow().toByteArray());
                writer.write(each);
                MarcRecord edited = each.edit().leader(5, 'd').build();
                byte[] bytes = each.originalBytes().orElseThrow().toByteArray();
                bytes[5] = 'd';
                expected.writeBytes(bytes);
                writer.write(edited);
            }
        }
        assertThat(out.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void writesWholeStretchesOfABlock() throws IOException {
        byte[] file = Files.readAllBytes(Corpus.file("clean/lc-bibliographic-386.mrc"));
        List<MarcRecord> records = Records.all(file);
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            int chance = 1 + random.nextInt(40);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (MarcWriter writer = MarcWriter.to(out)) {
                for (MarcRecord each : records) {
                    byte[] bytes = each.originalBytes().orElseThrow().toByteArray();
                    int choice = random.nextInt(chance);
                    if (choice == 0) {
                        continue;
                    }
                    if (choice == 1) {
                        bytes[5] = 'z';
                        writer.write(each.edit().leader(5, 'z').build());
                    } else if (choice == 2) {
                        writer.write(each.copy());
                    } else {
                        writer.write(each);
                    }
                    expected.writeBytes(bytes);
                    if (choice == 3) {
                        writer.flush();
                        assertThat(out.size()).isEqualTo(expected.size());
                    }
                }
                assertThat(writer.bytes()).isEqualTo(expected.size());
            }
            assertThat(out.toByteArray()).as("round %d", round).isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void closesTheStreamOnceAndRefusesToGoOn() throws IOException {
        CountingStream out = new CountingStream();
        MarcWriter writer = MarcWriter.to(out);
        writer.write(record);
        assertThat(out.size()).as("buffered").isZero();
        writer.flush();
        assertThat(out.size()).isEqualTo(87);
        writer.write(record);
        writer.close();
        writer.close();
        writer.flush();
        assertThat(out.size()).isEqualTo(174);
        assertThat(out.closed).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> writer.write(record)).withMessage("the writer is closed");
    }

    @Test
    void afterAFailureNothingMoreIsWritten() throws IOException {
        CountingStream out = new CountingStream();
        MarcWriter writer = MarcWriter.to(out);
        writer.write(record);
        out.failing = true;
        assertThatIOException().isThrownBy(writer::flush).withMessage("disk full");
        out.failing = false;
        for (MarcRecord each : List.of(record, record.edit().leader(5, 'd').build())) {
            assertThatIOException().isThrownBy(() -> writer.write(each)).withMessage("the output has failed before");
        }
        assertThatIOException().isThrownBy(writer::flush).withMessage("the output has failed before");
        writer.close();
        assertThat(out.size()).isZero();
        assertThat(out.closed).isEqualTo(1);
    }

    @Test
    void aFailureWhileClosingIsHeard() throws IOException {
        CountingStream out = new CountingStream();
        MarcWriter writer = MarcWriter.to(out);
        writer.write(record);
        out.failing = true;
        assertThatIOException().isThrownBy(writer::close).withMessage("disk full");
        assertThat(out.closed).isEqualTo(1);
    }

    /** The same record as salvage would give it: leader and fields, no directory. */
    private static MarcRecord withoutDirectory(MarcRecord record) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(record.leader().bytes().toByteArray());
        int[] index = RecordAccess.get().index(record).clone();
        for (int n = 0; n < record.size(); n++) {
            index[3 * n + 1] = data.size();
            data.writeBytes(record.fields().get(n).bytes().toByteArray());
            data.write(0x1E);
        }
        return RecordAccess.get().create(data.toByteArray(), 0, data.size(), index, false, true, "", -1, null, null);
    }

    private static MarcRecord ofSize(int size) {
        String[] fields = new String[size / 9_000 + 1];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = "500   $a" + "x".repeat(Math.min(9_000, size - 9_000 * i));
        }
        return Records.of(Records.UTF_8_LEADER, fields);
    }

    private static byte[] write(List<MarcRecord> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.to(out)) {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static final class CountingStream extends OutputStream {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private boolean failing;
        private int closed;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (failing) {
                throw new IOException("disk full");
            }
            written.write(bytes, from, length);
        }

        @Override
        public void close() {
            closed++;
        }

        int size() {
            return written.size();
        }
    }
}
