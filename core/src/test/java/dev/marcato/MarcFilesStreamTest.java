// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.RecordGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records as a stream of the JDK's, split by ranges. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MarcFilesStreamTest {
    private static final int SEED = 11;

    private final byte[] bytes = Corrupter.seeded(SEED)
            .everyNth(RecordGenerator.seeded(SEED).records(300), 5, List.of(Fault.values()))
            .bytes();

    private List<MarcInput> inputs() {
        return List.of(
                MarcInput.of(bytes, "a"),
                MarcInput.of(Gzip.of(bytes), "b"),
                MarcInput.of(new byte[0], "c"),
                MarcInput.of(new ByteArrayInputStream(bytes), "d"),
                MarcInput.of(bytes, "e"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesWhatTheSequentialReaderGives(boolean parallel) {
        for (int unit : new int[] {300, 2_000, 50_000, 1 << 20}) {
            List<Diagnostic> diagnostics = new ArrayList<>();
            ByteArrayOutputStream rejects = new ByteArrayOutputStream();
            MarcFiles files = MarcFiles.builder()
                    .unitBytes(unit)
                    .inspect(true)
                    .listener(diagnostics::add)
                    .rejectsTo(rejects)
                    .of(inputs());
            List<MarcRecord> records;
            try (Stream<MarcRecord> stream = parallel ? files.stream().parallel() : files.stream()) {
                records = stream.toList();
            }
            List<MarcRecord> expected = new ArrayList<>();
            List<Diagnostic> expectedDiagnostics = new ArrayList<>();
            ByteArrayOutputStream expectedRejects = new ByteArrayOutputStream();
            MarcFiles sequential = MarcFiles.builder()
                    .threads(1)
                    .inspect(true)
                    .listener(expectedDiagnostics::add)
                    .rejectsTo(expectedRejects)
                    .of(inputs());
            sequential.forEachBlock(List::copyOf, expected::addAll);

            assertThat(records).as("unit %d", unit).isEqualTo(expected);
            assertThat(records)
                    .extracting(MarcRecord::sourceOffset)
                    .isEqualTo(expected.stream().map(MarcRecord::sourceOffset).toList());
            assertThat(diagnostics).as("unit %d", unit).isEqualTo(expectedDiagnostics);
            assertThat(rejects.toByteArray()).isEqualTo(expectedRejects.toByteArray());
            assertThat(files.summary()).isEqualTo(sequential.summary());
        }
    }

    @Test
    void splitsIntoPrefixesThatTogetherHoldEverythingOnce() {
        MarcFiles files = MarcFiles.builder().unitBytes(700).of(inputs());
        List<MarcRecord> records = new ArrayList<>();
        try (Stream<MarcRecord> stream = files.stream()) {
            int leaves = take(stream.spliterator(), records);
            assertThat(leaves).isGreaterThan(100);
        }
        List<MarcRecord> expected = new ArrayList<>();
        MarcFiles.builder().of(inputs()).forEachBlock(List::copyOf, expected::addAll);
        assertThat(records).isEqualTo(expected);
    }

    private static int take(Spliterator<MarcRecord> rest, List<MarcRecord> records) {
        Spliterator<MarcRecord> before = rest.trySplit();
        if (before == null) {
            rest.forEachRemaining(records::add);
            return 1;
        }
        return take(before, records) + take(rest, records);
    }

    @Test
    void stopsEarlyWithoutPretendingToBeComplete() {
        MarcFiles files = MarcFiles.builder().of(inputs());
        try (Stream<MarcRecord> stream = files.stream()) {
            assertThat(stream.limit(5)).hasSize(5);
        }
        assertThat(files.summary().sources()).isEmpty();
        try (Stream<MarcRecord> stream = MarcFiles.builder().of(List.of(MarcInput.of(bytes, "a"))).stream()) {
            assertThat(stream.parallel().anyMatch(record -> record.size() > 0)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failuresReachTheCaller(boolean parallel) {
        assertThatThrownBy(() ->
                        count(MarcFiles.builder().onError(ErrorPolicy.STRICT).of(inputs()), parallel))
                .isInstanceOf(MarcFormatException.class);
        assertThatThrownBy(() -> count(MarcFiles.of(Path.of("missing.mrc")), parallel))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.mrc");
        assertThatThrownBy(() -> {
                    try (Stream<MarcRecord> stream = MarcFiles.builder().of(inputs()).stream()) {
                        (parallel ? stream.parallel() : stream).forEach(record -> {
                            throw new IllegalStateException("boom");
                        });
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("boom");
    }

    private static long count(MarcFiles files, boolean parallel) {
        try (Stream<MarcRecord> stream = files.stream()) {
            return (parallel ? stream.parallel() : stream)
                    .map(MarcRecord::size)
                    .filter(size -> size >= 0)
                    .count();
        }
    }
}
