// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.bench.profile.Runs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs tasks in turns, A B A B, so that whatever the machine does beside hits all of them alike; and holds each run to the
 * answer that the first one gave. For one thread.
 */
final class Rounds {
    private static final int MOST_REPEATS = 10_000;

    private final Settings settings;
    private final Steps steps;
    private final Map<String, Answer> answers = new HashMap<>();
    private long checked;

    Rounds(Settings settings, Steps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    /** Runs that were checked until now. */
    long checked() {
        return checked;
    }

    /** What tasks with a question came to; one of them has been run. */
    Answer answer(String question) {
        return Objects.requireNonNull(answers.get(question), question);
    }

    /**
     * Times each task once in each round, after one round that does not count.
     *
     * @param what is told while it runs
     * @return how long each took, in the order of the tasks
     * @throws WrongAnswer if a run comes to something else than another one with the same question
     */
    List<Runs> run(String what, List<Task> tasks) throws IOException {
        return run(what, tasks, settings.rounds());
    }

    private List<Runs> run(String what, List<Task> tasks, int rounds) throws IOException {
        int[] repeats = new int[tasks.size()];
        List<List<Double>> seconds = new ArrayList<>();
        double[] gcSeconds = new double[tasks.size()];
        steps.at(what, 0, rounds);
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = repeats(tasks.get(i));
            seconds.add(new ArrayList<>());
        }
        for (int round = 1; round <= rounds; round++) {
            steps.at(what, round, rounds);
            for (int i = 0; i < repeats.length; i++) {
                long gc = settings.gcMillis().getAsLong();
                seconds.get(i).add(timed(tasks.get(i), repeats[i]) / 1e9);
                gcSeconds[i] += (settings.gcMillis().getAsLong() - gc) / 1e3 / repeats[i];
            }
        }
        List<Runs> runs = new ArrayList<>();
        for (int i = 0; i < repeats.length; i++) {
            runs.add(new Runs(seconds.get(i), gcSeconds[i]));
        }
        return runs;
    }

    /** Nanoseconds that one of so many repeats took. */
    private double timed(Task task, int repeats) throws IOException {
        long start = settings.clock().getAsLong();
        for (int i = 0; i < repeats; i++) {
            check(task, task.work().run());
        }
        return (double) (settings.clock().getAsLong() - start) / repeats;
    }

    private int repeats(Task task) throws IOException {
        double nanos = timed(task, 1);
        if (nanos >= settings.leastRunNanos()) {
            return 1;
        }
        nanos = Math.max(1, timed(task, 1)); // the first one had to find its classes
        return (int) Math.max(1, Math.min(MOST_REPEATS, Math.ceil(settings.leastRunNanos() / nanos)));
    }

    /** Runs a task once, checks it, and times nothing. */
    void runUntimed(Task task) throws IOException {
        check(task, task.work().run());
    }

    private void check(Task task, Answer answer) throws WrongAnswer {
        checked++;
        Answer first = answers.putIfAbsent(task.question(), answer);
        if (first != null && !first.equals(answer)) {
            throw new WrongAnswer(task.question(), first, answer);
        }
    }
}
