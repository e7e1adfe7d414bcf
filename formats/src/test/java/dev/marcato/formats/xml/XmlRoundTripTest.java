// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.formats.Cut;
import dev.marcato.io.Piece.Kind;
import dev.marcato.testkit.Corpus;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back, clean and equal. */
class XmlRoundTripTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean/lc-bibliographic-386.mrc",
                "clean/lc-authority-150.mrc",
                "clean/internet-archive-50.mrc",
                "formats/traject-30.mrc"
            })
    void corpus(String name) {
        assertRoundTrip(Samples.read(Corpus.bytes(name)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void generated(long seed) {
        assertRoundTrip(Samples.generated(seed, 200));
    }

    private static void assertRoundTrip(List<MarcRecord> records) {
        for (boolean indented : new boolean[] {false, true}) {
            List<Cut> cuts = Cuts.of(Samples.MARCXML, Samples.written(records, indented));
            List<MarcRecord> back = Cut.records(cuts);
            assertThat(back).hasSameSizeAs(records);
            for (int i = 0; i < records.size(); i++) {
                assertThat(back.get(i)).as("record %d", i + 1).isEqualTo(records.get(i));
            }
            assertThat(cuts).extracting(Cut::kind).containsOnly(Kind.CLEAN, Kind.FILLER);
        }
    }
}
