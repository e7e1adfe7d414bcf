// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Encoding;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
import dev.marcato.formats.text.LineCuts;
import dev.marcato.io.Piece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corners of the syntax: what is read, what is repaired, what is rejected, and where. */
class MrkSyntaxTest {
    private static final MrkFormat FORMAT = new MrkFormat();
    private static final String LEADER = "=LDR  00000nam a2200000 a 4500\n";

    private static List<Cut> cuts(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        LineCuts.assertSameInEveryWay(FORMAT, bytes);
        return LineCuts.whole(FORMAT, bytes);
    }

    private static List<String> fields(String text) {
        return LineCuts.records(FORMAT, text.getBytes(UTF_8)).get(0).fields().stream()
                .map(Field::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "=245  10$aTitle /$cby; 245 10 $a Title / $c by",
                "=245  \\\\$aTitle; 245    $a Title",
                "=008  a\\b\\; `008 a b `",
                "=008  a b {bsol}; 008 a b \\",
                "=500  \\\\$aback\\slash {dollar}5 {lcub}x{rcub}; 500    $a back\\slash $5 {x}",
                "=500  \\\\$a{zilch} {} { {dollar; 500    $a {zilch} {} { {dollar",
                "=500  {dollar}{lcub}$aodd; 500 ${ $a odd",
                "=500  \\\\$a{Lstrok}{acute}od{acute}z; 500    $a Ło\u0301dz\u0301",
                "=500  \\\\$ad{llig}i{rlig}ad; 500    $a di\u0361ad",
                "=500  \\\\$a{eacute}{joiner}{phono}1994; 500    $a é\u200D℗1994",
                "=500  \\\\$aS{hooka}{ohorn}; 500    $a Sơ\u0309",
                "=500  \\\\$ae{acute}$bx{macr}; 500    $a e\u0301 $b x\u0304",
                "=FMT  BK; FMT BK",
            })
    void values(String line, String expected) {
        assertThat(fields(LEADER + line + "\n")).containsExactly(expected);
        assertThat(cuts(LEADER + line + "\n")).extracting(Cut::kind).containsExactly(Kind.CLEAN);
    }

    @ParameterizedTest
    @CsvSource({
        "'=245 10$aTitle', 245 10 $a Title",
        "'=245\t10$aTitle', 245 10 $a Title",
        "'=245  $aTitle', 245    $a Title",
        "'=245  1$aTitle', 245 1  $a Title",
        "'=001 12', 001 12",
    })
    void tolerated(String line, String expected) {
        List<Cut> cuts = cuts(LEADER + line + "\n\n" + LEADER);
        assertThat(cuts.get(0).kind()).isEqualTo(Kind.REPAIRED);
        assertThat(cuts.get(0).record().fields()).extracting(Field::toString).containsExactly(expected);
        assertThat(cuts.get(0).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.MARKUP_REPAIRED);
            assertThat(finding.fieldNumber()).isEqualTo(1);
        });
        assertThat(cuts.get(2).kind()).isEqualTo(Kind.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=24  10$aT",
                "=24510$aT",
                "=2 5  10$aT",
                "=é  x",
                "=",
                "=245  10$a\u001Fb",
                "=245  10$a{us}b",
                "=001  {1E}"
            })
    void broken(String line) {
        String before = LEADER + "=001  1\n\n";
        String open = LEADER + "=001  2\n";
        List<Cut> cuts = cuts(before + open + line + "\n=500  \\\\$aX\n\n" + LEADER + "=001  3\n");
        assertThat(cuts.stream().map(Cut::kind))
                .containsExactly(Kind.CLEAN, Kind.FILLER, Kind.REJECTED, Kind.FILLER, Kind.CLEAN);
        assertThat(cuts.get(2).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isIn(DiagnosticCode.MARKUP_BROKEN, DiagnosticCode.VALUE_NOT_REPRESENTABLE);
            assertThat(finding.byteOffset()).isEqualTo(before.length() + open.length());
        });
    }

    @Test
    void commentsLineEndsAndBrokenLines() {
        String text = "\uFEFF# a comment\r\n\r\n" + LEADER.strip()
                + "\r\n=245  10$aLong\r\n# in the middle\r\n title\u0085\u2028x\r\n\r\n\r\n# end";
        List<Cut> cuts = cuts(text);
        assertThat(cuts.stream().map(Cut::kind)).containsExactly(Kind.FILLER, Kind.CLEAN, Kind.FILLER);
        assertThat(cuts.get(1).record().firstValue("245", 'a')).contains("Long title\u0085\u2028x");
    }

    @Test
    void carriageReturnsAloneEndNoLine() {
        List<Cut> cuts = cuts("=LDR  00000nam a2200000 a 4500\r=001  1\r=245  10$aT\r");
        assertThat(cuts).singleElement().satisfies(cut -> {
            assertThat(cut.kind()).isEqualTo(Kind.REPAIRED);
            assertThat(cut.findings().get(0).code()).isEqualTo(DiagnosticCode.LEADER_INCOMPLETE);
        });
    }

    @Test
    void recordsWithoutLeaderAndWithoutEmptyLine() {
        List<Cut> cuts = cuts("=001  1\n=245  10$aA\n" + LEADER
                + "=001  2\n=000  00000nam\\\\2200000\\a\\4500\n=001  3\n\n=001  4\n");
        assertThat(cuts.stream()
                        .map(cut -> cut.record() == null
                                ? ""
                                : cut.record().controlNumber().orElseThrow()))
                .containsExactly("1", "2", "3", "", "4");
        assertThat(cuts.get(0).findings().get(0).code()).isEqualTo(DiagnosticCode.LEADER_INCOMPLETE);
        assertThat(cuts.get(2).kind()).isEqualTo(Kind.CLEAN);
        assertThat(cuts.get(2).record().leader().toString()).isEqualTo("00000nam  2200000 a 4500");
    }

    @Test
    void textBehindAnEmptyLineIsRejected() {
        List<Cut> cuts = cuts(LEADER + "=001  1\n\nstray\n" + LEADER + "=001  2\n");
        assertThat(cuts.stream().map(Cut::kind)).containsExactly(Kind.CLEAN, Kind.REJECTED, Kind.CLEAN);
        assertThat(cuts.get(1).findings().get(0).byteOffset()).isEqualTo(LEADER.length() + 9);
    }

    @Test
    void bytesThatAreNoUtf8AreKeptAndMnemonicsAreBytesThen() {
        byte[] bytes = (LEADER.replace(" a22", "  22") + "=245  10$aL\u00E2od{acute}z\n").getBytes(ISO_8859_1);
        MarcRecord record = LineCuts.records(FORMAT, bytes).get(0);
        assertThat(record.first("245").orElseThrow().bytes().toByteArray())
                .isEqualTo("10\u001FaL\u00E2od\u00E2z".getBytes(ISO_8859_1));
        assertThat(record.encoding()).isEqualTo(Encoding.MARC_8);
    }

    @Test
    void escapesOfMarc8() {
        MarcRecord record = LineCuts.records(
                        FORMAT,
                        "=LDR  00000nam  2200000 a 4500\n=245  10$a{esc}{dollar}1!0J{esc}(B{acute}e\n".getBytes(UTF_8))
                .get(0);
        assertThat(record.first("245").orElseThrow().bytes().toByteArray())
                .isEqualTo("10\u001Fa\u001B$1!0J\u001B(B\u00E2e".getBytes(ISO_8859_1));
        assertThat(record.encoding()).isEqualTo(Encoding.MARC_8);
    }

    @Test
    void written() {
        MarcRecord record = MarcRecord.builder()
                .add(ControlField.of("001", "a b\\"))
                .add(DataField.of("245", '1', ' ').with(Subfield.of('a', "Ło\u0301dź {x} {dollar} $5 \\ 漢 di\u0361a")))
                .build();
        assertThat(LineCuts.written(FORMAT, List.of(record)).text())
                .endsWith(
                        "=001  a\\b{bsol}\n=245  1\\$a{Lstrok}{acute}od{zacute} {lcub}x{rcub} {lcub}dollar{rcub} {dollar}5 {bsol} 漢"
                                + " d{llig}i{rlig}a\n\n");
        assertThat(LineCuts.written(new Mrk8Format(), List.of(record)).text())
                .endsWith("=001  a\\b{bsol}\n=245  1\\$aŁo\u0301dź {x} {lcub}dollar} {dollar}5 \\ 漢 di\u0361a\n\n");
    }
}
