// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.ShortReads;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random inputs, faults, threads, policies and ends for as long as {@code soak.minutes} says, each round compared with the
 * same on one thread; then no thread may be left, and no memory. Not part of the build: {@code mvn -Psoak …}, see
 * docs/soak.md. A round that fails prints its seed; {@code soak.seed} begins with it.
 */
class MarcFilesSoak {
    private static final long HEAP_SLACK = 32 << 20;

    @TempDir
    Path folder;

    private long rounds;
    private long records;
    private long early;

    @Test
    void everyRoundGivesWhatOneThreadGivesAndNothingIsLeft() throws Exception {
        long seed = Long.getLong("soak.seed", 1);
        double minutes = Double.parseDouble(System.getProperty("soak.minutes", "30"));
        round(0);
        long heapBefore = heap();
        long threadsBefore = threads();
        long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        while (System.nanoTime() < end) {
            try {
                round(seed);
            } catch (AssertionError | Exception e) {
                throw new AssertionError("soak.seed " + seed + ": " + e.getMessage(), e);
            }
            seed++;
            if (rounds % 5_000 == 0) {
                System.out.println(state(heap()));
            }
        }
        awaitThreads();
        long heapAfter = heap();
        System.out.println("end: " + state(heapAfter) + "; at the beginning " + heapBefore / 1_000_000 + " MB, "
                + threadsBefore + " threads");
        assertThat(threads()).isLessThanOrEqualTo(threadsBefore);
        assertThat(heapAfter).isLessThan(heapBefore + HEAP_SLACK);
    }

    private String state(long heap) {
        return rounds + " rounds (" + early + " ended early), " + records + " records, heap " + heap / 1_000_000
                + " MB, " + threads() + " threads";
    }

    /** But for those of Java's common pool, which belong to nobody. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool"))
                .count();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void awaitThreads() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("marcato-")) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
                assertThat(thread.isAlive()).as("%s is alive", thread).isFalse();
            }
        }
    }

    /** One kind of input. */
    private enum Kind {
        ARRAY,
        STREAM,
        SHORT_READS,
        FILE,
        GZIP,
        BLOCKS,
        BROKEN_BLOCKS,
        MISSING
    }

    /** What is done in a round; an end of a stream, a failure or an interrupt comes after so many records. */
    private enum Way {
        BLOCKS,
        COLLECT,
        STREAM,
        WRITE,
        CLOSED_STREAM,
        FAILURE,
        INTERRUPT
    }

    private record Source(String name, Kind kind, byte[] bytes, int step) {
        MarcInput input(Path folder) {
            return switch (kind) {
                case STREAM -> MarcInput.of(new ByteArrayInputStream(bytes), name);
                case SHORT_READS -> MarcInput.of(ShortReads.ofSize(bytes, step), name);
                case FILE -> MarcInput.of(folder.resolve(name), name);
                case MISSING -> MarcInput.of(folder.resolve("missing"), name);
                case ARRAY -> MarcInput.of(bytes, name);
                case GZIP, BLOCKS, BROKEN_BLOCKS -> MarcInput.of(new ByteArrayInputStream(bytes), name);
            };
        }
    }

    private void round(long seed) throws IOException {
        Dice dice = Dice.of(seed);
        List<Source> sources = new ArrayList<>();
        for (int i = dice.between(1, 5); i > 0; i--) {
            sources.add(source(dice, "input" + i));
        }
        ErrorPolicy policy = ErrorPolicy.values()[dice.below(ErrorPolicy.values().length)];
        boolean inspect = dice.below(2) == 0;
        int threads = dice.between(1, 16);
        int unit = 1 + dice.below(1 + dice.below(200_000));
        Way way = Way.values()[dice.below(Way.values().length)];
        int after = dice.below(400);

        Outcome expected = new Pass(sources, policy, inspect, 1, 1 << 20).outcome(way, Integer.MAX_VALUE);
        Outcome seen = new Pass(sources, policy, inspect, threads, unit).outcome(way, after);
        String what = way + ", " + policy + ", " + threads + " threads, units of " + unit;
        if (seen.ended() && !expected.equals(seen)) {
            early++;
            assertThat(expected.records().subList(0, seen.records().size()))
                    .as(what)
                    .isEqualTo(seen.records());
            assertThat(List.of("", expected.damage())).as(what).contains(seen.damage());
        } else {
            assertThat(seen).as(what).isEqualTo(expected);
        }
        rounds++;
        records += seen.records().size();
    }

    private Source source(Dice dice, String name) throws IOException {
        Kind kind = Kind.values()[dice.below(Kind.values().length)];
        List<TestRecord> clean = RecordGenerator.seeded(dice.next()).records(dice.below(120));
        byte[] bytes = clean.isEmpty()
                ? new byte[0]
                : Corrupter.seeded(dice.next())
                        .everyNth(clean, dice.between(1, 7), List.of(Fault.values()))
                        .bytes();
        byte[] stored = switch (kind) {
            case GZIP -> dice.below(4) == 0 ? Gzip.corrupt(bytes, dice.next()) : Gzip.members(bytes, 3);
            case BLOCKS, BROKEN_BLOCKS -> Gzip.blocks(bytes, dice.between(1, 20_000));
            default -> bytes;
        };
        if (kind == Kind.BROKEN_BLOCKS) {
            stored[dice.below(stored.length)] ^= (byte) (1 << dice.below(8));
        }
        if (kind == Kind.FILE) {
            Files.write(folder.resolve(name), stored);
        }
        return new Source(name, kind, stored, dice.between(1, 500));
    }

    /** What came out: of whom did not want all, only its records. */
    private record Outcome(
            List<String> records,
            String damage,
            List<Diagnostic> diagnostics,
            String rejects,
            String account,
            boolean ended) {}

    private final class Pass {
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        private final List<String> seen = new ArrayList<>();
        private final MarcFiles files;
        private final int threads;

        Pass(List<Source> sources, ErrorPolicy policy, boolean inspect, int threads, int unit) {
            this.threads = threads;
            files = MarcFiles.builder()
                    .threads(threads)
                    .unitBytes(unit)
                    .onError(policy)
                    .inspect(inspect)
                    .listener(diagnostics::add)
                    .rejectsTo(rejects)
                    .unreadable(input -> {})
                    .of(sources.stream().map(source -> source.input(folder)).toList());
        }

        Outcome outcome(Way way, int after) throws IOException {
            boolean ended = false;
            String damage = "";
            try {
                run(way, after);
            } catch (MarcFormatException e) {
                damage = String.valueOf(e.getMessage());
                // Java's parallel streams do not say how much they deliver before something that is thrown.
                ended = threads > 1 && (way == Way.STREAM || way == Way.CLOSED_STREAM);
            } catch (Early e) {
                ended = true;
            } catch (UncheckedIOException e) {
                assertThat(e).hasMessageContaining("interrupted");
                assertThat(Thread.interrupted()).isTrue();
                ended = true;
            }
            ended |= Thread.interrupted();
            String account =
                    ended ? "" : files.summary().toString() + files.summary().sources();
            String lost = ended ? "" : rejects.size() + " bytes, " + Arrays.hashCode(rejects.toByteArray());
            return new Outcome(seen, damage, ended ? List.of() : diagnostics, lost, account, ended);
        }

        private void run(Way way, int after) throws IOException {
            Thread caller = Thread.currentThread();
            switch (way) {
                case BLOCKS, FAILURE, INTERRUPT ->
                    files.forEachBlock(
                            List::copyOf,
                            block -> block.forEach(record -> {
                                seen.add(record.number() + " " + record.sourceOffset() + " " + record.hashCode());
                                if (seen.size() > after && way == Way.FAILURE) {
                                    throw new Early();
                                }
                                if (seen.size() > after && way == Way.INTERRUPT) {
                                    caller.interrupt();
                                }
                            }));
                case COLLECT -> {
                    List<String> all = files.collect(
                            ArrayList::new,
                            (list, record) -> list.add(record.source() + record.sourceOffset() + record.hashCode()),
                            List::addAll);
                    all.stream().sorted().forEach(seen::add);
                }
                case STREAM -> {
                    try (Stream<MarcRecord> stream = files.stream()) {
                        (threads == 1 ? stream : stream.parallel())
                                .map(record -> record.source() + record.sourceOffset() + record.hashCode())
                                .forEachOrdered(seen::add);
                    }
                }
                case CLOSED_STREAM -> {
                    try (Stream<MarcRecord> stream = files.stream()) {
                        (threads == 1 ? stream : stream.parallel())
                                .map(record -> record.source() + record.sourceOffset() + record.hashCode())
                                .limit(after)
                                .forEachOrdered(seen::add);
                    }
                    if (after < Integer.MAX_VALUE) {
                        throw new Early();
                    }
                }
                case WRITE -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    MarcWriter writer = MarcWriter.builder()
                            .oversize(OversizePolicy.OVERFLOW)
                            .gzip(true)
                            .threads(2)
                            .open(out);
                    files.writeTo(writer, record -> record);
                    seen.add(out.size() + " bytes, " + Arrays.hashCode(out.toByteArray()));
                }
            }
        }
    }

    private static final class Early extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized @Nullable Throwable fillInStackTrace() {
            return null;
        }
    }
}
