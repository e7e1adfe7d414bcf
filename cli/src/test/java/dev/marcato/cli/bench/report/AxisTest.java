// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marcato.cli.bench.report.Axis.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource({
        "2.45e9, 0|0.5|1|1.5|2|2.5",
        "9.9e8, 0|200|400|600|800|1000",
        "4.1e9, 0|1|2|3|4|5",
        "1e9, 0|0.2|0.4|0.6|0.8|1"
    })
    void ticksAreRound(double largest, String labels) {
        assertThat(Units.rates(largest, 5).ticks().stream().map(Tick::label)).containsExactly(labels.split("\\|"));
    }

    @Test
    void theLargestValueIsOnIt() {
        for (double largest = 0.001; largest < 1e6; largest *= 1.37) {
            Axis axis = Axis.fromZero("", largest, 5, Units::plain);

            assertThat(axis.to()).isGreaterThanOrEqualTo(largest * (1 - 1e-9)).isLessThan(largest * 2.6);
            assertThat(axis.ticks()).hasSizeBetween(3, 7);
        }
    }

    @Test
    void equalFactorsAreEqualLengths() {
        Axis axis = Units.sizes("size", 1000, 1_000_000);

        assertThat(axis.place(10_000) - axis.place(1000))
                .isCloseTo(axis.place(100_000) - axis.place(10_000), within(1e-9));
        assertThat(axis.ticks().stream().map(Tick::label)).containsExactly("1 kB", "10 kB", "100 kB", "1 MB");
        assertThat(axis.place(1)).isZero();
        assertThat(axis.place(1e12)).isEqualTo(1);
    }

    @Test
    void sizesThatAreNearHaveTicksToo() {
        assertThat(Units.sizes("size", 2400, 5300).ticks()).hasSize(1);
        assertThat(Units.sizes("size", 2400, 9000).ticks().stream().map(Tick::label))
                .containsExactly("2.40 kB", "9.00 kB");
        assertThat(Units.sizes("size", 2400, 2400).place(2400)).isBetween(0.0, 1.0);
    }

    @Test
    void labelsKeepTheirDistanceAndTheirOrder() {
        List<Double> places = Labels.spread(List.of(100.0, 50.0, 101.0, 99.0), 15, 0, 200);

        assertThat(places.get(1)).isEqualTo(50);
        assertThat(places.get(3)).isLessThanOrEqualTo(places.get(0) - 15);
        assertThat(places.get(0)).isLessThanOrEqualTo(places.get(2) - 15);
        assertThat(places.get(0)).isCloseTo(100, within(1.0));
    }

    @Test
    void labelsStayInside() {
        assertThat(Labels.spread(List.of(0.0, 0.0, 0.0), 10, 0, 100)).containsExactly(0.0, 10.0, 20.0);
        assertThat(Labels.spread(List.of(100.0, 100.0, 100.0), 10, 0, 100)).containsExactly(80.0, 90.0, 100.0);
    }
}
