// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import static dev.marcato.diagnostic.DiagnosticCode.BYTES_REJECTED;
import static dev.marcato.diagnostic.DiagnosticCode.RECORD_LENGTH_WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class ReadSummaryTest {
    private static ReadSummary.Builder sample() {
        return new ReadSummary.Builder()
                .addClean(100)
                .addClean(200)
                .addRepaired(50)
                .count(RECORD_LENGTH_WRONG)
                .addFiller(2)
                .addReject(7)
                .extendReject(3)
                .count(BYTES_REJECTED)
                .complete(true);
    }

    @Test
    void figuresAddUp() {
        ReadSummary summary = sample().build("a.mrc", 362);

        assertThat(summary.records()).isEqualTo(3);
        assertThat(summary.clean()).isEqualTo(2);
        assertThat(summary.repaired()).isEqualTo(1);
        assertThat(summary.skipped()).isZero();
        assertThat(summary.recordBytes()).isEqualTo(350);
        assertThat(summary.fillerBytes()).isEqualTo(2);
        assertThat(summary.rejectedBytes()).isEqualTo(10);
        assertThat(summary.rejectedStretches()).isEqualTo(1);
        assertThat(summary.totalBytes()).isEqualTo(362);
        assertThat(summary.complete()).isTrue();
        assertThat(summary).hasToString("3 records: 2 clean, 1 repaired; 10 bytes rejected");
    }

    @Test
    void aSumThatIsWrongIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> sample().build("a.mrc", 363))
                .withMessageContaining("a.mrc")
                .withMessageContaining("363 bytes read; 350 in records, 2 filler, 10 rejected");
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadSummary.Builder().addClean(-1));
    }

    @Test
    void diagnosticsAreCountedByCodeAndSeverity() {
        ReadSummary summary = sample().count(BYTES_REJECTED).build("a.mrc");

        assertThat(summary.diagnostics()).containsExactly(entry(BYTES_REJECTED, 2L), entry(RECORD_LENGTH_WRONG, 1L));
        assertThat(summary.count(Severity.ERROR)).isEqualTo(2);
        assertThat(summary.count(Severity.WARNING)).isEqualTo(1);
        assertThat(summary.count(Severity.INFO)).isZero();
        assertThatThrownBy(() -> summary.diagnostics().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void skippedRecordsAreNamedWhereThereAreAny() {
        ReadSummary summary = new ReadSummary.Builder()
                .addSkipped()
                .addReject(1)
                .complete(true)
                .build("a.mrc", 1);

        assertThat(summary).hasToString("1 record: 0 clean, 0 repaired, 1 skipped; 1 byte rejected");
        assertThat(summary.records()).isEqualTo(1);
    }

    @Test
    void whatWasNotReadToTheEndSaysSo() {
        ReadSummary summary = new ReadSummary.Builder().addClean(9).build("a.mrc");

        assertThat(summary.complete()).isFalse();
        assertThat(summary).hasToString("1 record: 1 clean, 0 repaired; 0 bytes rejected; not read to the end");
    }

    @Test
    void sourcesAddUpAndKeepTheirNames() {
        ReadSummary both = sample().build("a.mrc").plus(sample().complete(false).build("b.mrc"));

        assertThat(both.records()).isEqualTo(6);
        assertThat(both.totalBytes()).isEqualTo(724);
        assertThat(both.rejectedStretches()).isEqualTo(2);
        assertThat(both.diagnostics()).containsEntry(BYTES_REJECTED, 2L);
        assertThat(both.complete()).isFalse();
        assertThat(both.sources()).extracting(ReadSummary.Source::name).containsExactly("a.mrc", "b.mrc");
        assertThat(both.sources().get(0).totalBytes()).isEqualTo(362);
        assertThat(ReadSummary.EMPTY.plus(both)).isEqualTo(both).hasSameHashCodeAs(both);
    }

    @Test
    void theBuilderGoesOnWithoutChangingWhatItBuilt() {
        ReadSummary.Builder builder = sample();
        ReadSummary before = builder.build("a.mrc");
        builder.addClean(1).count(BYTES_REJECTED);

        assertThat(before.clean()).isEqualTo(2);
        assertThat(before.diagnostics()).containsEntry(BYTES_REJECTED, 1L);
        assertThat(builder.totalBytes()).isEqualTo(363);
    }

    @Test
    void nothingIsComplete() {
        assertThat(ReadSummary.EMPTY).hasToString("0 records: 0 clean, 0 repaired; 0 bytes rejected");
        assertThat(ReadSummary.EMPTY.complete()).isTrue();
    }
}
