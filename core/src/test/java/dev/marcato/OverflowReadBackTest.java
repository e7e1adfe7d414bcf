// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer lets overflow, the reader reads back to an equal record, with a warning. */
class OverflowReadBackTest {
    private final MarcRecord small = Records.of(Records.UTF_8_LEADER, "001 small", "245 10$aLe café");

    @ParameterizedTest
    @ValueSource(ints = {10_000, 10_001, 19_998, 50_000, 99_999, 100_000, 250_000, 1_000_000})
    void oneLongField(int bytes) throws IOException {
        readBack(MarcRecord.builder()
                .add(ControlField.of("001", "x1"))
                .add(note("500", bytes))
                .add(note("520", 80))
                .build());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 21, 60})
    void manyFieldsOfTheLargestSize(int fields) throws IOException {
        RecordEditor editor = MarcRecord.builder().add(ControlField.of("001", "x1"));
        for (int i = 0; i < fields; i++) {
            editor.add(note("500", 9_999));
        }
        readBack(editor.build());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyMixture(long seed) throws IOException {
        Random random = new Random(seed);
        RecordEditor editor = MarcRecord.builder().add(ControlField.of("001", "seed " + seed));
        int fields = 5 + random.nextInt(2_000);
        for (int i = 0; i < fields; i++) {
            int size = random.nextInt(10) == 0 ? random.nextInt(30_000) : random.nextInt(200);
            editor.add(note(String.valueOf(100 + random.nextInt(900)), 5 + size));
        }
        readBack(editor.build());
    }

    private void readBack(MarcRecord large) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer =
                MarcWriter.builder().oversize(OversizePolicy.OVERFLOW).open(out)) {
            writer.write(small);
            writer.write(large);
            writer.write(small);
        }
        List<Diagnostic> heard = new ArrayList<>();
        List<MarcRecord> read = new ArrayList<>();
        try (MarcReader reader = MarcReader.builder().listener(heard::add).of(out.toByteArray())) {
            reader.forEach(read::add);
            assertThat(reader.summary().rejectedBytes()).isZero();
        }
        assertThat(read).hasSize(3);
        assertThat(read.get(0)).isEqualTo(small);
        assertThat(read.get(1).fields()).isEqualTo(large.fields());
        assertThat(read.get(1)).isEqualTo(large);
        assertThat(read.get(2)).isEqualTo(small);
        assertThat(heard).extracting(Diagnostic::code).contains(DiagnosticCode.OVERSIZE_RECOVERED);
        assertThat(heard).extracting(Diagnostic::severity).doesNotContain(Severity.ERROR);
    }

    private static DataField note(String tag, int bytes) {
        return DataField.of(tag, ' ', ' ').with('a', "x".repeat(bytes - 5));
    }
}
