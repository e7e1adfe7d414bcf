// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.zstd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.Compression;
import dev.marcato.io.Compressions;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.Finding;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Archives;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.ShortReads;
import dev.marcato.testkit.Streams;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zstandard is read and written as gzip is: what is wrong is reported, and what came out until there is read. */
class ZstdTest {
    private static final byte[] CONTENT = content();
    private static final Compression ZSTD = new ZstdCompression();

    @TempDir
    Path folder;

    private static byte[] content() {
        return TestRecord.toFile(RecordGenerator.seeded(7).records(1500));
    }

    private record Decompressed(byte[] bytes, List<DiagnosticCode> codes, List<Long> offsets) {
        static Decompressed of(InputStream in) throws IOException {
            return of(in, ReadLimits.DEFAULT);
        }

        static Decompressed of(InputStream in, ReadLimits limits) throws IOException {
            List<Finding> findings = new ArrayList<>();
            try (InputStream stream = ZSTD.decompress(in, new ExpansionLimit(limits), findings::add)) {
                return new Decompressed(
                        stream.readAllBytes(),
                        findings.stream().map(Finding::code).toList(),
                        findings.stream().map(Finding::byteOffset).toList());
            }
        }

        static Decompressed of(byte[] stored) throws IOException {
            Decompressed decompressed = of(new ByteArrayInputStream(stored));
            Decompressed arriving = of(ShortReads.seeded(stored, 3));
            assertThat(arriving.bytes).isEqualTo(decompressed.bytes);
            assertThat(arriving.codes).isEqualTo(decompressed.codes);
            assertThat(arriving.offsets).isEqualTo(decompressed.offsets);
            return decompressed;
        }
    }

    private static byte[] compressed(byte[] content, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressing = ZSTD.compress(out, threads)) {
            compressing.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void itIsFoundByContentAndByName() throws IOException {
        assertThat(Compressions.of(compressed(CONTENT, 1)))
                .map(Compression::name)
                .contains("zstd");
        assertThat(Compressions.ofFileName("out.xml.ZST"))
                .map(Compression::name)
                .contains("zstd");
        assertThat(Compressions.ofFileName("zst")).isEmpty();
        assertThat(Compressions.withoutSuffix("out.xml.zst")).isEqualTo("out.xml");
    }

    @Test
    void whatIsWrittenIsTheSameForAnyNumberOfThreadsAndReadByTheLibrary() throws IOException {
        byte[] one = compressed(CONTENT, 1);
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(compressed(CONTENT, threads)).isEqualTo(one);
        }
        assertThat(Zstd.decompress(one, CONTENT.length)).isEqualTo(CONTENT);
        assertThat(Decompressed.of(one).bytes).isEqualTo(CONTENT);
        assertThat(Zstd.decompress(compressed(new byte[0], 1), 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 1, 3, 19})
    void whatTheLibraryWritesIsRead(int level) throws IOException {
        for (byte[] content : List.of(CONTENT, new byte[0], new byte[1], new byte[300_000], noise(400_000))) {
            Decompressed decompressed = Decompressed.of(Zstd.compress(content, level));
            assertThat(decompressed.bytes).isEqualTo(content);
            assertThat(decompressed.codes).isEmpty();
        }
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(5).nextBytes(noise);
        return noise;
    }

    @Test
    void framesFollowOneAnotherAndSomeAreSkipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3});
        out.writeBytes(Zstd.compress("one".getBytes()));
        out.writeBytes(new byte[] {0x50, 0x2A, 0x4D, 0x18, 0, 0, 0, 0});
        out.writeBytes(Zstd.compress("two".getBytes()));
        Decompressed decompressed = Decompressed.of(out.toByteArray());
        assertThat(new String(decompressed.bytes)).isEqualTo("onetwo");
        assertThat(decompressed.codes).isEmpty();

        out.writeBytes("behind".getBytes());
        Decompressed more = Decompressed.of(out.toByteArray());
        assertThat(new String(more.bytes)).isEqualTo("onetwo");
        assertThat(more.codes).containsExactly(DiagnosticCode.BYTES_AFTER_COMPRESSED_STREAM);
        assertThat(more.offsets).containsExactly(6L);
    }

    @Test
    void everyTruncationIsToldAndWhatCameBeforeIsRead() throws IOException {
        byte[] content = Arrays.copyOf(CONTENT, 3_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(compressed(content, 1));
        int frame = out.size();
        out.writeBytes(compressed(content, 1));
        byte[] stored = out.toByteArray();
        // Each output ends with an empty frame.
        List<Integer> ends = new ArrayList<>();
        for (int end = 0; end < stored.length; ) {
            end += (int) Zstd.findFrameCompressedSize(Arrays.copyOfRange(stored, end, stored.length));
            ends.add(end);
        }
        for (int length = 1; length < stored.length; length++) {
            Decompressed decompressed = Decompressed.of(Arrays.copyOf(stored, length));
            int whole = length < frame ? 0 : content.length;
            assertThat(decompressed.bytes.length).as("cut at " + length).isGreaterThanOrEqualTo(whole);
            assertThat(decompressed.codes)
                    .as("cut at " + length)
                    .isEqualTo(ends.contains(length) ? List.of() : List.of(DiagnosticCode.COMPRESSED_STREAM_TRUNCATED));
        }
    }

    @Test
    void blocksBeforeABrokenOneAreRead() throws IOException {
        byte[] stored = compressed(CONTENT, 1);
        byte[] cut = Arrays.copyOf(stored, stored.length / 2);
        Decompressed truncated = Decompressed.of(cut);
        assertThat(truncated.bytes.length).isGreaterThan(CONTENT.length / 3);
        assertThat(truncated.bytes).isEqualTo(Arrays.copyOf(CONTENT, truncated.bytes.length));
        stored[stored.length / 2] ^= 0x55;
        Decompressed corrupt = Decompressed.of(stored);
        assertThat(corrupt.codes).contains(DiagnosticCode.COMPRESSED_STREAM_CORRUPT);
        assertThat(corrupt.bytes.length).isGreaterThan(CONTENT.length / 3);
    }

    @Test
    void aWrongChecksumIsToldAndTheNextFrameRead() throws IOException {
        byte[] stored = compressed(CONTENT, 1);
        byte[] first = Arrays.copyOf(stored, (int) Zstd.findFrameCompressedSize(stored));
        stored[first.length - 1] ^= 1;
        Decompressed decompressed = Decompressed.of(stored);
        assertThat(decompressed.codes).containsExactly(DiagnosticCode.COMPRESSED_STREAM_CORRUPT);
        assertThat(decompressed.offsets).containsExactly(1L << 20);
        assertThat(decompressed.bytes).isEqualTo(CONTENT);
    }

    @Test
    void mutationsNeverThrow() throws IOException {
        byte[] stored = compressed(Arrays.copyOf(CONTENT, 200_000), 1);
        for (long seed = 1; seed <= 500; seed++) {
            Random dice = new Random(seed);
            byte[] mutated = stored.clone();
            for (int i = dice.nextInt(3); i >= 0; i--) {
                mutated[dice.nextInt(dice.nextBoolean() ? 20 : mutated.length)] = (byte) dice.nextInt(256);
            }
            Decompressed decompressed = Decompressed.of(mutated);
            assertThat(decompressed.bytes.length).as("seed " + seed).isLessThan(1 << 24);
        }
    }

    @Test
    void aBombEndsWithItsRatio() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] frame = Zstd.compress(new byte[16 << 20]);
        for (int i = 0; i < 100; i++) {
            bomb.writeBytes(frame);
        }
        List<Diagnostic> found = new ArrayList<>();
        try (MarcReader reader = MarcReader.builder().listener(found::add).of(bomb.toByteArray())) {
            reader.forEach(record -> {});
            assertThat(reader.summary().totalBytes()).isBetween(512L << 20, 513L << 20);
        }
        assertThat(found).extracting(Diagnostic::code).contains(DiagnosticCode.EXPANSION_LIMIT_REACHED);
        ReadLimits low = ReadLimits.DEFAULT.withExpansion(100, 1 << 20);
        Decompressed fast = Decompressed.of(new ByteArrayInputStream(bomb.toByteArray()), low);
        Decompressed slow = Decompressed.of(ShortReads.ofSize(bomb.toByteArray(), 3), low);
        assertThat(slow.bytes.length).isEqualTo(fast.bytes.length).isLessThan(2 << 20);
    }

    @Test
    void recordsAreTheSameForAnyNumberOfThreads() throws IOException {
        Path file = folder.resolve("out.mrc.zst");
        try (MarcWriter writer = MarcWriter.create(file);
                MarcReader reader = MarcReader.of(CONTENT)) {
            for (MarcRecord record : reader) {
                writer.write(record);
            }
        }
        byte[] stored = Files.readAllBytes(file);
        assertThat(Decompressed.of(stored).bytes).isEqualTo(CONTENT);
        byte[] broken = stored.clone();
        broken[broken.length / 3] ^= 0x11;
        byte[] tar = compressed(Archives.tar(Map.of("a.mrc", CONTENT)), 1);
        for (byte[] each : List.of(stored, broken, tar)) {
            String first = null;
            for (int threads = 1; threads <= 4; threads++) {
                String read = read(each, threads);
                assertThat(first == null ? read : first).isEqualTo(read);
                first = read;
            }
        }
        assertThat(read(tar, 2)).contains("x!/a.mrc");
    }

    private static String read(byte[] stored, int threads) {
        List<Object> all = new ArrayList<>();
        MarcFiles files = MarcFiles.builder()
                .threads(threads)
                .unitBytes(50_000)
                .listener(all::add)
                .of(List.of(MarcInput.of(stored, "x")));
        files.forEachBlock(List::copyOf, block -> block.forEach(record -> all.add(record.hashCode())));
        ReadSummary summary = files.summary();
        return all.size() + " " + all.hashCode() + " " + summary + " " + summary.sources();
    }

    @Test
    void whatTheInputThrowsIsThrown() throws IOException {
        byte[] stored = compressed(CONTENT, 1);
        assertThatThrownBy(() -> Decompressed.of(Streams.failingAt(stored, stored.length / 2)))
                .isInstanceOf(IOException.class);
    }
}
