// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.Streams;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import dev.marcato.testkit.WatchedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence about exceptions and closing in the documentation of {@link MarcReader}. */
class ReaderContractTest {
    private static final List<TestRecord> RECORDS = RecordGenerator.seeded(1).records(3);

    private final byte[] clean = TestRecord.toFile(RECORDS);
    private final int first = RECORDS.get(0).toIso2709().length;
    private final int second = RECORDS.get(1).toIso2709().length;

    @TempDir
    Path folder;

    /** A record, garbage, and the other records. */
    private byte[] damaged() {
        byte[] garbage = "garbage".repeat(10).getBytes(US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(clean, 0, first);
        file.writeBytes(garbage);
        file.write(clean, first, clean.length - first);
        return file.toByteArray();
    }

    @Nested
    class Opening {
        @Test
        void throwsIOExceptionWhenTheSourceCannotBeOpened() {
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(
                            () -> MarcReader.open(folder.resolve("missing.mrc")).close());
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> MarcReader.open(folder).close());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 100})
        void throwsIOExceptionWhenTheFirstBytesCannotBeRead(int count) {
            WatchedInputStream in = new WatchedInputStream(Streams.failingAt(clean, count));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> MarcReader.open(in).close())
                    .withMessageContaining("failed on purpose");
            assertThat(in.timesClosed()).isEqualTo(1);
        }

        @Test
        void throwsIOExceptionWhenTheOutputCannotBeOpened() throws IOException {
            Path file = Files.write(folder.resolve("file.mrc"), clean);
            WatchedInputStream in = new WatchedInputStream(new ByteArrayInputStream(clean));
            Path nowhere = folder.resolve("no such folder/rejects.bin");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> MarcReader.builder().rejectsTo(nowhere).open(file));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> MarcReader.builder().originalsTo(nowhere).open(in));
            assertThat(in.timesClosed()).isEqualTo(1);
        }

        @Test
        void readsWhatIsEmptyOrShortWithoutAnException() {
            assertThat(Reading.of(new byte[0]).records()).isEmpty();
            assertThat(Reading.of(new byte[0]).diagnostics()).isEmpty();
            assertThat(Reading.of(new byte[] {'0'}).rejects()).hasSize(1);
        }
    }

    @Nested
    class Iterating {
        /** Wherever reading fails, the records that were there are delivered before. */
        @Test
        void throwsUncheckedIOExceptionThatNamesSourceAndByte() throws IOException {
            for (int count = 512; count < clean.length; count += 97) {
                List<MarcRecord> records = new ArrayList<>();
                try (MarcReader reader =
                        MarcReader.builder().sourceName("vendor.mrc").open(Streams.failingAt(clean, count))) {
                    assertThatExceptionOfType(UncheckedIOException.class)
                            .isThrownBy(() -> reader.forEach(records::add))
                            .withMessageStartingWith("vendor.mrc: byte " + count + ": failed on purpose");
                    int whole = count >= first + second ? 2 : count >= first ? 1 : 0;
                    assertThat(records).as("records before byte %d", count).hasSize(whole);
                    assertThat(reader.summary().complete()).isFalse();
                    assertThat(reader.iterator().hasNext()).isFalse();
                }
            }
        }

        /** Also those that were read to find out what the source is. */
        @ParameterizedTest
        @ValueSource(ints = {512, 513, 600})
        void throwsItBehindTheRecordsAmongTheFirstBytes(int count) throws IOException {
            byte[] tiny = TestRecord.of("00000nam a2200000 i 4500", List.of(TestField.of("001", "1".repeat(40))))
                    .toIso2709();
            byte[] many = new byte[100 * tiny.length];
            for (int i = 0; i < many.length; i++) {
                many[i] = tiny[i % tiny.length];
            }
            List<MarcRecord> records = new ArrayList<>();
            try (MarcReader reader = MarcReader.open(Streams.failingAt(many, count))) {
                assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> reader.forEach(records::add));
                assertThat(records).hasSize(count / tiny.length);
            }
        }

        @Test
        void throwsUncheckedIOExceptionWhenTheCompressedSourceFails() throws IOException {
            byte[] compressed = Gzip.of(clean);
            int count = compressed.length - 20;
            try (MarcReader reader =
                    MarcReader.builder().sourceName("vendor.mrc.gz").open(Streams.failingAt(compressed, count))) {
                assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(() -> reader.forEach(record -> {}))
                        .withMessageContaining("vendor.mrc.gz")
                        .withMessageContaining("byte ");
                assertThat(reader.iterator().hasNext()).isFalse();
            }
        }

        @Test
        void throwsUncheckedIOExceptionWhenTheRejectsCannotBeWritten() throws IOException {
            OutputStream full = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("no space left");
                }
            };
            try (MarcReader reader = MarcReader.builder()
                    .sourceName("vendor.mrc")
                    .rejectsTo(full)
                    .of(damaged())) {
                Iterator<MarcRecord> records = reader.iterator();
                assertThat(records.next().number()).isEqualTo(1);
                assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(records::next)
                        .withMessageContaining("vendor.mrc")
                        .withMessageContaining("no space left");
                assertThat(records.hasNext()).isFalse();
            }
        }

        @Test
        void throwsMarcFormatExceptionUnderStrictAfterTheRecordsBefore() throws IOException {
            try (MarcReader reader = MarcReader.builder()
                    .onError(ErrorPolicy.STRICT)
                    .sourceName("vendor.mrc")
                    .of(damaged())) {
                Iterator<MarcRecord> records = reader.iterator();
                assertThat(records.next().number()).isEqualTo(1);
                assertThatExceptionOfType(MarcFormatException.class)
                        .isThrownBy(records::hasNext)
                        .withMessageContaining("vendor.mrc")
                        .withMessageContaining("byte " + first)
                        .satisfies(e -> assertThat(e.diagnostic().code()).isEqualTo(DiagnosticCode.BYTES_REJECTED));
                assertThat(records.hasNext()).isFalse();
                assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(records::next);
                assertThat(reader.summary().complete()).isFalse();
                assertThat(reader.summary().totalBytes()).isEqualTo(first);
            }
        }

        @Test
        void throwsNothingForDamageUnderTheOtherPolicies() {
            for (ErrorPolicy policy : List.of(ErrorPolicy.REPAIR, ErrorPolicy.SKIP)) {
                assertThat(Reading.under(policy).of(damaged()).records()).hasSize(3);
            }
        }

        @Test
        void letsPassWhatAListenerThrows() throws IOException {
            IllegalArgumentException mine = new IllegalArgumentException("mine");
            try (MarcReader reader = MarcReader.builder()
                    .listener(diagnostic -> {
                        throw mine;
                    })
                    .of(damaged())) {
                Iterator<MarcRecord> records = reader.iterator();
                records.next();
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(records::next)
                        .isSameAs(mine);
                assertThat(records.hasNext()).isFalse();
            }
        }

        @Test
        void goesOnWhereTheLastIteratorStopped() throws IOException {
            try (MarcReader reader = MarcReader.of(clean)) {
                assertThat(reader.iterator().next().number()).isEqualTo(1);
                assertThat(reader.iterator().next().number()).isEqualTo(2);
                assertThat(reader.stream().map(MarcRecord::number).toList()).containsExactly(3L);
                assertThat(reader.iterator().hasNext()).isFalse();
                assertThat(reader.summary().complete()).isTrue();
            }
        }
    }

    @Nested
    class Closing {
        private final WatchedInputStream in = new WatchedInputStream(new ByteArrayInputStream(clean));

        @Test
        void makesAskingForRecordsAnIllegalStateException() throws IOException {
            MarcReader fresh = MarcReader.of(clean);
            fresh.close();
            assertThatIllegalStateException().isThrownBy(() -> fresh.iterator().hasNext());
            assertThatIllegalStateException().isThrownBy(() -> fresh.iterator().next());
            assertThatIllegalStateException().isThrownBy(() -> fresh.stream().count());

            MarcReader looked = MarcReader.of(clean);
            assertThat(looked.iterator().hasNext()).isTrue();
            looked.close();
            assertThatIllegalStateException().isThrownBy(() -> looked.iterator().next());

            MarcReader read = MarcReader.of(clean);
            assertThat(read.stream().count()).isEqualTo(3);
            read.close();
            assertThatIllegalStateException().isThrownBy(() -> read.iterator().hasNext());
            assertThat(read.summary().complete()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void earlyIsFineAndClosesTheSourceOnce(boolean compressed) throws IOException {
            WatchedInputStream watched =
                    new WatchedInputStream(new ByteArrayInputStream(compressed ? Gzip.of(clean) : clean));
            MarcReader reader = MarcReader.open(watched);
            reader.iterator().next();
            reader.close();
            reader.close();
            assertThat(watched.timesClosed()).isEqualTo(1);
            assertThat(reader.summary().complete()).isFalse();
            assertThat(reader.summary().totalBytes()).isEqualTo(first);
        }

        @Test
        void theStreamClosesTheReader() throws IOException {
            MarcReader reader = MarcReader.open(in);
            try (Stream<MarcRecord> records = reader.stream()) {
                assertThat(records.findFirst()).isPresent();
                assertThat(in.timesClosed()).isZero();
            }
            assertThat(in.timesClosed()).isEqualTo(1);
            assertThatIllegalStateException().isThrownBy(() -> reader.iterator().hasNext());
        }

        @Test
        void theStreamReportsAFailureToCloseUnchecked() throws IOException {
            InputStream failing = new ByteArrayInputStream(clean) {
                @Override
                public void close() throws IOException {
                    throw new IOException("cannot close");
                }
            };
            Stream<MarcRecord> records = MarcReader.builder().sourceName("vendor.mrc").open(failing).stream();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(records::close)
                    .withMessageContaining("vendor.mrc")
                    .withMessageContaining("cannot close");
        }

        @Test
        void flushesGivenOutputsAndClosesThoseOpenedHere() throws IOException {
            List<String> done = new ArrayList<>();
            OutputStream given = new FilterOutputStream(OutputStream.nullOutputStream()) {
                @Override
                public void flush() {
                    done.add("flush");
                }

                @Override
                public void close() {
                    done.add("close");
                }
            };
            Path rejects = folder.resolve("lost.bin");
            try (MarcReader reader =
                    MarcReader.builder().originalsTo(given).rejectsTo(rejects).of(damaged())) {
                assertThat(reader).hasSize(3);
            }
            assertThat(done).containsExactly("flush");
            assertThat(rejects).hasContent("garbage".repeat(10));
        }

        @Test
        void closesEverythingEvenWhereOneThingFails() throws IOException {
            OutputStream full = new FilterOutputStream(OutputStream.nullOutputStream()) {
                @Override
                public void flush() throws IOException {
                    throw new IOException("no space left");
                }
            };
            Path originals = folder.resolve("originals.mrc");
            byte[] wrongLength = clean.clone();
            wrongLength[4]++;
            WatchedInputStream source = new WatchedInputStream(new ByteArrayInputStream(wrongLength));
            MarcReader reader =
                    MarcReader.builder().rejectsTo(full).originalsTo(originals).open(source);
            reader.forEach(record -> {});
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(reader::close)
                    .withMessageContaining("no space left");
            assertThat(source.timesClosed()).isEqualTo(1);
            assertThat(originals).hasBinaryContent(Arrays.copyOf(wrongLength, first));
        }
    }
}
