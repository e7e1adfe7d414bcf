// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.DataField;
import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One thread against all, in one warm JVM: each way to read the large file once in each of several rounds, in turns. Every
 * way must give the same sum of lengths.
 *
 * <p>Argument: the number of rounds that count (7 unless told).
 */
public final class Cores {
    private static final int WARM_UP = 2;

    private final Path file;
    private final Map<String, Way> ways = new LinkedHashMap<>();

    private interface Way {
        long run() throws IOException;
    }

    private Cores() throws IOException {
        file = BenchData.file(BenchData.LARGE);
        int all = Runtime.getRuntime().availableProcessors();
        ways.put("sequential reader, first 245$a", this::sequential);
        for (int threads : all > 1 ? new int[] {1, all} : new int[] {1}) {
            ways.put("collect, " + threads + " threads, first 245$a", () -> collect(threads, Cores::title));
            ways.put("in order, " + threads + " threads, first 245$a", () -> ordered(threads));
            ways.put("collect, " + threads + " threads, every subfield", () -> collect(threads, Cores::text));
        }
    }

    public static void main(String[] args) throws IOException {
        new Cores().measure(args.length > 0 ? Integer.parseInt(args[0]) : 7);
    }

    private void measure(int rounds) throws IOException {
        System.out.println(Environment.describe());
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        Map<Boolean, Long> sums = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                long start = System.nanoTime();
                long sum = way.getValue().run();
                double taken = (System.nanoTime() - start) / 1e9;
                Long before = sums.putIfAbsent(way.getKey().endsWith("245$a"), sum);
                if (before != null && before != sum) {
                    throw new IllegalStateException(way.getKey() + " found " + sum + " characters, others " + before);
                }
                if (round >= 0) {
                    seconds.computeIfAbsent(way.getKey(), any -> new ArrayList<>())
                            .add(taken);
                }
            }
        }
        long size = Files.size(file);
        for (Map.Entry<String, List<Double>> entry : seconds.entrySet()) {
            List<Double> sorted = entry.getValue().stream().sorted().toList();
            double median = sorted.get(sorted.size() / 2);
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %.3f s (%.3f to %.3f), %.0f MB/s%n",
                    entry.getKey(),
                    median,
                    sorted.get(0),
                    sorted.get(sorted.size() - 1),
                    size / median / 1e6);
        }
    }

    private long sequential() throws IOException {
        long sum = 0;
        try (MarcReader reader = MarcReader.open(file)) {
            for (MarcRecord record : reader) {
                sum += title(record);
            }
        }
        return sum;
    }

    private long collect(int threads, ToLongFunction<MarcRecord> length) {
        return MarcFiles.builder()
                .threads(threads)
                .of(file)
                .collect(
                        () -> new long[1],
                        (sum, record) -> sum[0] += length.applyAsLong(record),
                        (all, other) -> all[0] += other[0])[0];
    }

    private long ordered(int threads) {
        long[] sum = new long[1];
        MarcFiles.builder()
                .threads(threads)
                .of(file)
                .forEachBlock(
                        records -> records.stream().mapToLong(Cores::title).sum(), part -> sum[0] += part);
        return sum[0];
    }

    private static long title(MarcRecord record) {
        return record.firstValue("245", 'a').orElse("").length();
    }

    private static long text(MarcRecord record) {
        long sum = 0;
        for (DataField field : record.dataFields("...")) {
            for (Subfield subfield : field) {
                sum += subfield.value().length();
            }
        }
        return sum;
    }
}
