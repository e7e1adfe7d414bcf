// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FindingsSpecTest {
    /** What other tests hold: it takes more than one record, an odd directory, or very many findings. */
    private static final Set<DiagnosticCode> ELSEWHERE = EnumSet.of(
            DiagnosticCode.DIRECTORY_ORDER_DIFFERS,
            DiagnosticCode.CONTROL_NUMBER_SEEN_BEFORE,
            DiagnosticCode.MORE_DIAGNOSTICS);

    private static final List<FindingSpec> CASES = FindingSpec.read();

    @TestFactory
    Stream<DynamicTest> findings() {
        return CASES.stream().map(each -> DynamicTest.dynamicTest(each.id(), () -> check(each)));
    }

    private static void check(FindingSpec spec) {
        List<Diagnostic> found = new ArrayList<>();
        new RecordInspector().inspect(spec.draft().build(), found::add);

        assertThat(found)
                .as("%s", found)
                .extracting(each -> each.code().code() + " " + place(spec.draft(), each.location()))
                .containsExactlyElementsOf(spec.expected());
    }

    /** A place as the specification writes it. */
    private static String place(Draft draft, Location location) {
        assertThat(location.source()).isEqualTo(Draft.SOURCE);
        assertThat(location.recordNumber()).isEqualTo(1);
        int position = (int) location.byteOffset() - Draft.SOURCE_OFFSET;
        int field = location.fieldNumber();
        assertThat(location.tag().isEmpty()).isEqualTo(field == 0);
        return field == 0 ? "L" + position : field + "+" + (position - draft.start(field - 1));
    }

    @Test
    void everyFindingHasACase() {
        Set<DiagnosticCode> covered = EnumSet.copyOf(ELSEWHERE);
        for (FindingSpec spec : CASES) {
            for (String expected : spec.expected()) {
                covered.add(DiagnosticCode.find(expected.substring(0, 5)).orElseThrow());
            }
        }
        Set<DiagnosticCode> findings =
                EnumSet.range(DiagnosticCode.INDICATOR_COUNT_WRONG, DiagnosticCode.LEADER_CHARACTER_INVALID);
        findings.addAll(EnumSet.range(DiagnosticCode.TAG_INVALID, DiagnosticCode.CHARACTER_REFERENCE));

        assertThat(covered).containsAll(findings);
    }

    @Test
    void idsAreUnique() {
        assertThat(CASES).extracting(FindingSpec::id).doesNotHaveDuplicates();
    }
}
