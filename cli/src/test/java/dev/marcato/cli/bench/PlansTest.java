// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.cli.UsageException;
import dev.marcato.cli.bench.profile.Configuration;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is to be measured. */
class PlansTest {
    @Test
    void configurations() throws Exception {
        assertThat(Configurations.of("2x10k, 8x1k,1x500"))
                .containsExactly(
                        new Configuration("2x10k", 2, 10_000),
                        new Configuration("8x1k", 8, 1000),
                        new Configuration("1x500", 1, 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4x", "x4", "0x4", "4x0", "4x1m", "4x10k,", "4 x 1", "1000x1000k", "-1x1"})
    void aMistypedConfigurationIsToldTheForm(String text) {
        assertThatThrownBy(() -> Configurations.of(text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--synthetic must be files x records, such as 4x10k or 2x500")
                .hasMessageEndingWith(", not '" + text + "'");
    }

    @Test
    void numbersOfThreads() {
        assertThat(ThreadCounts.upTo(1)).containsExactly(1);
        assertThat(ThreadCounts.upTo(3)).containsExactly(1, 2, 3);
        assertThat(ThreadCounts.upTo(64)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32, 48, 64);
        assertThat(ThreadCounts.upTo(20)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20);
    }

    @Test
    void sizes() {
        assertThat(SizeSteps.upTo(1)).containsExactly(1);
        assertThat(SizeSteps.upTo(3)).containsExactly(1, 3);
        assertThat(SizeSteps.upTo(386)).containsExactly(1, 3, 10, 30, 100, 300, 386);
    }

    @Test
    void aCrewIsAsManyAsItSaysAndHandsOnWhatFails() throws Exception {
        AtomicInteger workers = new AtomicInteger();
        Crew.work(5, index -> workers.addAndGet(1 << index));

        assertThat(workers).hasValue(31);
        assertThatThrownBy(() -> Crew.work(3, index -> {
                    if (index == 2) {
                        throw new IOException("disk");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void memoryIsCopiedWholeByAnyNumberOfThreads() throws Exception {
        MemoryCopy copy = MemoryCopy.of(0, 8 << 20);

        assertThat(copy.bytes()).isEqualTo(1 << 20);
        assertThat(List.of(copy.run(1), copy.run(2), copy.run(7))).containsOnly(copy.run(3));
    }
}
