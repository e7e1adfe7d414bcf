// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.formats.Cut;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.MarcInput;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.StartScanner;
import dev.marcato.testkit.ShortReads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a format makes of a document, in every way that it can be fed with it and cut; all must be the same. */
public final class LineCuts {
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

    private LineCuts() {}

    /** The pieces of a whole document, which must tile it. */
    public static List<Cut> whole(Format format, byte[] bytes) {
        List<Cut> cuts = range(format, bytes, FileRange.WHOLE);
        Cut.assertSound(cuts, bytes.length);
        assertThat(cuts)
                .filteredOn(cut -> cut.kind() == Kind.FILLER)
                .allSatisfy(cut -> assertThat(cut.findings()).as("%s", cut).isEmpty());
        return cuts;
    }

    /** The records of a document. */
    public static List<MarcRecord> records(Format format, byte[] bytes) {
        return Cut.records(whole(format, bytes));
    }

    /** Asserts that array, stream, ranges, and all threads together give the same. */
    public static void assertSameInEveryWay(Format format, byte[] bytes) {
        assertCutTheSame(format, bytes);
        assertSameOnAllThreads(format, bytes);
    }

    /** Asserts that array, stream, and ranges give the same. */
    public static void assertCutTheSame(Format format, byte[] bytes) {
        List<Cut> whole = whole(format, bytes);
        for (int size : List.of(1, 7, 64)) {
            ReadLimits limits = LIMITS.withBlockBytes(Math.max(64, size));
            assertThat(Cut.all(format.cutter(ShortReads.ofSize(bytes, size), FileRange.WHOLE, settings(limits))))
                    .as("blocks of %d", size)
                    .isEqualTo(whole);
        }
        int[] places = places(format, bytes);
        for (int place : places) {
            assertTogether(format, bytes, whole, place);
        }
        Random random = new Random(bytes.length);
        for (int round = 0; round < 20 && places.length > 0; round++) {
            int[] cuts = random.ints(1 + round, 0, places.length)
                    .map(i -> places[i])
                    .sorted()
                    .toArray();
            assertTogether(format, bytes, whole, cuts);
        }
    }

    /** Where the document may be cut: anywhere, or where a scanner says that records start. */
    private static int[] places(Format format, byte[] bytes) {
        StartScanner scanner = format.startScanner();
        if (scanner == null) {
            return java.util.stream.IntStream.rangeClosed(0, bytes.length).toArray();
        }
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (int start = scanner.next(bytes, from, bytes.length, true);
                start != StartScanner.NONE;
                start = scanner.next(bytes, from, bytes.length, true)) {
            starts.add(start);
            from = scanner.passed();
        }
        return starts.stream().mapToInt(i -> i).toArray();
    }

    private static void assertTogether(Format format, byte[] bytes, List<Cut> whole, int... cuts) {
        List<Cut> together = new ArrayList<>();
        long start = 0;
        for (int i = 0; i <= cuts.length; i++) {
            FileRange range = new FileRange(start, i < cuts.length ? cuts[i] : Long.MAX_VALUE);
            together.addAll(i % 2 == 0 ? streamed(format, bytes, range) : range(format, bytes, range));
            start = range.end();
        }
        if (!together.equals(whole)) {
            assertThat(together).as("cut at %s", Arrays.toString(cuts)).isEqualTo(whole);
        }
    }

    private static List<Cut> range(Format format, byte[] bytes, FileRange range) {
        return Cut.all(format.cutter(bytes, range, settings(LIMITS)));
    }

    private static List<Cut> streamed(Format format, byte[] bytes, FileRange range) {
        int first = (int) Math.min(bytes.length, format.firstByteFor(range));
        return Cut.all(format.cutter(
                new ByteArrayInputStream(bytes, first, bytes.length - first),
                range,
                settings(LIMITS.withBlockBytes(64))));
    }

    private static CutSettings settings(ReadLimits limits) {
        return new CutSettings("test", limits, null, null);
    }

    /** Asserts that {@link MarcFiles}, on any number of threads and in small units, gives what {@link MarcReader} does. */
    public static void assertSameOnAllThreads(Format format, byte[] bytes) {
        List<Diagnostic> heard = new ArrayList<>();
        List<MarcRecord> records = new ArrayList<>();
        MarcReader reader =
                MarcReader.builder().format(format).listener(heard::add).of(bytes);
        reader.forEach(records::add);
        ReadSummary summary = reader.summary();
        assertThat(summary.recordBytes() + summary.fillerBytes() + summary.rejectedBytes())
                .isEqualTo(bytes.length);
        for (int threads = 1; threads <= 4; threads++) {
            List<Diagnostic> heardInParallel = new ArrayList<>();
            List<MarcRecord> recordsInParallel = new ArrayList<>();
            MarcFiles files = MarcFiles.builder()
                    .format(format)
                    .threads(threads)
                    .unitBytes(4096)
                    .listener(heardInParallel::add)
                    .of(List.of(
                            threads % 2 == 0
                                    ? MarcInput.of(bytes, "")
                                    : MarcInput.of(new ByteArrayInputStream(bytes), "")));
            files.forEachBlock(List::copyOf, recordsInParallel::addAll);
            assertThat(recordsInParallel).as("records on %d threads", threads).isEqualTo(records);
            assertThat(heardInParallel).as("diagnostics on %d threads", threads).isEqualTo(heard);
            assertThat(files.summary().rejectedBytes()).isEqualTo(summary.rejectedBytes());
        }
    }

    /** A document of records, what was said while it was written, and the records that the format cannot hold. */
    public record Document(byte[] bytes, List<Diagnostic> diagnostics, List<MarcRecord> refused) {
        public String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Writes records. */
    public static Document written(Format format, List<MarcRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Diagnostic> heard = new ArrayList<>();
        List<MarcRecord> refused = new ArrayList<>();
        try (MarcWriter writer =
                MarcWriter.builder().format(format).listener(heard::add).open(out)) {
            for (MarcRecord record : records) {
                try {
                    writer.write(record);
                } catch (MarcFormatException e) {
                    assertThat(e.diagnostic().code()).isEqualTo(DiagnosticCode.RECORD_NOT_REPRESENTABLE);
                    refused.add(record);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Document(out.toByteArray(), heard, refused);
    }
}
