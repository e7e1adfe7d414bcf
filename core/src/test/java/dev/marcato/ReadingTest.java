// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** The assertion that every test of the reader leans on does assert. */
class ReadingTest {
    private final byte[] two = TestRecord.toFile(RecordGenerator.seeded(1).records(2));

    @Test
    void whatCameOutIsKept() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(two);
        file.writeBytes("\nno record".getBytes(US_ASCII));
        Reading reading = Reading.of(file.toByteArray());

        assertThat(reading.records()).hasSize(2);
        assertThat(reading.offsets()).startsWith(0L);
        assertThat(reading.rejects()).asString().isEqualTo("no record");
        assertThat(reading.codes())
                .containsExactly(DiagnosticCode.FILLER_BETWEEN_RECORDS, DiagnosticCode.BYTES_REJECTED);
        assertThat(reading.failure()).isEmpty();
        assertThat(Reading.under(ErrorPolicy.STRICT).of(file.toByteArray()).failure())
                .isPresent();
    }

    @Test
    void anAccountThatDoesNotAddUpIsNone() {
        ReadSummary account =
                new ReadSummary.Builder().addClean(26).complete(true).build("");
        Reading.assertAccount(account, 26);
        assertThatThrownBy(() -> Reading.assertAccount(account, 27)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Reading.assertAccount(
                        new ReadSummary.Builder().addClean(26).build(""), 26))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void differentReadingsAreNotTheSame() {
        Reading reading = Reading.of(two);
        reading.assertSame(Reading.of(two.clone()), "the same bytes");
        byte[] changed = two.clone();
        changed[changed.length - 3]++;
        assertThatThrownBy(() -> reading.assertSame(Reading.of(changed), "other bytes"))
                .isInstanceOf(AssertionError.class);
    }
}
