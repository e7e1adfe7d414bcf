// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.diagnostic.ReadSummary;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final Tally tally = new Tally();

    private void found(DiagnosticCode code) {
        tally.accept(Samples.diagnostic(code, "a.mrc", 1));
    }

    private static ReadSummary repaired() {
        return new ReadSummary.Builder()
                .addRepaired(9)
                .addClean(9)
                .complete(true)
                .build("a.mrc");
    }

    @Test
    void inOrder() {
        assertThat(Verdict.of(Samples.clean("a.mrc"), tally, false)).isEqualTo("a.mrc: in order: 2 records");
    }

    @Test
    void inOrderThoughThereIsSomethingWorthKnowing() {
        found(DiagnosticCode.SUBFIELD_EMPTY);

        assertThat(Verdict.of(Samples.clean("a.mrc"), tally, false)).startsWith("a.mrc: in order");
    }

    @Test
    void empty() {
        ReadSummary empty = new ReadSummary.Builder().complete(true).build("a.mrc");

        assertThat(Verdict.of(empty, tally, false)).startsWith("a.mrc: empty");
    }

    @Test
    void noMarc() {
        tally.accept(new Diagnostic(
                DiagnosticCode.NOT_MARC,
                Location.at("a.mrc", 0),
                "not MARC data: looks like HTML",
                "",
                "save the file itself"));
        ReadSummary account =
                new ReadSummary.Builder().addReject(9).complete(true).build("a.mrc");

        assertThat(Verdict.of(account, tally, false))
                .isEqualTo("a.mrc: no MARC: looks like HTML; save the file itself");
    }

    @Test
    void lost() {
        assertThat(Verdict.of(Samples.damaged("a.mrc"), tally, false))
                .isEqualTo("a.mrc: damaged, and something is lost: 98 bytes could not be put into a record;"
                        + " 1 of 2 records is damaged");
    }

    @Test
    void repairedByJudgement() {
        found(DiagnosticCode.DIRECTORY_REBUILT);

        assertThat(Verdict.of(repaired(), tally, false)).startsWith("a.mrc: damaged, but nothing is lost: 1 of 2");
    }

    @Test
    void repairedWithCertainty() {
        found(DiagnosticCode.RECORD_LENGTH_WRONG);
        found(DiagnosticCode.BYTE_UNDECODABLE);

        assertThat(Verdict.of(repaired(), tally, false)).startsWith("a.mrc: readable with certainty");
    }

    @Test
    void wrongContentInASoundStructure() {
        found(DiagnosticCode.CONTROL_CHARACTER);
        assertThat(Verdict.of(Samples.clean("a.mrc"), tally, false)).contains("may stumble over the content");

        found(DiagnosticCode.BYTE_UNDECODABLE);
        assertThat(Verdict.of(Samples.clean("a.mrc"), tally, false)).contains("the content holds errors");
    }

    @Test
    void onlyInPart() {
        ReadSummary account = new ReadSummary.Builder().addClean(9).build("a.mrc");

        assertThat(Verdict.of(account, tally, false)).isEqualTo("a.mrc: in order, as far as it was read: 1 record");
    }

    @Test
    void stopped() {
        assertThat(Verdict.of(Samples.clean("a.mrc"), tally, true)).contains("stopped at the first damage");
    }

    @Test
    void severalFiles() {
        assertThat(Verdict.of(Samples.clean("a.mrc").plus(Samples.clean("b.mrc")), tally, false))
                .isEqualTo("2 files: in order: 4 records");
    }
}
