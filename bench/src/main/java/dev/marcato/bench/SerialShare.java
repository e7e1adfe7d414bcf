// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.MarcFiles;
import dev.marcato.MarcWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * How much of a pass only one thread at a time can do: what is handed out, and what is taken in input order. One thread
 * does the pass again and again while another looks at its stack every two milliseconds. It is an estimate: stacks are seen at
 * safe points alone.
 *
 * <p>Arguments: seconds for each way (10 unless told), threads to draw the model for.
 */
public final class SerialShare {
    private static final String[] SERIAL = {"Sequencer.take", "UnitFeed.next"};
    private static final int[] CORES = {1, 2, 4, 8, 16, 32, 64};

    private SerialShare() {}

    public static void main(String[] args) throws Exception {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
        Path file = BenchData.file(BenchData.LARGE);
        System.out.println(Environment.describe());
        System.out.println(
                "share of one thread's time that is in order; a model of the speed-up, 1/(s + (1-s)/n), for n = "
                        + Arrays.toString(CORES));
        show(
                "collect, first 245$a",
                seconds,
                () -> files(file)
                        .collect(
                                () -> new long[1],
                                (sum, record) -> sum[0] +=
                                        record.firstValue("245", 'a').orElse("").length(),
                                (all, other) -> all[0] += other[0])[0]);
        show("in order, first 245$a of a block", seconds, () -> {
            long[] sum = new long[1];
            files(file)
                    .forEachBlock(
                            records -> records.stream()
                                    .mapToLong(record -> record.firstValue("245", 'a')
                                            .orElse("")
                                            .length())
                                    .sum(),
                            part -> sum[0] += part);
            return sum[0];
        });
        show("writeTo, unchanged, to nowhere", seconds, () -> {
            files(file).writeTo(MarcWriter.to(OutputStream.nullOutputStream()), record -> record);
            return 0L;
        });
    }

    private static MarcFiles files(Path file) {
        return MarcFiles.builder().threads(1).of(file);
    }

    private static void show(String way, double seconds, Callable<Long> pass) throws Exception {
        pass.call();
        boolean[] end = new boolean[1];
        Exception[] failure = new Exception[1];
        Thread reader = new Thread(() -> {
            try {
                while (!end[0]) {
                    pass.call();
                }
            } catch (Exception e) {
                failure[0] = e;
            }
        });
        reader.start();
        long until = System.nanoTime() + (long) (seconds * 1e9);
        int samples = 0;
        int serial = 0;
        while (System.nanoTime() < until && reader.isAlive()) {
            Thread.sleep(2);
            StackTraceElement[] stack = reader.getStackTrace();
            samples++;
            serial += Arrays.stream(stack).anyMatch(SerialShare::isSerial) ? 1 : 0;
        }
        end[0] = true;
        reader.join();
        if (failure[0] != null) {
            throw new IOException(way, failure[0]);
        }
        double share = (double) serial / samples;
        String model = String.join(
                " ",
                IntStream.of(CORES)
                        .mapToObj(n -> String.format(Locale.ROOT, "%.1f", 1 / (share + (1 - share) / n)))
                        .toList());
        System.out.printf(Locale.ROOT, "%-36s %.1f %% of %d samples; %s%n", way, 100 * share, samples, model);
    }

    private static boolean isSerial(StackTraceElement frame) {
        String name =
                frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "." + frame.getMethodName();
        return Arrays.asList(SERIAL).contains(name);
    }
}
