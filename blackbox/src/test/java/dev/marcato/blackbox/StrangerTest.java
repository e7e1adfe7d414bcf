// SPDX-License-Identifier: Apache-2.0
package dev.marcato.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marcato.DataField;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.Subfield;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody writes who has read the front page and nothing else. */
class StrangerTest {
    private final List<TestRecord> records = RecordGenerator.seeded(4711).records(20);
    private final byte[] clean = TestRecord.toFile(records);
    private final byte[] cut = Arrays.copyOf(clean, clean.length - 9);

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("in.mrc"), bytes);
    }

    @Test
    void readsAFileAndItsAccount() throws IOException {
        List<String> numbers = new ArrayList<>();
        ReadSummary summary;
        try (MarcReader reader = MarcReader.open(file(clean))) {
            for (MarcRecord each : reader) {
                numbers.add(each.controlNumber().orElse("-"));
            }
            summary = reader.summary();
        }

        assertThat(numbers)
                .isEqualTo(records.stream()
                        .map(r -> new String(r.fields("001").get(0).content(), UTF_8))
                        .toList());
        assertThat(summary.clean()).isEqualTo(20);
        assertThat(summary.recordBytes()).isEqualTo(clean.length);
    }

    @Test
    void streamsAndClosesEarly() throws IOException {
        try (Stream<MarcRecord> stream = MarcReader.open(file(clean)).stream()) {
            assertThat(stream.filter(r -> r.first("245").isPresent()).limit(3)).hasSize(3);
        }
    }

    @Test
    void hearsOfDamageAndKeepsWhatIsLost() throws IOException {
        List<Diagnostic> heard = new ArrayList<>();
        Path lost = folder.resolve("lost.bin");
        try (MarcReader reader = MarcReader.builder()
                .onError(ErrorPolicy.SKIP)
                .rejectsTo(lost)
                .listener(heard::add)
                .open(file(cut))) {
            assertThat(reader.stream()).hasSize(19);
            assertThat(reader.summary().rejectedBytes()).isPositive();
        }

        byte[] tail = Files.readAllBytes(lost);
        assertThat(cut).endsWith(tail).hasSizeGreaterThan(tail.length);
        assertThat(heard).isNotEmpty().allSatisfy(diagnostic -> {
            assertThat(diagnostic.location().source()).endsWith("in.mrc");
            assertThat(diagnostic)
                    .asString()
                    .contains("in.mrc: ", "byte ", "[" + diagnostic.code().code() + "]");
        });
    }

    @Test
    void isStoppedByDamageWhenStrict() throws IOException {
        try (MarcReader reader =
                MarcReader.builder().onError(ErrorPolicy.STRICT).open(file(cut))) {
            List<MarcRecord> before = new ArrayList<>();

            MarcFormatException stop =
                    catchThrowableOfType(MarcFormatException.class, () -> reader.forEach(before::add));

            assertThat(before).hasSize(19);
            assertThat(stop.diagnostic().location().byteOffset()).isNotNegative();
            assertThat(stop).hasMessageContaining("in.mrc");
        }
    }

    @Test
    void editsWithoutTouchingTheOldRecord() {
        MarcRecord record = MarcReader.of(clean).iterator().next();
        String before = record.toString();

        MarcRecord better = record.edit()
                .remove("9..")
                .add(DataField.of("650", ' ', '0').with('a', "Cats").with('x', "History"))
                .replace("245", title -> title.with('h', "[electronic resource]"))
                .build();

        assertThat(record).hasToString(before).isNotEqualTo(better);
        assertThat(better.dataFields("650"))
                .last()
                .satisfies(subject -> assertThat(subject.subfields())
                        .extracting(Subfield::value)
                        .containsExactly("Cats", "History"));
        assertThat(better.firstValue("245", 'h')).hasValue("[electronic resource]");
    }

    @Test
    void isRefusedWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataField.of("650", ' ', '0').with('a', "one\u001Etwo"))
                .withMessageContaining("650")
                .withMessageContaining("a");
    }

    @Test
    void writesWhatItRead() throws IOException {
        Path copy = folder.resolve("copy.mrc");
        try (MarcReader reader = MarcReader.open(file(clean));
                MarcWriter writer = MarcWriter.create(copy)) {
            for (MarcRecord each : reader) {
                writer.write(each);
            }
        }

        assertThat(copy).hasBinaryContent(clean);
    }
}
