// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
import dev.marcato.formats.text.LineCuts;
import dev.marcato.io.Piece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corners of the line format. */
class LineSyntaxTest {
    private static final LineFormat FORMAT = new LineFormat();
    private static final String LEADER = "00000nam a2200000 a 4500\n";

    private static List<Cut> cuts(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        LineCuts.assertSameInEveryWay(FORMAT, bytes);
        return LineCuts.whole(FORMAT, bytes);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "245 10 $a Title / $c by, 245 10 $a Title / $c by",
                "999    $= foo $< bar $$ baz, 999    $= foo $< bar $$ baz",
                "245 10 $a costs $5 and $6.00, 245 10 $a costs $5 and $6.00",
                "245 10$aTitle$2lcsh$ x, 245 10 $a Title $2 lcsh$ x",
                "245 10_aTitle_bx, 245 10 $a Title $b x",
                "245 10*aTitle, 245 10 $a Title",
                "245 10 $a long|    er, 245 10 $a long er",
            })
    void values(String line, String expected) {
        String text = LEADER + "001 1\n" + line.replace('|', '\n') + "\n\n(a remark)\n" + LEADER + "001 2\n";
        List<Cut> cuts = cuts(text);
        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.CLEAN, Kind.FILLER, Kind.CLEAN);
        String shown = cuts.get(0).record().fields().get(1).toString();
        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void missingIndicatorsAndBrokenLines() {
        List<Cut> cuts = cuts(LEADER + "245 $a Title\n\n" + LEADER + "broken\n\n" + "001 3\n");
        assertThat(cuts)
                .extracting(Cut::kind)
                .containsExactly(Kind.REPAIRED, Kind.FILLER, Kind.REJECTED, Kind.FILLER, Kind.REPAIRED);
        assertThat(cuts.get(0).record().fields()).extracting(Field::toString).containsExactly("245    $a Title");
        assertThat(cuts.get(2).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.MARKUP_BROKEN);
            assertThat(finding.byteOffset()).isEqualTo(LEADER.length() + 14 + LEADER.length());
        });
        assertThat(cuts.get(4).findings().get(0).code()).isEqualTo(DiagnosticCode.LEADER_INCOMPLETE);
    }

    @Test
    void aLineOfBlanksIsNoRecord() {
        assertThat(cuts(" \n\t\n \n")).extracting(Cut::kind).containsOnly(Kind.FILLER);
        assertThat(cuts(LEADER + "001 1\n\n  \n\n" + LEADER + "001 2\n\n \n"))
                .extracting(Cut::kind)
                .filteredOn(kind -> kind != Kind.FILLER)
                .containsExactly(Kind.CLEAN, Kind.CLEAN);
    }

    /** What is cut off a leader is lost: of a file in another format that would be all of it. */
    @Test
    void textIsNoLeader() {
        String prose = "Marcato reads, checks, repairs and writes\n245 10 $a Title\n\n";
        String iso2709 = "00714cam a2200205 a 4500" + "001001300000".repeat(9) + "\n\n";
        String shortened = "00714cam a2200205 a\n001 1\n\n";
        assertThat(cuts(prose + iso2709 + shortened))
                .extracting(Cut::kind)
                .filteredOn(kind -> kind != Kind.FILLER)
                .containsExactly(Kind.REJECTED, Kind.REJECTED, Kind.REPAIRED);
    }

    @Test
    void whatWillReadOtherwiseIsReported() {
        MarcRecord record = MarcRecord.builder()
                .add(ControlField.of("001", "1"))
                .add(DataField.of("245", '1', ' ').with('a', "costs $5 each"))
                .add(DataField.of("500", ' ', ' ').with('a', "two\nlines"))
                .build();
        LineCuts.Document document = LineCuts.written(FORMAT, List.of(record));
        assertThat(document.text()).endsWith("001 1\n245 1  $a costs $5 each\n500    $a two lines\n\n");
        assertThat(document.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.SCHEMA_DEPARTURE, DiagnosticCode.CHARACTER_LOST);
        assertThat(document.diagnostics())
                .extracting(diagnostic -> diagnostic.location().tag())
                .containsExactly("245", "500");
    }
}
