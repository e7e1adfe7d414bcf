// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.ShortReads;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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

    /** Ranges end anywhere then: in leaders, in directories, between terminators. */
    @Test
    void unitsOfEverySizeGiveTheSame() {
        byte[] bytes = Corrupter.seeded(SEED)
                .everyNth(RecordGenerator.seeded(SEED).records(6), 2, List.of(Fault.values()))
                .bytes();
        Reading sequential = ParallelReading.sequential(ErrorPolicy.REPAIR, bytes);
        for (int unit = 1; unit <= bytes.length + 1; unit += unit < 300 ? 1 : 37) {
            ParallelReading parallel = new ParallelReading(3, unit);
            parallel.assertSame(sequential, MarcInput.of(bytes, ""));
            parallel.assertSame(sequential, MarcInput.of(new ByteArrayInputStream(bytes), ""));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 64})
    void manyInputsOfEveryKindAreReadInTheirOrder(int threads) throws IOException {
        List<MarcInput> inputs = new ArrayList<>();
        List<MarcRecord> expected = new ArrayList<>();
        List<ReadSummary.Source> accounts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            byte[] bytes = i % 17 == 0
                    ? new byte[0]
                    : i % 5 == 0
                            ? Corrupter.seeded(i)
                                    .everyNth(RecordGenerator.seeded(i).records(40), 3, List.of(Fault.values()))
                                    .bytes()
                            : TestRecord.toFile(RecordGenerator.seeded(i).records(1 + i % 3));
            String name = "input " + i;
            Path file = Files.write(folder.resolve("f" + i), i % 7 == 3 ? Gzip.of(bytes) : bytes);
            inputs.add(i % 11 == 5 ? MarcInput.of(Files.newInputStream(file), name) : MarcInput.of(file, name));
            try (MarcReader reader = MarcReader.builder().sourceName(name).open(file)) {
                reader.forEach(expected::add);
                accounts.addAll(reader.summary().sources());
            }
        }
        List<MarcRecord> records = new ArrayList<>();
        MarcFiles files = new ParallelReading(threads, 9_000).builder().of(inputs);
        files.forEachBlock(List::copyOf, records::addAll);

        assertThat(records).isEqualTo(expected);
        assertThat(records)
                .extracting(MarcRecord::source, MarcRecord::number, MarcRecord::sourceOffset)
                .isEqualTo(expected.stream()
                        .map(each -> tuple(each.source(), each.number(), each.sourceOffset()))
                        .toList());
        assertThat(files.summary().sources()).isEqualTo(accounts);
    }

    /** A start behind it is known by the terminator before it, which may stand in a block far before. */
    @ParameterizedTest
    @ValueSource(ints = {0, ' '})
    void longFillerBetweenRecordsLosesNone(int filler) throws IOException {
        byte[] records = TestRecord.toFile(RecordGenerator.seeded(SEED).records(40));
        byte[] between = new byte[3 << 20];
        Arrays.fill(between, (byte) filler);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : List.of(records, between, records, Arrays.copyOf(between, 70_000), records)) {
            all.writeBytes(part);
        }
        byte[] bytes = all.toByteArray();
        Reading sequential = ParallelReading.sequential(ErrorPolicy.REPAIR, bytes);
        assertThat(sequential.records()).hasSize(120);
        // Blocks that end everywhere around the last record before the filler.
        for (int unit = records.length - 60; unit < records.length + 20; unit += 7) {
            for (int threads : new int[] {1, 2, 8}) {
                ParallelReading parallel = new ParallelReading(threads, unit);
                parallel.assertSame(sequential, MarcInput.of(bytes, ""));
                parallel.assertSame(sequential, MarcInput.of(new ByteArrayInputStream(bytes), ""));
                parallel.assertSame(sequential, MarcInput.of(Gzip.blocks(bytes, 0xFF00), ""));
            }
        }
    }

    @Test
    void directoriesAndPatternsStandForFiles() throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        int number = 0;
        for (String name : List.of("b.mrc", "a.mrc", "notes.txt", "deep/er/c.mrc.gz")) {
            byte[] one = TestRecord.toFile(RecordGenerator.seeded(number++).records(1));
            Files.write(folder.resolve(name), name.endsWith(".gz") ? Gzip.of(one) : one);
        }

        assertThat(sources(MarcFiles.of(folder))).containsExactly("a.mrc", "b.mrc");
        assertThat(sources(MarcFiles.builder().recursive(true).of(folder)))
                .containsExactly("a.mrc", "b.mrc", "deep/er/c.mrc.gz");
        assertThat(sources(MarcFiles.matching(folder + "/*.*", folder + "/b.mrc")))
                .containsExactly("a.mrc", "b.mrc", "notes.txt", "b.mrc");
        assertThatThrownBy(() -> sources(MarcFiles.matching(folder + "/*.xml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no file matches");
    }

    private List<String> sources(MarcFiles files) {
        files.forEachBlock(List::copyOf, records -> {});
        return files.summary().sources().stream()
                .map(source -> folder.relativize(Path.of(source.name())).toString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void whatIsWrittenIsTheSame(int threads) throws IOException {
        byte[] bytes = damaged();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        try (MarcReader reader = MarcReader.of(bytes);
                MarcWriter writer =
                        MarcWriter.builder().oversize(OversizePolicy.OVERFLOW).open(expected)) {
            for (MarcRecord record : reader) {
                if (record.size() % 2 == 0) {
                    writer.write(record);
                }
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ParallelReading(threads, 5_000)
                .builder()
                .of(List.of(MarcInput.of(bytes, "a")))
                .writeTo(
                        MarcWriter.builder().oversize(OversizePolicy.OVERFLOW).open(out),
                        record -> record.size() % 2 == 0 ? record : null);

        assertThat(out.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void aFailingOutputIsAnIoException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        MarcFiles files = new ParallelReading(2, 5_000).builder().of(List.of(MarcInput.of(damaged(), "a")));

        assertThatThrownBy(() -> files.writeTo(MarcWriter.to(full), record -> record))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }
}
