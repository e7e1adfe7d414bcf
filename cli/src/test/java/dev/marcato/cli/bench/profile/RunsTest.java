// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static Runs of(Double... seconds) {
        return new Runs(List.of(seconds), 0);
    }

    @Test
    void hasAMiddleWhetherEvenOrOdd() {
        assertThat(of(3.0, 1.0, 2.0).median()).isEqualTo(2);
        assertThat(of(4.0, 1.0, 3.0, 2.0).median()).isEqualTo(2.5);
        assertThat(of(5.0).median()).isEqualTo(5);
    }

    @Test
    void knowsItsEnds() {
        Runs runs = of(3.0, 1.0, 2.0);

        assertThat(runs.least()).isEqualTo(1);
        assertThat(runs.most()).isEqualTo(3);
        assertThat(runs.count()).isEqualTo(3);
        assertThat(runs.speedUpOver(of(4.0))).isEqualTo(2);
    }

    @Test
    void oneLostRoundOfTenIsNoise() {
        List<Double> mine = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            mine.add(1.0 + i);
            other.add(i == 0 ? 0.5 : 1.1 + i);
        }

        assertThat(new Runs(mine, 0).quickerThan(new Runs(other, 0))).isTrue();
        other.set(1, 0.5);
        assertThat(new Runs(mine, 0).quickerThan(new Runs(other, 0))).isFalse();
        assertThat(new Runs(mine, 0).sameAs(new Runs(other, 0))).isTrue();
    }

    @Test
    void isNeverQuickerThanItself() {
        assertThat(of(1.0, 2.0).quickerThan(of(1.0, 2.0))).isFalse();
        assertThat(of(1.0, 2.0).sameAs(of(1.0, 2.0))).isTrue();
    }

    @Test
    void knowsTheShareOfGarbage() {
        assertThat(new Runs(List.of(1.0, 3.0), 0.4).gcShare()).isEqualTo(0.1);
        assertThat(new Runs(List.of(0.0), 0).gcShare()).isZero();
    }

    @Test
    void mustHoldSomething() {
        assertThatThrownBy(() -> new Runs(List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
