// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * From which size on more threads pay, and what they cost below: the sequential reader and all threads in turns, over files from one
 * record to 10 MB, in one warm JVM. Both must give the same sum.
 *
 * <p>Argument: the number of runs of each for files below 1 MB (400 unless told); larger ones have a quarter.
 */
public final class Sizes {
    private static final long[] SIZES = {
        1, 10_000, 50_000, 100_000, 200_000, 400_000, 700_000, 1_000_000, 2_000_000, 4_000_000, 10_000_000
    };
    private static final int WARM_UP_MILLIS = 3_000;

    private Sizes() {}

    public static void main(String[] args) throws IOException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        List<TestRecord> records = TestRecord.parse(Files.readAllBytes(BenchData.file(BenchData.SMALL)));
        Path folder = Files.createTempDirectory("sizes");
        System.out.println(Environment.describe());
        System.out.println(
                "bytes, records: milliseconds of the sequential reader, of all threads; median (lowest to highest);"
                        + " median of the runs' ratios");
        try {
            for (long size : SIZES) {
                Path file = folder.resolve(size + ".mrc");
                int count = 0;
                long bytes = 0;
                while (count == 0 || bytes < size) {
                    bytes += records.get(count++).toIso2709().length;
                }
                Files.write(file, TestRecord.toFile(records.subList(0, count)));
                compare(file, count, size < 1_000_000 ? runs : runs / 4);
                Files.delete(file);
            }
        } finally {
            Files.delete(folder);
        }
    }

    private static void compare(Path file, int records, int runs) throws IOException {
        long end = System.nanoTime() + WARM_UP_MILLIS * 1_000_000L;
        while (System.nanoTime() < end) {
            check(sequential(file), parallel(file));
        }
        double[] one = new double[runs];
        double[] all = new double[runs];
        double[] ratios = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            long first = sequential(file);
            long between = System.nanoTime();
            long second = parallel(file);
            long stop = System.nanoTime();
            check(first, second);
            one[i] = (between - start) / 1e6;
            all[i] = (stop - between) / 1e6;
            ratios[i] = one[i] / all[i];
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%,11d bytes, %,6d records: %s, %s; %.2f times as fast%n",
                Files.size(file),
                records,
                spread(one),
                spread(all),
                ratios[runs / 2]);
    }

    private static String spread(double[] values) {
        Arrays.sort(values);
        return String.format(
                Locale.ROOT, "%.3f (%.3f to %.3f)", values[values.length / 2], values[0], values[values.length - 1]);
    }

    private static void check(long one, long other) {
        if (one != other) {
            throw new IllegalStateException(one + " and " + other + " characters");
        }
    }

    private static long sequential(Path file) throws IOException {
        long sum = 0;
        try (MarcReader reader = MarcReader.open(file)) {
            for (MarcRecord record : reader) {
                sum += title(record);
            }
        }
        return sum;
    }

    private static long parallel(Path file) {
        return MarcFiles.of(file)
                .collect(
                        () -> new long[1],
                        (sum, record) -> sum[0] += title(record),
                        (all, other) -> all[0] += other[0])[0];
    }

    private static long title(MarcRecord record) {
        return record.firstValue("245", 'a').orElse("").length();
    }
}
