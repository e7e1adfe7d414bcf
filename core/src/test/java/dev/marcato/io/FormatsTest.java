// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.read.Source;
import dev.marcato.testkit.RecordGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers know no format by name: what is particular to one comes through the service. */
class FormatsTest {
    private static final byte[] LINES = "!lines\none\ntwo\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aProvidedFormatIsReadFromArrayAndStream() throws IOException {
        assertThat(controlNumbers(MarcReader.of(LINES))).containsExactly("one", "two");
        assertThat(controlNumbers(MarcReader.open(new ByteArrayInputStream(LINES))))
                .containsExactly("one", "two");
    }

    @Test
    void theAccountOfAProvidedFormatAddsUp() throws IOException {
        try (MarcReader reader = MarcReader.of(LINES)) {
            reader.forEach(record -> assertThat(record.size()).isEqualTo(1));
            ReadSummary summary = reader.summary();
            assertThat(summary.recordBytes() + summary.fillerBytes()).isEqualTo(LINES.length);
            assertThat(summary.fillerBytes()).isEqualTo(7);
        }
    }

    @Test
    void iso2709NeedsNoService() throws IOException {
        byte[] bytes = RecordGenerator.seeded(1).record(0).toIso2709();
        assertThat(Formats.of(Source.of(bytes, ReadLimits.DEFAULT).head()).name())
                .isEqualTo("iso2709");
        assertThat(Formats.of(Source.of(new byte[0], ReadLimits.DEFAULT).head()).name())
                .isEqualTo("iso2709");
        assertThat(Formats.of(Source.of(new byte[] {'x'}, ReadLimits.DEFAULT).head())
                        .name())
                .isEqualTo("iso2709");
    }

    private static List<String> controlNumbers(MarcReader reader) throws IOException {
        try (reader) {
            List<String> numbers = new ArrayList<>();
            for (MarcRecord record : reader) {
                numbers.add(record.controlNumber().orElse(""));
            }
            return numbers;
        }
    }
}
