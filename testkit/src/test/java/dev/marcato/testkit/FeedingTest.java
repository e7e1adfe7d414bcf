// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedingTest {
    private static final byte[] FILE =
            TestRecord.toFile(RecordGenerator.seeded(51).records(20));

    static List<Feeding> plain() {
        return Feeding.plain();
    }

    static List<Feeding> gzip() {
        return Feeding.gzip();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void plainFeedingsGiveTheBytes(Feeding feeding) throws IOException {
        assertThat(feeding.open(FILE).readAllBytes()).isEqualTo(FILE);
        assertThat(feeding.open(new byte[0]).read(new byte[10], 0, 10)).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("gzip")
    void gzipFeedingsGiveTheBytes(Feeding feeding) throws IOException {
        byte[] compressed = feeding.open(FILE).readAllBytes();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
                .isEqualTo(FILE);
    }

    @Test
    void allAreBoth() {
        assertThat(Feeding.all())
                .hasSize(Feeding.plain().size() + Feeding.gzip().size())
                .doesNotHaveDuplicates();
    }

    @Test
    void blocksAreNeverLarger() throws IOException {
        InputStream in = ShortReads.ofSize(FILE, 7);

        assertThat(in.read(new byte[100], 0, 100)).isEqualTo(7);
        assertThat(in.read(new byte[100], 0, 3)).isEqualTo(3);
        assertThat(in.read(new byte[100], 0, 0)).isZero();
        assertThat(in.skip(20)).isEqualTo(7);
    }

    @Test
    void nothingIsEverAvailable() throws IOException {
        assertThat(ShortReads.unavailable(new ByteArrayInputStream(FILE)).available())
                .isZero();
        assertThat(ShortReads.ofSize(FILE, 7).available()).isEqualTo(FILE.length);
    }

    @Test
    void failsAtTheByteAndAgain() throws IOException {
        InputStream in = Streams.failingAt(FILE, 100);

        assertThat(in.readNBytes(100)).isEqualTo(Arrays.copyOf(FILE, 100));
        assertThatIOException().isThrownBy(in::read).withMessageContaining("byte 100");
        assertThatIOException().isThrownBy(() -> in.read(new byte[10]));
    }

    @Test
    void endlessStreamsEndAtTheirLength() throws IOException {
        InputStream in = Streams.endless((byte) 0x1D, 1_000_003);

        assertThat(in.read()).isEqualTo(0x1D);
        assertThat(in.readAllBytes()).hasSize(1_000_002).containsOnly(0x1D);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[5])).isEqualTo(-1);
    }

    @Test
    void aPatternGoesOnAcrossReads() throws IOException {
        InputStream in = ShortReads.unavailable(Streams.repeating(new byte[] {1, 2, 3}, 200_000));
        byte[] all = in.readAllBytes();

        assertThat(all).hasSize(200_000);
        for (int i = 0; i < all.length; i++) {
            assertThat(all[i]).isEqualTo((byte) (i % 3 + 1));
        }
    }

    @Test
    void brokenGzipIsBroken() {
        assertThatIOException().isThrownBy(() -> unzip(Gzip.truncated(FILE, 4)));
        assertThatIOException().isThrownBy(() -> unzip(Gzip.truncated(FILE, 500)));
        assertThatIOException().isThrownBy(() -> unzip(Gzip.withWrongChecksum(FILE)));
        assertThat(Gzip.corrupt(FILE, 1)).isNotEqualTo(Gzip.of(FILE)).isEqualTo(Gzip.corrupt(FILE, 1));
        assertThat(Gzip.withGarbageAfter(FILE, (byte) 1, (byte) 2))
                .startsWith(Gzip.of(FILE))
                .endsWith(1, 2);
    }

    private static byte[] unzip(byte[] compressed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
    }

    @Test
    void aWatchedStreamCounts() throws IOException {
        WatchedInputStream in = new WatchedInputStream(new ByteArrayInputStream(FILE));
        in.read();
        in.read(new byte[9]);
        in.skip(10);
        in.close();

        assertThat(in.bytesRead()).isEqualTo(20);
        assertThat(in.timesClosed()).isEqualTo(1);
    }
}
