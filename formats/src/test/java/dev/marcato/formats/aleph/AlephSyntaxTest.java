// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.aleph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
import dev.marcato.formats.text.LineCuts;
import dev.marcato.io.Piece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corners of Aleph sequential. */
class AlephSyntaxTest {
    private static final AlephFormat FORMAT = new AlephFormat();
    private static final String LEADER = " LDR   L 00000nam^a2200000^a^4500\n";

    private static List<Cut> cuts(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        LineCuts.assertSameInEveryWay(FORMAT, bytes);
        return LineCuts.whole(FORMAT, bytes);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "24510 L $$aTitle$$bx, 245 10 $a Title $b x",
                "24510 $$aTitle, 245 10 $a Title",
                "880 1 A $$aTitle, 880  1 $a Title",
                "008   L a^^b, 008 a  b",
                "008   a  b, 008 a  b",
                "650 7 L $$a5$ each ^$$2x, 650  7 $a 5$ each ^ $2 x",
                "FMT   L BK, FMT BK",
            })
    void values(String line, String expected) {
        List<Cut> cuts = cuts("000000001" + LEADER + "000000001 " + line + "\r\n000000002" + LEADER);
        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.CLEAN, Kind.CLEAN);
        assertThat(cuts.get(0).record().fields()).extracting(Field::toString).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrapped text",
                "000000002 24",
                "000000002 24510L $$aT",
                "000000002 245 é L",
                "000000002 24510 L $$a\u001F"
            })
    void broken(String line) {
        String before = "000000001" + LEADER;
        String open = "000000002" + LEADER;
        List<Cut> cuts = cuts(before + open + line + "\n" + "000000002 500   L $$aX\n000000003" + LEADER);
        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.CLEAN, Kind.REJECTED, Kind.CLEAN);
        assertThat(cuts.get(1).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isIn(DiagnosticCode.MARKUP_BROKEN, DiagnosticCode.VALUE_NOT_REPRESENTABLE);
            assertThat(finding.byteOffset()).isEqualTo(before.length() + open.length());
        });
    }

    @Test
    void recordsOfTheSameNumberStayApart() {
        MarcRecord record = record("000000005");
        LineCuts.Document document = LineCuts.written(FORMAT, List.of(record, record));
        assertThat(LineCuts.records(FORMAT, document.bytes())).containsExactly(record, record);
        assertThat(document.text())
                .startsWith("000000005 LDR   L 00000nam^a2200000^^^4500\n000000005 001   L 000000005\n");
    }

    @Test
    void theSystemNumberIsTheControlNumberOrTheRecordsNumber() {
        LineCuts.Document document = LineCuts.written(
                FORMAT, List.of(record("ocm1"), record("990017782740205171"), record("12345678"), record("000000077")));
        assertThat(document.text()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .distinct())
                .containsExactly("000000001", "990017782740205171", "000000003", "000000077");
    }

    @Test
    void whatHasNoFormIsRefused() {
        List<MarcRecord> records = List.of(
                record("1")
                        .edit()
                        .add(DataField.of("500", ' ', ' ').with('a', "a$$b"))
                        .build(),
                record("1")
                        .edit()
                        .add(DataField.of("500", ' ', ' ').with('a', "a$").with('b', ""))
                        .build(),
                record("a^b"));
        assertThat(LineCuts.written(FORMAT, records).refused()).isEqualTo(records);
    }

    private static MarcRecord record(String number) {
        return MarcRecord.builder().add(ControlField.of("001", number)).build();
    }
}
