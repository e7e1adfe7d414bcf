// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    /** The first numbers of SplitMix64 for seed 1234567, as its authors' reference implementation gives them. */
    @Test
    void isSplitMix64() {
        Dice dice = Dice.of(1_234_567);

        assertThat(dice.next()).isEqualTo(6_457_827_717_110_365_317L);
        assertThat(dice.next()).isEqualTo(3_203_168_211_198_807_973L);
    }

    @Test
    void boundsAreKeptAndReached() {
        Dice dice = Dice.of(5);

        assertThat(IntStream.range(0, 1000)
                        .map(i -> dice.between(3, 7))
                        .distinct()
                        .sorted())
                .containsExactly(3, 4, 5, 6, 7);
        assertThatIllegalArgumentException().isThrownBy(() -> dice.below(0));
    }

    @Test
    void saltsGiveOtherSequences() {
        assertThat(Dice.of(5, 1).next())
                .isNotEqualTo(Dice.of(5, 2).next())
                .isNotEqualTo(Dice.of(6, 1).next());
    }
}
