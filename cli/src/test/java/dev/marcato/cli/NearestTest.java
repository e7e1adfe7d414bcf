// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "chekc, check",
        "chck, check",
        "Check, check",
        "cuont, count",
        "repiar, repair",
        "rep, repair",
        "explian, explain",
        "prnt, print",
        "cta, cat",
    })
    void findsTheVerbThatWasMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, Verbs.NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"validate", "x", "dog", "''", "vendor"})
    void isSilentAboutWordsThatAreFarFromAll(String typed) {
        assertThat(Nearest.to(typed, Verbs.NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--rejets, --rejects", "--on-eror, --on-error", "--onerror, --on-error", "--sum, --summary"})
    void findsTheOptionThatWasMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, List.of("--on-error", "--rejects", "--summary", "--limit")))
                .contains(meant);
    }

    @Test
    void countsSlips() {
        assertThat(Nearest.distance("", "")).isZero();
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("ab", "ba")).isOne();
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
