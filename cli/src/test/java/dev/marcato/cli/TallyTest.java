// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static dev.marcato.diagnostic.DiagnosticCode.CONTROL_CHARACTER;
import static dev.marcato.diagnostic.DiagnosticCode.DIRECTORY_REBUILT;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.diagnostic.Severity;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    private void tell(DiagnosticCode code, String source, long... records) {
        for (long record : records) {
            tally.accept(Samples.diagnostic(code, source, record));
        }
    }

    @Test
    void foldsByKindAndKeepsTheFirstPlaces() {
        tell(CONTROL_CHARACTER, "a.mrc", 1, 4, 5, 9);

        Tally.Kind kind = tally.kinds(Severity.INFO).get(0);
        assertThat(kind.count()).isEqualTo(4);
        assertThat(kind.first())
                .extracting(each -> each.location().recordNumber())
                .containsExactly(1L, 4L, 5L);
    }

    @Test
    void countsARecordOnceThoughItHasManyOfAKind() {
        tell(CONTROL_CHARACTER, "a.mrc", 1, 1, 1);
        tell(SUBFIELD_EMPTY, "a.mrc", 1);
        tell(CONTROL_CHARACTER, "a.mrc", 1, 2);
        tell(CONTROL_CHARACTER, "b.mrc", 2);

        Tally.Kind kind = tally.kinds(Severity.WARNING).get(0);
        assertThat(kind.count()).isEqualTo(6);
        assertThat(kind.records()).isEqualTo(3);
        assertThat(kind.first())
                .extracting(each -> each.location().toString())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void countsPlacesOutsideRecordsWithoutARecord() {
        tally.accept(new Diagnostic(DiagnosticCode.BYTES_REJECTED, Location.at("a.mrc", 5), "", "", ""));
        tally.accept(new Diagnostic(DiagnosticCode.BYTES_REJECTED, Location.at("a.mrc", 9), "", "", ""));

        Tally.Kind kind = tally.kinds(Severity.ERROR).get(0);
        assertThat(kind.count()).isEqualTo(2);
        assertThat(kind.records()).isZero();
        assertThat(kind.first()).hasSize(2);
    }

    @Test
    void theGravestComesFirst() {
        tell(SUBFIELD_EMPTY, "a.mrc", 1);
        tell(CONTROL_CHARACTER, "a.mrc", 1);
        tell(DIRECTORY_REBUILT, "a.mrc", 2);

        assertThat(tally.kinds(Severity.INFO))
                .extracting(Tally.Kind::code)
                .containsExactly(DIRECTORY_REBUILT, CONTROL_CHARACTER, SUBFIELD_EMPTY);
        assertThat(tally.kinds(Severity.ERROR)).extracting(Tally.Kind::code).containsExactly(DIRECTORY_REBUILT);
        assertThat(tally.count(Severity.WARNING)).isOne();
        assertThat(tally.codes()).contains(SUBFIELD_EMPTY);
    }
}
