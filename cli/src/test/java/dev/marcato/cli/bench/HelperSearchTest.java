// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.bench.HelperSearch.Result;
import dev.marcato.cli.bench.HelperSearch.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a made-up machine: no clock is asked. */
class HelperSearchTest {
    private final List<Integer> tried = new ArrayList<>();

    private HelperSearch.Comparison from(int size) {
        return records -> {
            tried.add(records);
            // A second thread costs as much as size records.
            double fewer = records;
            double more = records / 2.0 + size / 2.0;
            return new Trial(fewer, more, more < fewer);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1000, 4095, 4096, 4097, 50_000})
    void findsTheSizeToAnEighth(int size) throws Exception {
        Result result = HelperSearch.smallest(100_000, from(size));

        assertThat(result.found()).isTrue();
        assertThat(result.records()).isBetween(size, size + 1 + size / 7);
        assertThat(result.trial()).isEqualTo(from(size).at(result.records()));
        assertThat(tried.size()).isLessThan(40);
    }

    @Test
    void saysNeverAndHowFarItLooked() throws Exception {
        Result result = HelperSearch.smallest(1000, from(5000));

        assertThat(result.found()).isFalse();
        assertThat(result.records()).isEqualTo(1000);
        assertThat(tried).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000);
    }

    @Test
    void oneRecordIsEnoughToLookAt() throws Exception {
        assertThat(HelperSearch.smallest(1, from(5)).found()).isFalse();
        assertThat(HelperSearch.smallest(1, from(0)).found()).isTrue();
    }

    @Test
    void isNotTakenInByChance() throws Exception {
        int[] calls = {0};
        Result result = HelperSearch.smallest(10_000, records -> {
            calls[0]++;
            boolean byChance = records == 8 && calls[0] == 4;
            return new Trial(1, 1, byChance || records >= 900);
        });

        assertThat(result.found()).isTrue();
        assertThat(result.records()).isBetween(900, 1024);
    }

    @Test
    void anIslandIsNoShore() throws Exception {
        Result result = HelperSearch.smallest(
                10_000, records -> new Trial(1, 1, records == 16 || records == 15 || records >= 2000));

        assertThat(result.records()).isBetween(2000, 2300);
    }
}
