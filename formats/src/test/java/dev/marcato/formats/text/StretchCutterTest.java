// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.formats.mrk.MrkFormat;
import dev.marcato.formats.xml.MarcXmlFormat;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.MarcInput;
import dev.marcato.io.Piece;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordCutter;
import dev.marcato.testkit.ShortReads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches that are longer than the window, and ranges in which no record starts. */
class StretchCutterTest {
    private static final Format FORMAT = new MrkFormat();
    private static final String LEADER = "=LDR  00714cam a2200205 a 4500\n";
    private static final int WINDOW = 128 << 10;
    private static final ReadLimits LIMITS =
            ReadLimits.DEFAULT.withWindowBytes(WINDOW).withBlockBytes(4 << 10);

    /** Whether its bytes are here already makes no difference: an array, a stream, any number of threads. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 5_000, 1_000_000})
    void whatIsLongerThanTheWindowIsRejectedWhateverItComesFrom(int beyond) throws IOException {
        int head = LEADER.length() + "=500  \\\\$a".length();
        String large = LEADER + "=500  \\\\$a" + "x".repeat(WINDOW - head - 1 + beyond) + "\n";
        byte[] bytes = (LEADER + "=001  1\n" + large + LEADER + "=001  3\n").getBytes(UTF_8);
        List<String> expected = new ArrayList<>();
        List<MarcRecord> records = new ArrayList<>();
        MarcReader.Builder builder = MarcReader.builder().format(FORMAT).limits(LIMITS);
        try (MarcReader reader =
                builder.listener(each -> expected.add(each.toString())).of(bytes)) {
            reader.forEach(records::add);
        }
        assertThat(records).hasSize(beyond > 0 ? 2 : 3);
        assertThat(expected).hasSize(beyond > 0 ? 1 : 0).allMatch(each -> each.endsWith("[M0007]"));

        List<String> heard = new ArrayList<>();
        List<MarcRecord> streamed = new ArrayList<>();
        try (MarcReader reader =
                builder.listener(each -> heard.add(each.toString())).open(new ByteArrayInputStream(bytes))) {
            reader.forEach(streamed::add);
        }
        assertThat(streamed).isEqualTo(records);
        assertThat(heard).isEqualTo(expected);
        for (int threads : new int[] {1, 3}) {
            for (MarcInput input :
                    List.of(MarcInput.of(bytes, ""), MarcInput.of(new ByteArrayInputStream(bytes), ""))) {
                heard.clear();
                List<MarcRecord> parallel = new ArrayList<>();
                MarcFiles.builder()
                        .format(FORMAT)
                        .limits(LIMITS)
                        .threads(threads)
                        .unitBytes(1_000)
                        .listener(each -> heard.add(each.toString()))
                        .of(List.of(input))
                        .forEachBlock(List::copyOf, parallel::addAll);
                assertThat(parallel).isEqualTo(records);
                assertThat(heard).isEqualTo(expected);
            }
        }
    }

    /** Its first bytes may be the last that were read before, and not judged yet. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 200, 8192})
    void whatStandsBehindIsReadInWhateverPortionsItComes(int portion) throws IOException {
        String record = "<record><leader>00000nam a2200000 a 4500</leader>"
                + "<controlfield tag='001'>@</controlfield></record>\n";
        String document = "<collection>" + record.replace("@", "1") + record.replace("@", "x".repeat(200_000))
                + record.replace("@", "3") + record.replace("@", "4") + "</collection>";
        List<String> heard = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        try (MarcReader reader = MarcReader.builder()
                .format(new MarcXmlFormat())
                .limits(LIMITS)
                .listener(each -> heard.add(each.code().code()))
                .open(ShortReads.ofSize(document.getBytes(UTF_8), portion))) {
            reader.forEach(each -> numbers.add(each.controlNumber().orElseThrow()));
        }

        assertThat(numbers).containsExactly("1", "3", "4");
        assertThat(heard).containsExactly("M0007");
    }

    /** Or else each range of a file without records would be read to the end of the file. */
    @Test
    void aRangeWithoutAStartIsReadToItsEndAlone() throws IOException {
        byte[] bytes = "xyz\n".repeat(1 << 18).getBytes(UTF_8);
        FileRange range = new FileRange(100_000, 110_000);
        int first = (int) FORMAT.firstByteFor(range);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, first, bytes.length - first);
        RecordCutter cutter = FORMAT.cutter(in, range, new CutSettings("", LIMITS, null, null));
        assertThat(cutter.next(new Piece())).isFalse();
        assertThat(bytes.length - in.available()).isLessThan(200_000);
    }
}
