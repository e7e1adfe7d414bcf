// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every task once in each of several rounds, each in a JVM of its own, so that a quiet or a noisy time of the
 * machine meets all of them. Shares of one round are comparable, and the median of the rounds is what counts.
 *
 * <p>Arguments: the number of rounds (5 unless told), and names of tasks (all unless told).
 */
public final class Main {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Main() {}

    public static void main(String[] args) throws IOException, RunnerException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        List<Task> tasks =
                args.length > 1 ? Arrays.stream(args).skip(1).map(Task::valueOf).toList() : List.of(Task.values());
        System.out.println(Environment.describe());
        Map<Task, List<Double>> rates = new EnumMap<>(Task.class);
        Map<Task, Double> allocated = new EnumMap<>(Task.class);
        Map<Task, Long> sizes = new EnumMap<>(Task.class);
        for (Task task : tasks) {
            sizes.put(task, BenchData.records(task.file()));
            rates.put(task, new ArrayList<>());
        }
        for (int round = 1; round <= rounds; round++) {
            for (Task task : tasks) {
                RunResult result = run(task);
                long records = sizes.get(task);
                double rate = records / result.getPrimaryResult().getScore() * 1000;
                rates.get(task).add(rate);
                allocated.put(task, result.getSecondaryResults().get(ALLOCATED).getScore() / records);
                System.out.printf(Locale.ROOT, "round %d  %-40s %,12.0f records/s%n", round, task.title(), rate);
            }
        }
        report(rates, allocated);
    }

    private static RunResult run(Task task) throws RunnerException {
        boolean peer = task.file().equals(BenchData.SMALL);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ReadBenchmark.class.getName())
                        .param("task", task.name())
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .measurementTime(TimeValue.seconds(peer ? 3 : 2))
                        .jvmArgsPrepend("-Dbench.data=" + System.getProperty("bench.data", "bench/target/data"))
                        .build())
                .run();
        return results.iterator().next();
    }

    private static double bytesPerRecord() throws IOException {
        return (double) Files.size(BenchData.file(BenchData.LARGE)) / BenchData.records(BenchData.LARGE);
    }

    private static void report(Map<Task, List<Double>> rates, Map<Task, Double> allocated) throws IOException {
        System.out.printf(
                "%n| task | records/s, median | lowest | highest | MB/s | bytes allocated a record |%n|---|--:|--:|--:|--:|--:|%n");
        for (Map.Entry<Task, List<Double>> entry : rates.entrySet()) {
            Spread rate = spread(entry.getValue());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                    entry.getKey().title(),
                    rate.median(),
                    rate.lowest(),
                    rate.highest(),
                    rate.median() * bytesPerRecord() / 1e6,
                    allocated.get(entry.getKey()));
        }
        System.out.println();
        ratio(rates, Task.TITLE, Task.STRICT_TITLE, 16);
        ratio(rates, Task.TITLE, Task.PERMISSIVE_TITLE, 40);
        ratio(rates, Task.TEXT, Task.STRICT_TEXT, 6);
        ratio(rates, Task.LEADERS_DAMAGED, Task.ITERATE, 0.5);
        ratio(rates, Task.FIELDS_DAMAGED, Task.ITERATE, 0.5);
        ratio(rates, Task.ALL_DAMAGED, Task.ITERATE, 0.5);
    }

    private static void ratio(Map<Task, List<Double>> rates, Task task, Task other, double target) {
        if (!rates.containsKey(task) || !rates.containsKey(other)) {
            return;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rates.get(task).size(); i++) {
            ratios.add(rates.get(task).get(i) / rates.get(other).get(i));
        }
        Spread ratio = spread(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s / %s: %s, target %.1f: %s%n",
                task.title(),
                other.title(),
                ratio.with(Spread::ratio),
                target,
                ratio.median() >= target ? "met" : "missed");
    }

    private static Spread spread(List<Double> values) {
        return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
