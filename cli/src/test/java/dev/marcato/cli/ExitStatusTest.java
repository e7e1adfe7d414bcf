// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExitStatusTest {
    private static final ReadSummary CLEAN = Samples.clean("a.mrc");
    private static final ReadSummary REPAIRED = new ReadSummary.Builder()
            .addRepaired(10)
            .count(DiagnosticCode.DIRECTORY_REBUILT)
            .complete(true)
            .build("a.mrc");

    @Test
    void isWhatTheContractSays() {
        assertThat(ExitStatus.values()).extracting(ExitStatus::code).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, DONE, DONE",
        "DONE, LOST, LOST",
        "LOST, DONE, LOST",
        "FAILED, LOST, FAILED",
        "LOST, FAILED, FAILED",
        "USAGE, LOST, USAGE",
    })
    void theHighestWins(ExitStatus one, ExitStatus other, ExitStatus both) {
        assertThat(one.and(other)).isEqualTo(both);
    }

    @Test
    void repairsAreNoFailureWhereRecordsAreDelivered() {
        Set<DiagnosticCode> found = Set.of(DiagnosticCode.DIRECTORY_REBUILT);

        assertThat(ExitStatus.of(REPAIRED, found, Severity.ERROR, false)).isEqualTo(ExitStatus.DONE);
        assertThat(ExitStatus.of(REPAIRED, found, Severity.ERROR, true)).isEqualTo(ExitStatus.LOST);
    }

    @Test
    void anEmptyInputIsNoFailure() {
        assertThat(ExitStatus.of(ReadSummary.EMPTY, Set.of(), Severity.INFO, true))
                .isEqualTo(ExitStatus.DONE);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, DONE", "WARNING, LOST", "INFO, LOST"})
    void aVerbThatChecksFailsForWhatIsAsGraveAsAsked(Severity failOn, ExitStatus expected) {
        assertThat(ExitStatus.of(CLEAN, Set.of(DiagnosticCode.CONTROL_CHARACTER), failOn, true))
                .isEqualTo(expected);
    }

    @Test
    void rejectedBytesAreALossInEveryVerb() {
        assertThat(ExitStatus.of(Samples.damaged("a.mrc"), Set.of(), Severity.ERROR, false))
                .isEqualTo(ExitStatus.LOST);
    }

    @Test
    void recordsLeftOutAreALoss() {
        ReadSummary account = new ReadSummary.Builder()
                .addClean(5)
                .addSkipped()
                .complete(true)
                .build("a.mrc");

        assertThat(ExitStatus.of(account, Set.of(), Severity.ERROR, false)).isEqualTo(ExitStatus.LOST);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NOT_MARC",
                "RECORD_TRUNCATED",
                "COMPRESSED_STREAM_TRUNCATED",
                "COMPRESSED_STREAM_CORRUPT",
                "RECORD_TOO_LARGE"
            })
    void whatIsNotInTheOutputIsALoss(DiagnosticCode code) {
        assertThat(ExitStatus.of(CLEAN, Set.of(code), Severity.ERROR, false)).isEqualTo(ExitStatus.LOST);
    }

    @Test
    void neverExcusesEverythingThatIsInTheData() {
        assertThat(ExitStatus.of(Samples.damaged("a.mrc"), Set.of(DiagnosticCode.NOT_MARC), null, true))
                .isEqualTo(ExitStatus.DONE);
    }
}
