// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.cli.Talk;
import dev.marcato.cli.bench.profile.Runs;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Steps SILENT = new Steps(new Talk(new ByteArrayOutputStream(), true), false);

    private final FakeClock clock = new FakeClock();
    private final List<String> order = new ArrayList<>();

    private Task task(String name, String question, long answer, long millis) {
        return new Task(question, () -> {
            order.add(name);
            clock.pass(millis);
            return new Answer(answer, 0);
        });
    }

    @Test
    void tasksTakeTurns() throws Exception {
        Rounds rounds = new Rounds(clock.settings(3), SILENT);

        List<Runs> runs = rounds.run("x", List.of(task("A", "q", 1, 4), task("B", "q", 1, 9)));

        assertThat(order).containsExactly("A", "B", "A", "B", "A", "B", "A", "B"); // the first round does not count
        assertThat(runs.get(0).seconds()).containsExactly(0.005, 0.005, 0.005);
        assertThat(runs.get(1).seconds()).containsExactly(0.010, 0.010, 0.010);
        assertThat(rounds.checked()).isEqualTo(8);
        assertThat(rounds.answer("q")).isEqualTo(new Answer(1, 0));
    }

    @Test
    void whatIsQuickIsRepeatedWithinARun() throws Exception {
        Settings settings = new Settings(2, 10_000_000, 0, 0, 1, clock, () -> 0);

        List<Runs> runs = new Rounds(settings, SILENT).run("x", List.of(task("A", "q", 1, 1)));

        // Two tries of 2 ms to find that it takes five to make 10 ms, then two rounds of five.
        assertThat(order).hasSize(2 + 2 * 5);
        assertThat(runs.get(0).seconds()).containsExactly(0.0012, 0.0012);
    }

    @Test
    void anotherAnswerToTheSameQuestionIsAnError() {
        Rounds rounds = new Rounds(clock.settings(3), SILENT);

        assertThatThrownBy(() -> rounds.run("x", List.of(task("A", "titles", 7, 1), task("B", "titles", 8, 1))))
                .isInstanceOf(WrongAnswer.class)
                .hasMessage(
                        "bench: two runs differ in 'titles': 7 records with checksum 0, then 8 records with checksum 0;"
                                + " was a file written meanwhile?");
    }

    @Test
    void otherQuestionsMayHaveOtherAnswers() throws Exception {
        Rounds rounds = new Rounds(clock.settings(1), SILENT);

        assertThat(rounds.run("x", List.of(task("A", "q", 7, 1), task("B", "r", 8, 1))))
                .hasSize(2);
    }

    @Test
    void warmsUpUntilItGetsNoQuicker() throws Exception {
        long[] millis = {100, 80, 60, 50, 50, 50, 50, 50, 50, 50, 50};
        int[] round = {0};
        Task compiling = new Task("q", () -> {
            clock.pass(millis[round[0]++]);
            return new Answer(1, 1);
        });
        Settings settings = new Settings(1, 0, 1, Long.MAX_VALUE, 1, clock, () -> 0);

        WarmUp warmUp = WarmUp.of(List.of(compiling), new Rounds(settings, SILENT), settings, SILENT);

        assertThat(warmUp.rounds()).isEqualTo(9); // the fourth was the quickest, and five after it were not quicker
        assertThat(warmUp.steady()).isTrue();
    }

    @Test
    void givesUpWarmingUpWhereItIsNeverSteady() throws Exception {
        long[] millis = {1000};
        Task quicker = new Task("q", () -> {
            clock.pass(millis[0]);
            millis[0] = millis[0] * 9 / 10;
            return new Answer(1, 1);
        });
        Settings settings = new Settings(1, 0, 1, 3_000_000_000L, 1, clock, () -> 0);

        WarmUp warmUp = WarmUp.of(List.of(quicker), new Rounds(settings, SILENT), settings, SILENT);

        assertThat(warmUp.steady()).isFalse();
        assertThat(warmUp.rounds()).isEqualTo(4);
    }
}
