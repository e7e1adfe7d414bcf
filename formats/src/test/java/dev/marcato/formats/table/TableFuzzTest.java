// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.formats.FormatReading;
import dev.marcato.io.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Any bytes are read without failing and in every way alike, and whatever is read of them is written and read back. */
class TableFuzzTest {
    @FuzzTest
    void anyCsv(byte[] bytes) {
        check(new CsvFormat(), bytes);
    }

    @FuzzTest
    void anyTsv(byte[] bytes) {
        check(new TsvFormat(), bytes);
    }

    private static void check(Format format, byte[] bytes) {
        FormatReading reading = FormatReading.everyWay(format, bytes, Arrays.hashCode(bytes));
        for (MarcRecord record : reading.records()) {
            for (boolean spreadsheet : new boolean[] {false, true}) {
                List<Diagnostic> told = new ArrayList<>();
                byte[] written =
                        FormatReading.write(format, List.of(record), told, builder -> builder.spreadsheet(spreadsheet));
                if (told.isEmpty()) {
                    FormatReading again = FormatReading.of(format, written);
                    assertThat(again.diagnostics()).isEmpty();
                    byte[] twice = FormatReading.write(
                            format, again.records(), told, builder -> builder.spreadsheet(spreadsheet));
                    assertThat(twice).isEqualTo(written);
                }
            }
        }
    }
}
