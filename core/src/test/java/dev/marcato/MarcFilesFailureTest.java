// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import dev.marcato.io.UnreadableInput;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong reaches the caller, once, and no thread is left. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MarcFilesFailureTest {
    private static final int UNIT = 3_000;

    private final byte[] bytes = TestRecord.toFile(RecordGenerator.seeded(3).records(300));

    @TempDir
    Path folder;

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("marcato-")) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
                assertThat(thread.isAlive()).as("%s is alive", thread).isFalse();
            }
        }
    }

    private static MarcFiles.Builder builder(int threads) {
        return MarcFiles.builder().threads(threads).unitBytes(UNIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void whatTheFunctionThrowsReachesTheCallerBehindTheBlocksBefore(int threads) {
        for (int victim : new int[] {0, 1, 137, 299}) {
            String number =
                    Reading.of(bytes).records().get(victim).controlNumber().orElseThrow();
            for (Throwable thrown : List.of(
                    new IllegalStateException("boom"), new StackOverflowError("boom"), new Exception("undeclared"))) {
                List<MarcRecord> delivered = new ArrayList<>();
                MarcFiles files = builder(threads).of(List.of(MarcInput.of(bytes, "a")));
                Throwable caught = catchThrowable(() -> files.forEachBlock(
                        block -> {
                            for (MarcRecord record : block) {
                                if (record.controlNumber().orElse("").equals(number)) {
                                    MarcFilesFailureTest.<RuntimeException>sneak(thrown);
                                }
                            }
                            return block;
                        },
                        delivered::addAll));

                assertThat(caught).isSameAs(thrown);
                assertThat(delivered)
                        .isEqualTo(Reading.of(bytes).records().subList(0, delivered.size()))
                        .hasSizeLessThanOrEqualTo(victim);
                assertThat(files.summary().complete()).isFalse();
                assertThat(files.summary().records()).isEqualTo(delivered.size());
            }
        }
    }

    @SuppressWarnings("unchecked") // thrown as it is
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void whatTheConsumerOrTheAccumulatorThrowsReachesTheCaller(int threads) {
        IllegalStateException boom = new IllegalStateException("boom");
        MarcFiles files = builder(threads).of(List.of(MarcInput.of(bytes, "a")));

        assertThatThrownBy(() -> files.forEachBlock(block -> block, block -> {
                    throw boom;
                }))
                .isSameAs(boom);
        assertThatThrownBy(() -> files.collect(
                        () -> "",
                        (all, record) -> {
                            throw boom;
                        },
                        (one, two) -> {}))
                .isSameAs(boom);
        assertThat(files.summary().complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void oneBadInputEndsThePassUnlessSomebodyHearsOfIt(int threads) throws IOException {
        Path good = Files.write(folder.resolve("good.mrc"), bytes);
        List<MarcInput> inputs =
                List.of(MarcInput.of(good), MarcInput.of(folder.resolve("missing.mrc")), MarcInput.of(good));

        assertThatThrownBy(() -> builder(threads).of(inputs).forEachBlock(List::size, size -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.mrc");

        List<UnreadableInput> heard = new ArrayList<>();
        long[] records = new long[1];
        MarcFiles files = builder(threads).unreadable(heard::add).of(inputs);
        files.forEachBlock(List::size, size -> records[0] += size);
        assertThat(records[0]).isEqualTo(600);
        assertThat(heard).singleElement().satisfies(each -> {
            assertThat(each.index()).isEqualTo(1);
            assertThat(each.name()).endsWith("missing.mrc");
            assertThat(each.opened()).isFalse();
        });
        assertThat(files.summary().sources())
                .extracting(ReadSummary.Source::complete)
                .containsExactly(true, false, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aStreamThatBreaksGivesWhatCameBefore(int threads) {
        int broken = 2 * bytes.length / 3;
        long before = Reading.of(bytes).records().stream()
                .filter(record -> record.sourceOffset()
                                + record.originalBytes().orElseThrow().length()
                        <= broken)
                .count();
        List<UnreadableInput> heard = new ArrayList<>();
        List<MarcRecord> delivered = new ArrayList<>();
        MarcFiles files = builder(threads)
                .unreadable(heard::add)
                .of(List.of(MarcInput.of(breaking(broken), "a"), MarcInput.of(bytes, "b")));
        files.forEachBlock(List::copyOf, delivered::addAll);

        assertThat(heard).singleElement().satisfies(each -> {
            assertThat(each.position()).isEqualTo(broken);
            assertThat(each.reason()).hasMessage("the cable was pulled");
        });
        assertThat(delivered).hasSize((int) before + 300);
    }

    private InputStream breaking(int at) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, at), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the cable was pulled");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aFileThatBecameShorterIsNotTakenForAWholeOne(int threads) {
        MarcInput claims = new MarcInput() {
            @Override
            public String name() {
                return "shrinking.mrc";
            }

            @Override
            public Content open() throws IOException {
                Content content = MarcInput.of(bytes, name()).open();
                return new Content() {
                    @Override
                    public long size() {
                        return bytes.length + 10L;
                    }

                    @Override
                    public InputStream from(long position) throws IOException {
                        return content.from(position);
                    }

                    @Override
                    public void close() {
                        // There is nothing to give back.
                    }
                };
            }
        };
        assertThatThrownBy(() -> builder(threads).of(List.of(claims)).forEachBlock(List::size, size -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("shrinking.mrc: byte " + bytes.length)
                .hasMessageContaining("shorter");
    }

    @Test
    void aFileThatGrowsIsReadAsLongAsItWas() throws IOException {
        Path file = Files.write(folder.resolve("growing.mrc"), bytes);
        MarcFiles files = builder(2).of(file);
        long[] records = new long[1];
        boolean[] grown = new boolean[1];
        files.forEachBlock(List::size, size -> {
            records[0] += size;
            if (!grown[0]) {
                grown[0] = true;
                try {
                    Files.write(file, bytes, StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        assertThat(records[0]).isEqualTo(300);
        Reading.assertAccount(files.summary(), bytes.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void anInterruptEndsThePass(int threads) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> caught = new AtomicReference<>();
        boolean[] interrupted = new boolean[1];
        List<MarcInput> endless = Collections.nCopies(1_000_000, MarcInput.of(bytes, "a"));
        Thread reader = new Thread(() -> {
            caught.set(catchThrowable(
                    () -> builder(threads).of(endless).forEachBlock(List::size, size -> begun.countDown())));
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        reader.start();
        begun.await();
        reader.interrupt();
        reader.join();

        assertThat(caught.get()).isInstanceOf(UncheckedIOException.class).hasMessageContaining("interrupted");
        assertThat(interrupted[0]).isTrue();
    }

    /** The interrupt closes the file for all threads, which is no fault of the file. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void anInterruptWhileFilesAreReadIsNoUnreadableInput(int threads) throws IOException {
        Path file = Files.write(folder.resolve("records.mrc"), bytes);
        for (int after = 0; after < 60; after++) {
            int last = after;
            int[] blocks = new int[1];
            Thread caller = Thread.currentThread();
            List<UnreadableInput> unreadable = new ArrayList<>();
            MarcFiles files = builder(threads).unreadable(unreadable::add).of(file, file, file);
            Throwable caught = catchThrowable(() -> files.forEachBlock(List::size, size -> {
                if (blocks[0]++ == last) {
                    caller.interrupt();
                }
            }));
            boolean interrupted = Thread.interrupted();
            assertThat(unreadable).isEmpty();
            if (caught != null) {
                assertThat(caught).isInstanceOf(UncheckedIOException.class).hasMessageContaining("interrupted");
            }
            assertThat(interrupted).isTrue();
        }
    }

    @Test
    void aStreamThatGivesNothingMoreDoesNotHoldUpAFailure() {
        CountDownLatch never = new CountDownLatch(1);
        InputStream stuck = new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        });
        try {
            // Helpers may be waiting for the stream when the caller's block fails, or the caller itself: then it is
            // stuck.
            assertThatThrownBy(() -> builder(1)
                            .limit(5)
                            .of(List.of(MarcInput.of(stuck, "a")))
                            .forEachBlock(List::size, size -> {
                                throw new IllegalStateException("boom");
                            }))
                    .hasMessage("boom");
        } finally {
            never.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void limitsAndSkipsAreTheSameForAnyNumberOfThreads(int threads) {
        List<MarcRecord> all = Reading.of(bytes).records();
        for (long skip : new long[] {0, 1, 7, 299, 300, 450, 1000}) {
            for (long limit : new long[] {0, 1, 5, 290, 600, Long.MAX_VALUE}) {
                List<MarcRecord> delivered = new ArrayList<>();
                MarcFiles files = builder(threads)
                        .onError(ErrorPolicy.STRICT)
                        .skip(skip)
                        .limit(limit)
                        .of(List.of(MarcInput.of(bytes, "a"), MarcInput.of(bytes, "b")));
                files.forEachBlock(List::copyOf, delivered::addAll);
                List<MarcRecord> both = new ArrayList<>(all);
                both.addAll(all);
                List<MarcRecord> expected =
                        both.stream().skip(skip).limit(limit).toList();
                assertThat(delivered).as("skip %d, limit %d", skip, limit).isEqualTo(expected);
                assertThat(files.summary().complete() && limit > 0)
                        .as("complete: skip %d, limit %d", skip, limit)
                        .isEqualTo(limit > expected.size());
            }
        }
    }
}
