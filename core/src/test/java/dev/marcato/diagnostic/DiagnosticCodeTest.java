// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticCodeTest {
    @Test
    void codesAreUniqueAndInOrder() {
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsExplainedInFull(DiagnosticCode code) {
        assertThat(code.code()).matches("M0[0-6][0-9]{2}");
        assertThat(code.title()).matches("(?s)\\S.{5,70}").doesNotEndWith(".");
        assertThat(code.meaning()).endsWith(".").hasSizeBetween(40, 400);
        assertThat(code.typicalCause()).endsWith(".").hasSizeBetween(20, 300);
        assertThat(code.advice()).endsWith(".").hasSizeBetween(10, 400);
        assertThat(code.meaning() + code.typicalCause() + code.advice())
                .doesNotContain("\n")
                .doesNotContain("  ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"M0312", "m0312", "0312", "312", " M312 ", "SUBFIELD_CODE_INVALID", "subfield-code-invalid"})
    void aCodeIsFoundHoweverItIsTyped(String typed) {
        assertThat(DiagnosticCode.find(typed)).contains(DiagnosticCode.SUBFIELD_CODE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "M9999", "10312", "M03121", "SUBFIELD", "x"})
    void anUnknownCodeIsNotFound(String typed) {
        assertThat(DiagnosticCode.find(typed)).isEmpty();
    }
}
