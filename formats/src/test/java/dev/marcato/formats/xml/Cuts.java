// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.Piece.Extent;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.StartScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pieces that a document was cut into, as values that can be compared. */
final class Cuts {
    static final ReadLimits SMALL = new ReadLimits(64, 128 << 10, 100);

    private Cuts() {}

    record Cut(
            Kind kind,
            long offset,
            int length,
            List<Finding> findings,
            List<Extent> rejects,
            Optional<MarcRecord> record) {
        static Cut of(Piece piece) {
            boolean delivered = piece.kind() == Kind.CLEAN || piece.kind() == Kind.REPAIRED;
            return new Cut(
                    piece.kind(),
                    piece.offset(),
                    piece.length(),
                    List.copyOf(piece.findings()),
                    List.copyOf(piece.rejects()),
                    delivered ? Optional.of(piece.record()) : Optional.empty());
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Cut> of(Format format, String document) {
        return of(format, bytes(document));
    }

    static List<Cut> of(Format format, byte[] document) {
        List<Cut> cuts = range(format, document, FileRange.WHOLE, ReadLimits.DEFAULT);
        assertSound(cuts, document);
        return cuts;
    }

    static List<Cut> range(Format format, byte[] document, FileRange range, ReadLimits limits) {
        return all(format.forSource(document, Math.min(512, document.length))
                .cutter(document, range, new CutSettings("test", limits, null, null)));
    }

    /** A range of a stream, which begins where the format says. */
    static List<Cut> streamed(Format format, InputStream in, FileRange range, ReadLimits limits) {
        return all(format.cutter(in, range, new CutSettings("test", limits, null, null)));
    }

    static InputStream from(byte[] document, long offset) {
        return new ByteArrayInputStream(document, (int) offset, document.length - (int) offset);
    }

    static List<Cut> all(RecordCutter cutter) {
        List<Cut> cuts = new ArrayList<>();
        Piece piece = new Piece();
        try {
            while (cutter.next(piece)) {
                cuts.add(Cut.of(piece));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cuts;
    }

    /** Where the scanner of a format finds records, when it is given so many bytes more at a time. */
    static List<Integer> starts(Format format, byte[] document, int step) {
        StartScanner scanner =
                format.forSource(document, Math.min(512, document.length)).startScanner();
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (int to = Math.min(step, document.length); ; to = Math.min(to + step, document.length)) {
            boolean ended = to == document.length;
            int start = scanner.next(document, from, to, ended);
            from = scanner.passed();
            while (start != StartScanner.NONE) {
                starts.add(start);
                start = scanner.next(document, from, to, ended);
                from = scanner.passed();
            }
            assertThat(to - from).as("bytes to be given again").isLessThan(64);
            if (ended) {
                assertThat(from).isEqualTo(to);
                return starts;
            }
        }
    }

    static List<MarcRecord> records(List<Cut> cuts) {
        return cuts.stream().flatMap(cut -> cut.record().stream()).toList();
    }

    static List<Finding> findings(List<Cut> cuts) {
        return cuts.stream().flatMap(cut -> cut.findings().stream()).toList();
    }

    /** No gap, no overlap; what is wrong is told, in its piece; rejects lie inside their piece, in order. */
    static void assertSound(List<Cut> cuts, byte[] document) {
        long at = 0;
        for (Cut cut : cuts) {
            assertThat(cut.offset()).as("start of %s", cut).isEqualTo(at);
            assertThat(cut.length()).as("length of %s", cut).isPositive();
            at += cut.length();
            long end = at;
            assertThat(cut.findings())
                    .allMatch(finding -> finding.byteOffset() >= cut.offset() && finding.byteOffset() <= end);
            if (cut.kind() == Kind.REPAIRED || cut.kind() == Kind.REJECTED) {
                assertThat(cut.findings()).as("%s", cut).isNotEmpty();
            } else if (cut.kind() == Kind.CLEAN) {
                assertThat(cut.findings()).isEmpty();
            }
            long behind = cut.offset();
            for (Extent extent : cut.rejects()) {
                assertThat(extent.offset()).isGreaterThanOrEqualTo(behind);
                assertThat(extent.length()).isPositive();
                behind = extent.offset() + extent.length();
            }
            assertThat(behind).isLessThanOrEqualTo(end);
        }
        assertThat(at).as("end of the last piece").isEqualTo(document.length);
    }
}
