// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.internal.gzip.GzipStream;
import dev.marcato.io.Compressions;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.Feeding;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.ShortReads;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** gzip in blocks: inflated on any number of threads with the same answers, and written so that anybody reads it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BgzfTest {
    @TempDir
    Path folder;

    private final byte[] content = TestRecord.toFile(RecordGenerator.seeded(11).records(300));

    @ParameterizedTest
    @ValueSource(ints = {100, 5_000, 0xFF00})
    void soundBlocksHaveNothingToReport(int block) throws IOException {
        byte[] compressed = Gzip.blocks(content, block);
        Reading plain = ParallelReading.sequential(ErrorPolicy.STRICT, content);
        for (Feeding feeding : Feeding.plain()) {
            Reading reading = Reading.under(ErrorPolicy.STRICT)
                    .inspecting()
                    .fedBy(feeding)
                    .of(compressed, content);
            plain.assertSame(reading, feeding + ", blocks of " + block);
        }
        Path file = Files.write(folder.resolve("records.gz"), compressed);
        for (int threads : new int[] {1, 2, 3, 8, 64}) {
            for (int unit : new int[] {700, 64 << 10, 1 << 20}) {
                ParallelReading parallel = new ParallelReading(threads, unit);
                parallel.assertSame(plain, MarcInput.of(file, ""));
                parallel.assertSame(plain, MarcInput.of(new ByteArrayInputStream(compressed), ""));
            }
        }
    }

    @Test
    void aBrokenBlockCostsNoOther() throws IOException {
        byte[] compressed = Gzip.blocks(content, 5_000);
        // Behind the first two blocks, in the data of the third one.
        int third = blockEnd(compressed, blockEnd(compressed, 0));
        Arrays.fill(compressed, third + 200, third + 260, (byte) 0x55);
        Reading reading = Reading.under(ErrorPolicy.REPAIR).of(compressed, inflated(compressed));

        assertThat(reading.diagnostics(DiagnosticCode.COMPRESSED_STREAM_CORRUPT))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("compressed byte " + third));
        List<MarcRecord> all = Reading.of(content).records();
        List<MarcRecord> behind =
                all.stream().filter(each -> each.sourceOffset() >= 15_000).toList();
        assertThat(reading.records()).containsAll(behind);
        assertThat(reading.records().get(0)).isEqualTo(all.get(0));
    }

    /** Whatever is wrong with it: the sequential reader and all others see the same. */
    @ParameterizedTest
    @EnumSource(ErrorPolicy.class)
    void brokenBlocksAreTheSameForAll(ErrorPolicy policy) throws IOException {
        for (int seed = 0; seed < 150; seed++) {
            byte[] compressed = broken(seed);
            byte[] inflated = inflated(compressed);
            Reading sequential = Reading.under(policy).inspecting().of(compressed, inflated);
            Dice dice = Dice.of(seed);
            ParallelReading parallel =
                    new ParallelReading(1 + dice.below(8), 1 + dice.below(dice.below(2) == 0 ? 3_000 : 300_000));
            String what = "seed " + seed;
            parallel.assertSame(sequential, MarcInput.of(new ByteArrayInputStream(compressed), ""), what);
            parallel.assertSame(sequential, MarcInput.of(ShortReads.ofSize(compressed, 1 + dice.below(400)), ""), what);
        }
    }

    /** Some blocks, and other members between and behind them, in which something is changed or missing. */
    private byte[] broken(int seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < content.length) {
            int end = Math.min(content.length, at + 1 + random.nextInt(60_000));
            byte[] part = Arrays.copyOfRange(content, at, end);
            byte[] compressed = random.nextInt(4) == 0 ? Gzip.of(part) : Gzip.blocks(part, 1 + random.nextInt(9_000));
            if (random.nextInt(3) == 0) {
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    compressed[random.nextInt(compressed.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            out.writeBytes(random.nextInt(12) == 0 ? Arrays.copyOf(compressed, compressed.length / 2) : compressed);
            at = end;
        }
        return out.toByteArray();
    }

    @Test
    void aBlockThatLiesAboutItsLengthIsNotBelieved() {
        byte[] compressed = Gzip.blocks(content, 5_000);
        int end = blockEnd(compressed, 0);
        Arrays.fill(compressed, end - 4, end, (byte) 0);
        Reading reading = Reading.under(ErrorPolicy.REPAIR).inspecting().of(compressed, content);

        assertThat(reading.codes()).contains(DiagnosticCode.COMPRESSED_STREAM_CORRUPT);
        assertThat(reading.records()).hasSize(300);
        new ParallelReading(3, 1 << 20).assertSame(reading, MarcInput.of(new ByteArrayInputStream(compressed), ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void whatIsWrittenAnyGzipReads(int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer =
                        MarcWriter.builder().gzip(true).threads(threads).open(out);
                MarcReader reader = MarcReader.of(content)) {
            int count = 0;
            for (MarcRecord record : reader) {
                writer.write(record);
                if (count++ % 100 == 50) {
                    writer.flush();
                }
            }
        }
        byte[] compressed = out.toByteArray();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
                .isEqualTo(content);
        assertThat(blockEnd(compressed, 0)).isPositive();
        assertThat(Arrays.copyOfRange(compressed, compressed.length - 28, compressed.length))
                .isEqualTo(Gzip.blocks(new byte[0], 1));
        Reading.under(ErrorPolicy.STRICT)
                .inspecting()
                .of(compressed, content)
                .assertSame(ParallelReading.sequential(ErrorPolicy.STRICT, content), "threads " + threads);
    }

    @Test
    void whatCannotBeCompressedFitsIntoBlocks() throws IOException {
        byte[] noise = new byte[1_000_000];
        new Random(3).nextBytes(noise);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressing = Compressions.gzip().compress(out, 2)) {
            compressing.write(noise);
        }
        assertThat(new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes())
                .isEqualTo(noise);
    }

    @Test
    void anOutputThatFailsFailsTheWriterAndIsClosed() {
        AtomicInteger closed = new AtomicInteger();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        MarcWriter writer = MarcWriter.builder().gzip(true).threads(2).open(full);
        assertThatThrownBy(() -> {
                    try (writer) {
                        for (MarcRecord record : Reading.of(content).records()) {
                            writer.write(record);
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
        assertThat(closed).hasValue(1);
    }

    /** With a block missing in the middle, an end mark would make it look whole. */
    @Test
    void anOutputThatFailedOnceIsNotEnded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean[] failed = new boolean[1];
        OutputStream compressing = Compressions.gzip()
                .compress(
                        new OutputStream() {
                            @Override
                            public void write(int b) {
                                out.write(b);
                            }

                            @Override
                            public void write(byte[] bytes, int from, int length) throws IOException {
                                if (!failed[0]) {
                                    failed[0] = true;
                                    throw new IOException("for once");
                                }
                                out.write(bytes, from, length);
                            }
                        },
                        2);
        assertThatThrownBy(() -> {
                    compressing.write(content);
                    compressing.flush();
                })
                .hasMessage("for once");
        assertThatThrownBy(compressing::flush).hasMessageContaining("failed before");
        assertThatCode(compressing::close).doesNotThrowAnyException();
        assertThat(out.size()).isZero();
    }

    /** What can be inflated, broken or not. */
    private static byte[] inflated(byte[] compressed) throws IOException {
        try (GzipStream in = new GzipStream(
                new ByteArrayInputStream(compressed), new ExpansionLimit(ReadLimits.DEFAULT), finding -> {})) {
            return in.readAllBytes();
        }
    }

    private static int blockEnd(byte[] compressed, int from) {
        return from + 1 + (compressed[from + 16] & 0xFF | (compressed[from + 17] & 0xFF) << 8);
    }
}
