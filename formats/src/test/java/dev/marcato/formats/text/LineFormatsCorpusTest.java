// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
import dev.marcato.formats.aleph.AlephFormat;
import dev.marcato.formats.microlif.MicrolifFormat;
import dev.marcato.formats.mrk.MrkFormat;
import dev.marcato.io.Formats;
import dev.marcato.io.Piece.Kind;
import dev.marcato.testkit.Corpus;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other programs wrote, with the records that they were made of. */
class LineFormatsCorpusTest {
    @ParameterizedTest
    @CsvSource({
        "formats/brkrtest.mrk, formats/brkrtest.mrc",
        "formats/brkrtest.mrk8, formats/brkrtest_UTF8.mrc",
        "formats/brkrtest.mrk, formats/brkrtest.mrk8",
        "formats/u17_marc4j.mrk8, formats/u17_utf8.mrc",
        "formats/camel.mrk, formats/camel.mrc",
        "formats/code4lib.line, formats/marcmaker/01.marcmaker",
        "charset/yaz/marccol1.u8.1.lst, charset/yaz/marccol1.u8.marc",
        "charset/yaz/marccol2.u8.1.lst, charset/yaz/marccol2.u8.marc",
        "charset/yaz/marccol3.u8.1.lst, charset/yaz/marccol3.u8.marc",
    })
    void familiesAreEqual(String text, String other) {
        List<List<String>> read = fields(text);
        List<List<String>> expected = fields(other);
        if (text.endsWith("code4lib.line")) {
            // The line has one field more, of odd codes.
            read = List.of(read.get(0).subList(0, read.get(0).size() - 1));
        }
        assertThat(read).isEqualTo(expected);
    }

    private static List<List<String>> fields(String file) {
        return MarcReader.of(Corpus.bytes(file)).stream()
                .map(record -> record.fields().stream()
                        .map(field -> Normalizer.normalize(field.toString(), Normalizer.Form.NFC))
                        .toList())
                .toList();
    }

    @Test
    void everyFileIsRecognised() {
        assertThat(files("formats/aleph").map(LineFormatsCorpusTest::recognised))
                .containsOnly("aleph");
        assertThat(files("formats/marcmaker").map(LineFormatsCorpusTest::recognised))
                .containsOnly("mrk");
        assertThat(Stream.of("brkrtest.mrk", "brkrtest.mrk8", "camel.mrk", "u17_marc4j.mrk8")
                        .map(name -> recognised(Corpus.file("formats/" + name))))
                .containsOnly("mrk");
        assertThat(recognised(Corpus.file("formats/code4lib.line"))).isEqualTo("line");
        assertThat(files("charset/yaz")
                        .filter(path -> path.toString().endsWith(".lst"))
                        .map(LineFormatsCorpusTest::recognised))
                .hasSize(6)
                .containsOnly("line");
        assertThat(recognised(Corpus.file("formats/sample1.lif"))).isEqualTo("microlif");
        assertThat(recognised(Corpus.file(Corpus.LC_BIBLIOGRAPHIC))).isEqualTo("iso2709");
    }

    private static Stream<Path> files(String folder) {
        return Corpus.files(folder).stream();
    }

    private static String recognised(Path file) {
        byte[] bytes = Corpus.bytes(file.toString());
        return Formats.of(java.util.Arrays.copyOf(bytes, Math.min(512, bytes.length)))
                .name();
    }

    @ParameterizedTest
    @ValueSource(strings = {"formats/aleph", "formats/marcmaker"})
    void theSameInEveryWay(String folder) {
        files(folder).forEach(file -> {
            byte[] bytes = Corpus.bytes(file.toString());
            LineCuts.assertSameInEveryWay(
                    folder.endsWith("aleph") ? new AlephFormat() : new MrkFormat(),
                    java.util.Arrays.copyOf(bytes, Math.min(4_000, bytes.length)));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "alephseq-example1.txt, 9",
        "alephseq-example2-continuing-resources.txt, 1",
        "alephseq-example2.txt, 100",
        "alephseq-example3.txt, 1",
        "alephseq-example4.txt, 1",
        "rug01.aleph, 2",
    })
    void alephRecordsAreClean(String file, int count) {
        byte[] bytes = Corpus.bytes("formats/aleph/" + file);
        List<Cut> cuts = LineCuts.whole(new AlephFormat(), bytes);
        assertThat(cuts).filteredOn(cut -> cut.kind() == Kind.CLEAN).hasSize(count);
        assertThat(cuts).allMatch(cut -> cut.kind() == Kind.CLEAN || cut.kind() == Kind.FILLER);
    }

    @ParameterizedTest
    @CsvSource({
        "alephseq-example5-long-leader.txt, 00000nam  22     uu 4500, 10",
        "alephseq-example5-short-leader.txt, 00000nam a22      a4500, 10",
    })
    void alephLeadersOfOtherLengths(String file, String leader, int tag) {
        List<Cut> cuts = LineCuts.whole(new AlephFormat(), Corpus.bytes("formats/aleph/" + file));
        assertThat(cuts.get(0).kind()).isEqualTo(Kind.REPAIRED);
        assertThat(cuts.get(0).record().leader().toString()).startsWith(leader);
        assertThat(cuts.get(0).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.LEADER_INCOMPLETE);
            assertThat(finding.byteOffset()).isEqualTo("002047911 FMT   L BK\n".length());
        });
    }

    @Test
    void oneBrokenAlephRecordAmongOthers() {
        byte[] bytes = Corpus.bytes("formats/aleph/alephseq-example6-error.txt");
        List<Cut> cuts = LineCuts.whole(new AlephFormat(), bytes);
        assertThat(cuts.stream().map(Cut::kind))
                .containsExactly(Kind.CLEAN, Kind.CLEAN, Kind.REPAIRED, Kind.CLEAN, Kind.CLEAN);
        String leaderLine = "003141912 LDR";
        assertThat(cuts.get(2).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.LEADER_INCOMPLETE);
            assertThat(new String(bytes, (int) finding.byteOffset(), leaderLine.length(), UTF_8))
                    .isEqualTo(leaderLine);
        });
    }

    /** YAZ takes other characters for some of MARC-8: for one of EACC, for the halves of ligatures, for the alif. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 4", "3, 0"})
    void afterYazWentThroughMarc8(int number, int otherFields) {
        List<List<String>> read = fields("charset/yaz/marccol" + number + ".u8.2.lst");
        List<List<String>> expected = fields("charset/yaz/marccol" + number + ".u8.marc");
        assertThat(read).hasSameSizeAs(expected);
        int others = 0;
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).hasSameSizeAs(expected.get(i));
            for (int field = 0; field < read.get(i).size(); field++) {
                others += read.get(i).get(field).equals(expected.get(i).get(field)) ? 0 : 1;
            }
        }
        assertThat(others).isEqualTo(otherFields);
    }

    @Test
    void aCatmanduRecord() {
        MarcRecord record = LineCuts.records(new AlephFormat(), Corpus.bytes("formats/aleph/rug01.aleph"))
                .get(0);
        assertThat(record.leader().toString()).isEqualTo("00000nam a2200301 i 4500");
        assertThat(record.fields().stream().map(Field::toString))
                .contains("001 000000002", "008 050601s1921    xx |||||||||||||| ||dut  ", "650  0 $a MARC $a MARC2");
        assertThat(record.first("FMT").orElseThrow().bytes().toByteArray()).isEqualTo("BK".getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"01, 1", "02, 1", "03, 1", "04, 2"})
    void marcmakerRecordsAreClean(String number, int count) {
        byte[] bytes = Corpus.bytes("formats/marcmaker/" + number + ".marcmaker");
        List<Cut> cuts = LineCuts.whole(new MrkFormat(), bytes);
        assertThat(cuts).filteredOn(cut -> cut.record() != null).hasSize(count);
        assertThat(cuts).allMatch(cut -> cut.kind() == Kind.CLEAN || cut.kind() == Kind.FILLER);
    }

    @Test
    void brokenLinesGoOn() {
        MarcRecord record = LineCuts.records(new MrkFormat(), Corpus.bytes("formats/marcmaker/03.marcmaker"))
                .get(0);
        assertThat(record.firstValue("505", 'a').orElseThrow())
                .isEqualTo(" 1. Everlasting -- 2. Jump start -- 3. The urge to merge -- 4. Split decision -- 5. When I"
                        + " fall in love -- 6. Pink Cadillac -- 7. I live for your love -- 8. In my reality.");
    }

    @Test
    void microlif() {
        List<Cut> cuts = LineCuts.whole(new MicrolifFormat(), Corpus.bytes("formats/sample1.lif"));
        assertThat(cuts).allMatch(cut -> cut.kind() == Kind.CLEAN || cut.kind() == Kind.FILLER);
        MarcRecord record = cuts.get(0).record();
        assertThat(record.leader().toString()).isEqualTo("00180nam  22     2  4500");
        assertThat(record.fields().stream().map(Field::toString))
                .containsExactly(
                        "008 891207s19xx    xxu           00010 eng d",
                        "040    $c IMchF",
                        "245  0 $a All about whales.",
                        "260    $b Holiday, $c 1987.",
                        "300    $a [ ] p.",
                        "900    $a ALL",
                        "952    $a 20571 $c R $d ALL");
    }
}
