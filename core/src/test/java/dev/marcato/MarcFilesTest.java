// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.ShortReads;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any number of threads gives what the sequential reader gives. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MarcFilesTest {
    private static final int SEED = 7;
    private static final int[] THREADS = {1, 2, 3, 8, 64};

    @TempDir
    Path folder;

    private static byte[] damaged() {
        return Corrupter.seeded(SEED)
                .everyNth(RecordGenerator.seeded(SEED).records(400), 5, List.of(Fault.values()))
                .bytes();
    }

    @ParameterizedTest
    @EnumSource(ErrorPolicy.class)
    void filesStreamsAndArraysGiveWhatTheSequentialReaderGives(ErrorPolicy policy) throws IOException {
        for (byte[] bytes : List.of(
                damaged(), TestRecord.toFile(RecordGenerator.seeded(SEED).records(300)), new byte[0], new byte[] {'x'
                })) {
            Reading sequential = ParallelReading.sequential(policy, bytes);
            Path file = Files.write(folder.resolve("records.mrc"), bytes);
            for (int threads : THREADS) {
                for (int unit : new int[] {700, 5_000, 64 << 10, 1 << 20}) {
                    ParallelReading parallel = new ParallelReading(threads, unit);
                    parallel.assertSame(sequential, MarcInput.of(file, ""));
                    parallel.assertSame(sequential, MarcInput.of(bytes, ""));
                    parallel.assertSame(sequential, MarcInput.of(new ByteArrayInputStream(bytes), ""));
                    parallel.assertSame(sequential, MarcInput.of(ShortReads.ofSize(bytes, 333), ""));
                    parallel.assertSame(sequential, MarcInput.of(Gzip.of(bytes), ""));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 64})
    void everyRecordIsCollectedOnce(int threads) {
        byte[] bytes = damaged();
        long expected = ParallelReading.sequential(ErrorPolicy.REPAIR, bytes).records().stream()
                .mapToLong(MarcRecord::sourceOffset)
                .sum();
        long[] sum = new ParallelReading(threads, 4_000)
                .builder()
                .of(List.of(MarcInput.of(bytes, "a"), MarcInput.of(bytes, "b")))
                .collect(() -> new long[1], (all, record) -> all[0] += record.sourceOffset(), (a, b) -> a[0] += b[0]);

        assertThat(sum[0]).isEqualTo(2 * expected);
    }
}
