// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static final TestField A = TestField.of("245", "10\u001FaOwls");
    private static final TestField B = TestField.of("500", "  \u001FaMice");
    private static final TestField C = TestField.of("650", " 0\u001FaCats");
    private static final TestRecord READING = TestRecord.of("00000nam a2200000 a 4500", List.of(A, B, C));

    @Test
    void aFieldThatIsNotOpenMustBeThere() {
        Expectation expectation = Expectation.repaired(READING);

        assertThat(expectation.mismatch(READING)).isEmpty();
        assertThat(expectation.mismatch(READING.without(1))).isPresent();
        assertThat(expectation.mismatch(READING.withField(1, A))).isPresent();
    }

    @Test
    void anOpenFieldMayBeMissingOrDifferent() {
        Expectation expectation = Expectation.repaired(READING).withOpen(1);

        assertThat(expectation.mismatch(READING)).isEmpty();
        assertThat(expectation.mismatch(READING.without(1))).isEmpty();
        assertThat(expectation.mismatch(READING.withField(1, A))).isEmpty();
        assertThat(expectation.hitFields()).containsExactly(1);
        assertThat(expectation.rejected().max()).isGreaterThanOrEqualTo(B.length());
    }

    @Test
    void noFieldMayBeInvented() {
        assertThat(Expectation.repaired(READING).mismatch(READING.withFieldAdded(1, B)))
                .isPresent();
        assertThat(Expectation.repaired(READING).withOpen(1).mismatch(READING.withFieldAdded(1, B)))
                .isPresent();
        assertThat(Expectation.repaired(READING).withOpen(1).mismatch(READING.withFieldAdded(3, B)))
                .isPresent();
    }

    @Test
    void orderCountsUnlessItIsOpen() {
        TestRecord other = READING.withFields(List.of(B, A, C));

        assertThat(Expectation.clean(READING).mismatch(other)).isPresent();
        assertThat(Expectation.clean(READING).withOrderOpen().mismatch(other)).isEmpty();
    }

    @Test
    void aRepairMaySetTheCountsOfTheLeaderRight() {
        assertThat(Expectation.repaired(READING).mismatch(READING.withLeader(10, ' ')))
                .isEmpty();
        assertThat(Expectation.clean(READING).mismatch(READING.withLeader(10, ' ')))
                .isPresent();
        assertThat(Expectation.repaired(READING).mismatch(READING.withLeader(6, 'x')))
                .isPresent();
        assertThat(Expectation.repaired(READING).withLeaderOpen().mismatch(READING.withLeader(6, 'x')))
                .isEmpty();
    }

    @Test
    void whatIsCutOffMayNotComeOut() {
        Expectation expectation = Expectation.rejected(READING, Span.exactly(40));

        assertThat(expectation.mismatch(READING)).isPresent();
        assertThat(expectation.damage()).isTrue();
    }

    @Test
    void rejectsAreDamageAndFillerIsNot() {
        assertThat(Expectation.clean(READING).withRejected(Span.exactly(1)).damage())
                .isTrue();
        assertThat(Expectation.clean(READING).withFiller(Span.exactly(1)).damage())
                .isFalse();
    }

    @Test
    void aSpanHasItsEnds() {
        assertThat(new Span(2, 4).contains(2)).isTrue();
        assertThat(new Span(2, 4).contains(5)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2));
    }
}
