// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.formats.FormatReading;
import dev.marcato.io.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Any bytes are read without failing and in every way alike, and whatever is read of them is written and read back. */
class JsonFuzzTest {
    @FuzzTest
    void anyLines(byte[] bytes) {
        check(new NdjsonFormat(), bytes);
    }

    @FuzzTest
    void anyDocument(byte[] bytes) {
        check(new JsonFormat(), bytes);
    }

    private static void check(Format format, byte[] bytes) {
        FormatReading reading = FormatReading.everyWay(format, bytes, Arrays.hashCode(bytes));
        for (MarcRecord record : reading.records()) {
            List<Diagnostic> told = new ArrayList<>();
            byte[] written = FormatReading.write(format, List.of(record), told, UnaryOperator.identity());
            FormatReading again = FormatReading.of(format, written);
            if (told.isEmpty()) {
                assertThat(again.diagnostics()).isEmpty();
                byte[] twice = FormatReading.write(format, again.records(), told, UnaryOperator.identity());
                assertThat(twice).isEqualTo(written);
            }
        }
    }
}
