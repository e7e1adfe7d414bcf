// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.bench.profile.Measured;
import dev.marcato.cli.bench.profile.Runs;
import dev.marcato.cli.bench.profile.Way;
import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which ways to read are compared: one reader after another, ranges on each number of threads, and, where there are
 * several files, whole files on each number of threads above one.
 *
 * @param rounds times them
 * @param threadCounts ascending
 * @param files how many there are
 */
record WaysPlan(Rounds rounds, List<Integer> threadCounts, int files) {
    List<Way> measure(Source source, Reading reading, String what, long bytes) throws IOException {
        return measure(source, reading, what, bytes, List.of(), new ArrayList<>());
    }

    /**
     * @param what name of the data; all ways over the same data must come to the same
     * @param bytes of the data, uncompressed
     * @param beside other tasks to be measured in turns with these
     * @param besideRuns takes how long those took
     */
    List<Way> measure(Source source, Reading reading, String what, long bytes, List<Task> beside, List<Runs> besideRuns)
            throws IOException {
        Question question = Question.TITLE;
        String name = FilesMeasurement.name(question, what);
        List<Task> tasks = new ArrayList<>();
        List<Division> divisions = new ArrayList<>();
        List<Integer> threads = new ArrayList<>();
        tasks.add(new Task(name, () -> reading.sequential(question)));
        divisions.add(Division.SEQUENTIAL);
        threads.add(1);
        for (int count : threadCounts) {
            tasks.add(new Task(name, () -> reading.ranges(count, question)));
            divisions.add(Division.RANGES);
            threads.add(count);
            if (files > 1 && count > 1) {
                tasks.add(new Task(name, () -> reading.wholeFiles(count, question)));
                divisions.add(Division.WHOLE_FILES);
                threads.add(count);
            }
        }
        int own = tasks.size();
        tasks.addAll(beside);
        List<Runs> runs = rounds.run("ways to read " + source.words(), tasks);
        besideRuns.addAll(runs.subList(own, runs.size()));
        long records = rounds.answer(name).records();
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < own; i++) {
            ways.add(new Way(source, divisions.get(i), new Measured(threads.get(i), records, bytes, runs.get(i))));
        }
        return ways;
    }
}
