// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CheckReportTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String report(CheckReport report, ReadSummary account, Diagnostic... diagnostics) throws IOException {
        Tally tally = new Tally();
        report.begin();
        for (Diagnostic each : diagnostics) {
            tally.accept(each);
            report.accept(each);
        }
        report.end(account, tally, false);
        return out.toString(UTF_8);
    }

    private static Diagnostic[] many(int count) {
        Diagnostic[] diagnostics = new Diagnostic[count + 1];
        for (int i = 0; i < count; i++) {
            diagnostics[i] = Samples.diagnostic(DiagnosticCode.CONTROL_CHARACTER, "a.mrc", 1 + i / 2);
        }
        diagnostics[count] = Samples.diagnostic(DiagnosticCode.SUBFIELD_EMPTY, "a.mrc", 99);
        return diagnostics;
    }

    @Test
    void textBeginsWithTheVerdictAndTheAccount() throws Exception {
        String text = report(new CheckText(out, false, Severity.WARNING, false), Samples.damaged("a.mrc"));

        assertThat(text)
                .startsWith("a.mrc: damaged")
                .contains("\n2 records: 1 clean, 1 repaired\n"
                        + "1,100 bytes = 1,000 in records + 2 between records + 98 rejected (1 stretch)\n");
    }

    @Test
    void textFoldsByKindWithThreePlaces() throws Exception {
        String text = report(new CheckText(out, false, Severity.WARNING, false), Samples.clean("a.mrc"), many(8));

        assertThat(text)
                .contains("WARNING  M0406       8  control character in the text: in 4 of 2 records\n")
                .containsOnlyOnce("record 1 (001 ocm1), byte 1000, 245: found it; mended")
                .contains("record 3 (001 ocm3)")
                .doesNotContain("record 4", "M0314", "\u001B");
    }

    @Test
    void textShowsEveryFindingOnRequest() throws Exception {
        String text = report(new CheckText(out, true, Severity.INFO, false), Samples.clean("a.mrc"), many(8));

        assertThat(text.lines().limit(9))
                .allMatch(line -> line.matches("(WARNING|INFO   )  a\\.mrc: record \\d+ .* \\[M0\\d+]"));
        assertThat(text).contains("\n\na.mrc: ", "INFO     M0314       1");
    }

    @Test
    void textNamesTheFilesThatAreNotInOrder() throws Exception {
        String text = report(
                new CheckText(out, false, Severity.WARNING, false),
                Samples.clean("a.mrc").plus(Samples.damaged("b.mrc")),
                Samples.diagnostic(DiagnosticCode.BYTES_REJECTED, "b.mrc", 2));

        assertThat(text)
                .contains("  b.mrc: 2 records, 1 repaired, 98 bytes rejected, 2 findings\n")
                .contains(" b.mrc: record 2 (001 ocm2)")
                .doesNotContain("a.mrc:");
    }

    @Test
    void jsonHoldsVerdictAccountAndFindings() throws Exception {
        String json = report(new CheckJson(out, false, Severity.WARNING), Samples.damaged("a.mrc"), many(8));

        assertThat(json)
                .startsWith("{\"verdict\":\"a.mrc: damaged")
                .contains("\"bytes\":{\"total\":1100,")
                .contains("\"findings\":[{\"code\":\"M0406\",\"severity\":\"warning\","
                        + "\"title\":\"control character in the text\",\"count\":8,\"records\":4,\"places\":[{")
                .endsWith("}]}]}\n")
                .doesNotContain("M0314");
        assertThat(json.lines()).hasSize(1);
    }

    @Test
    void jsonShowsEveryFindingOnRequest() throws Exception {
        String json = report(new CheckJson(out, true, Severity.INFO), Samples.clean("a.mrc"), many(2));

        assertThat(json)
                .startsWith("{\"all\":[{\"source\":\"a.mrc\"")
                .contains("},{\"source\"")
                .contains("}],\"verdict\":");
    }

    @Test
    void csvHasARowAFinding() throws Exception {
        String csv = report(new CheckCsv(out, Severity.WARNING), Samples.clean("a.mrc"), many(8));

        assertThat(csv).startsWith(DiagnosticRow.CSV_HEADER);
        assertThat(csv.lines()).hasSize(9);
    }
}
