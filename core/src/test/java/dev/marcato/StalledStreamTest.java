// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.io.MarcInput;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream gives some blocks, and then nothing more for as long as the test lasts: nobody waits for it without need. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StalledStreamTest {
    private static final int UNIT = 1 << 16;

    private final PipedOutputStream producer = new PipedOutputStream();
    private MarcInput stalled;

    @BeforeEach
    void give() throws IOException {
        byte[] records = TestRecord.toFile(RecordGenerator.seeded(3).records(300));
        assertThat(records).hasSizeGreaterThan(4 * UNIT);
        PipedInputStream stream = new PipedInputStream(producer, records.length);
        producer.write(records);
        stalled = MarcInput.of(stream, "stalled");
    }

    @AfterEach
    void end() throws IOException {
        producer.close();
    }

    private MarcFiles.Builder files(int threads) {
        return MarcFiles.builder().threads(threads).unitBytes(UNIT);
    }

    /** As long as a unit takes where it is not free, so that others wait for the stream meanwhile. */
    private static List<MarcRecord> slowly(List<MarcRecord> records) {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(records);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aLimitEndsThePass(int threads) {
        List<MarcRecord> taken = new ArrayList<>();

        files(threads).limit(5).of(List.of(stalled)).forEachBlock(StalledStreamTest::slowly, taken::addAll);

        assertThat(taken).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aConsumerThatFailsEndsThePass(int threads) {
        MarcFiles files = files(threads).of(List.of(stalled));

        assertThatThrownBy(() -> files.forEachBlock(StalledStreamTest::slowly, taken -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aFunctionThatFailsEndsThePass(int threads) {
        MarcFiles files = files(threads).of(List.of(stalled));

        assertThatThrownBy(() -> files.forEachBlock(
                        records -> {
                            slowly(records);
                            throw new IllegalStateException("no");
                        },
                        made -> {}))
                .hasMessage("no");
    }
}
