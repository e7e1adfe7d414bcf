// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.OversizePolicy;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.MarcInput;
import dev.marcato.io.Piece;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.StartScanner;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.ShortReads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What came out of a source in a format other than ISO 2709, read to its end; and the assertion that it comes out the same
 * however it is read: as an array, as a stream, in ranges, on several threads.
 *
 * @param records all records, in order
 * @param diagnostics all that the listener heard, in order
 * @param rejects what was written to the rejects
 * @param summary the account at the end
 */
public record FormatReading(
        List<MarcRecord> records, List<Diagnostic> diagnostics, byte[] rejects, ReadSummary summary) {
    /** So many first bytes of a source tell how its format is used for it. */
    private static final int HEAD = 512;

    private static final int SMALLEST_WINDOW = 128 << 10;

    /** Reads an array, and asserts that the account adds up. */
    public static FormatReading of(Format format, byte[] bytes) {
        List<MarcRecord> records = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        try (MarcReader reader = MarcReader.builder()
                .format(format)
                .listener(diagnostics::add)
                .rejectsTo(rejects)
                .of(bytes)) {
            reader.forEach(records::add);
            FormatReading reading = new FormatReading(records, diagnostics, rejects.toByteArray(), reader.summary());
            reading.assertAccount(bytes.length);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes of all diagnostics, in order. */
    public List<DiagnosticCode> codes() {
        return diagnostics.stream().map(Diagnostic::code).toList();
    }

    private void assertAccount(long size) {
        assertThat(summary.complete()).isTrue();
        assertThat(summary.recordBytes() + summary.fillerBytes() + summary.rejectedBytes())
                .as("account: %s", summary)
                .isEqualTo(size);
        assertThat(summary.rejectedBytes()).isEqualTo(rejects.length);
        assertThat(summary.records()).isEqualTo(records.size());
        for (Diagnostic each : diagnostics) {
            assertThat(each.location().byteOffset()).as("%s", each).isBetween(0L, size);
            assertThat(each.location().line() > 0 || each.code() == DiagnosticCode.NOT_MARC)
                    .as("line of %s", each)
                    .isTrue();
        }
    }

    /** Reads in every way and asserts that it is the same; whether cut anywhere, or at every start that is found. */
    public static FormatReading everyWay(Format format, byte[] bytes, long seed) {
        FormatReading whole = of(format, bytes);
        Format settled = format.forSource(bytes, Math.min(HEAD, bytes.length));
        Dice dice = Dice.of(seed);
        for (ReadLimits limits : List.of(
                ReadLimits.DEFAULT, new ReadLimits(dice.between(64, 900), SMALLEST_WINDOW, dice.between(1, 100)))) {
            CutSettings settings = new CutSettings("", limits, null, null);
            List<Seen> pieces = pieces(settled, bytes, FileRange.WHOLE, settings, true);
            assertTiled(pieces, bytes.length);
            assertThat(pieces(settled, bytes, FileRange.WHOLE, settings, false))
                    .as("as a stream, seed %d", seed)
                    .isEqualTo(pieces);
            assertRanges(settled, bytes, settings, pieces, dice);
        }
        for (int threads = 1; threads <= 4; threads++) {
            int unit = dice.between(1, 400) * (dice.chance(1, 3) ? 50 : 1);
            String way = threads + " threads, units of " + unit + ", seed " + seed;
            whole.assertSame(parallel(format, MarcInput.of(bytes, ""), threads, unit), way);
            InputStream in = ShortReads.ofSize(bytes, dice.between(1, 300));
            whole.assertSame(parallel(format, MarcInput.of(in, ""), threads, unit), "stream, " + way);
        }
        return whole;
    }

    private void assertSame(FormatReading other, String way) {
        assertThat(other.records).as("records, %s", way).isEqualTo(records);
        assertThat(other.records.stream().map(MarcRecord::sourceOffset).toList())
                .as("offsets, %s", way)
                .isEqualTo(records.stream().map(MarcRecord::sourceOffset).toList());
        assertThat(other.records.stream().map(MarcRecord::number).toList())
                .as("numbers, %s", way)
                .isEqualTo(records.stream().map(MarcRecord::number).toList());
        assertThat(other.diagnostics).as("diagnostics, %s", way).isEqualTo(diagnostics);
        assertThat(other.rejects).as("rejects, %s", way).isEqualTo(rejects);
        assertThat(other.summary).as("account, %s", way).isEqualTo(summary);
    }

    private static FormatReading parallel(Format format, MarcInput input, int threads, int unit) {
        List<MarcRecord> records = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        MarcFiles files = MarcFiles.builder()
                .threads(threads)
                .unitBytes(unit)
                .format(format)
                .listener(diagnostics::add)
                .rejectsTo(rejects)
                .of(List.of(input));
        files.forEachBlock(List::copyOf, records::addAll);
        return new FormatReading(records, diagnostics, rejects.toByteArray(), files.summary());
    }

    /** What a piece was, its record and findings compared by what they say. */
    private record Seen(
            Piece.Kind kind,
            long offset,
            int length,
            int lines,
            int lastLine,
            List<Object> record,
            List<Finding> findings) {}

    private static List<Seen> pieces(
            Format format, byte[] bytes, FileRange range, CutSettings settings, boolean inMemory) {
        List<Seen> seen = new ArrayList<>();
        try {
            int first = (int) Math.min(format.firstByteFor(range), bytes.length);
            RecordCutter cutter = inMemory
                    ? format.cutter(bytes, range, settings)
                    : format.cutter(
                            ShortReads.seeded(Arrays.copyOfRange(bytes, first, bytes.length), first), range, settings);
            Piece piece = new Piece();
            while (cutter.next(piece)) {
                boolean hasRecord = piece.kind() == Piece.Kind.CLEAN || piece.kind() == Piece.Kind.REPAIRED;
                List<Object> record =
                        hasRecord ? List.of(piece.record(), piece.record().sourceOffset()) : List.of();
                seen.add(new Seen(
                        piece.kind(),
                        piece.offset(),
                        piece.length(),
                        piece.lines(),
                        piece.lastLine(),
                        record,
                        piece.findings()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen;
    }

    private static void assertTiled(List<Seen> pieces, int size) {
        long at = 0;
        for (Seen piece : pieces) {
            assertThat(piece.offset).as("pieces without gaps").isEqualTo(at);
            assertThat(piece.length).as("length of a piece").isPositive();
            at += piece.length;
        }
        assertThat(at).isEqualTo(size);
    }

    private static void assertRanges(Format format, byte[] bytes, CutSettings settings, List<Seen> whole, Dice dice) {
        List<Integer> cuts = new ArrayList<>();
        StartScanner scanner = format.startScanner();
        if (scanner == null) {
            int count = bytes.length < 300 ? bytes.length : 40;
            for (int i = 0; i < count; i++) {
                cuts.add(count == bytes.length ? i : dice.below(bytes.length));
            }
        } else {
            int at = scanner.next(bytes, 0, bytes.length, true);
            while (at != StartScanner.NONE) {
                cuts.add(at);
                at = scanner.next(bytes, scanner.passed(), bytes.length, true);
            }
        }
        for (int cut : cuts.size() > 60 ? cuts.subList(0, 60) : cuts) {
            assertCut(format, bytes, settings, whole, List.of(0, cut, bytes.length));
        }
        List<Integer> many = new ArrayList<>(List.of(0));
        cuts.stream().sorted().filter(cut -> dice.chance(1, 2)).forEach(many::add);
        many.add(bytes.length);
        assertCut(format, bytes, settings, whole, many);
    }

    private static void assertCut(
            Format format, byte[] bytes, CutSettings settings, List<Seen> whole, List<Integer> bounds) {
        List<Seen> parts = new ArrayList<>();
        for (int i = 1; i < bounds.size(); i++) {
            FileRange range = new FileRange(bounds.get(i - 1), bounds.get(i));
            parts.addAll(pieces(format, bytes, range, settings, i % 2 == 0));
        }
        assertThat(parts).as("cut at %s", bounds).isEqualTo(whole);
    }

    /** Writes records; what the writer tells goes to the list. */
    public static byte[] write(
            Format format, List<MarcRecord> records, List<Diagnostic> told, UnaryOperator<MarcWriter.Builder> more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = more.apply(MarcWriter.builder()
                        .format(format)
                        .oversize(OversizePolicy.SKIP)
                        .listener(told::add))
                .open(out)) {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes records of which nothing is to be told. */
    public static byte[] write(Format format, List<MarcRecord> records) {
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes = write(format, records, told, builder -> builder);
        assertThat(told).isEmpty();
        return bytes;
    }

    /** The records of a file in ISO 2709. */
    public static List<MarcRecord> iso2709(byte[] bytes) {
        List<MarcRecord> records = new ArrayList<>();
        try (MarcReader reader = MarcReader.open(new ByteArrayInputStream(bytes))) {
            reader.forEach(records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }
}
