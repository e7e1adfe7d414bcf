// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.io.Finding;
import dev.marcato.io.Piece;
import dev.marcato.io.Piece.Extent;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece that a document was cut into, as a value that can be compared.
 *
 * @param record null where the piece is delivered to nobody
 */
public record Cut(
        Kind kind,
        long offset,
        int length,
        List<Finding> findings,
        List<Extent> rejects,
        @Nullable MarcRecord record) {
    private static Cut of(Piece piece) {
        boolean delivered = piece.kind() == Kind.CLEAN || piece.kind() == Kind.REPAIRED;
        return new Cut(
                piece.kind(),
                piece.offset(),
                piece.length(),
                List.copyOf(piece.findings()),
                List.copyOf(piece.rejects()),
                delivered ? piece.record() : null);
    }

    /** All pieces of a cutter. */
    public static List<Cut> all(RecordCutter cutter) {
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

    /** The records that are delivered. */
    public static List<MarcRecord> records(List<Cut> cuts) {
        return cuts.stream().map(Cut::record).filter(Objects::nonNull).toList();
    }

    /** Asserts: no gap, no overlap; what is wrong is told, in its piece; rejects lie inside their piece, in order. */
    public static void assertSound(List<Cut> cuts, int size) {
        long at = 0;
        for (Cut cut : cuts) {
            assertThat(cut.offset()).as("start of %s", cut).isEqualTo(at);
            assertThat(cut.length()).as("length of %s", cut).isPositive();
            at += cut.length();
            for (Finding finding : cut.findings()) {
                assertThat(finding.byteOffset()).isBetween(cut.offset(), at);
            }
            if (cut.kind() == Kind.REPAIRED || cut.kind() == Kind.REJECTED) {
                assertThat(cut.findings()).as("%s", cut).isNotEmpty();
            } else if (cut.kind() == Kind.CLEAN) {
                // Only that something is missing behind it may be told with it.
                long behindIt = at;
                assertThat(cut.findings()).as("%s", cut).allMatch(each -> each.byteOffset() == behindIt);
            }
            long behind = cut.offset();
            for (Extent extent : cut.rejects()) {
                assertThat(extent.offset()).isGreaterThanOrEqualTo(behind);
                assertThat(extent.length()).isPositive();
                behind = extent.offset() + extent.length();
            }
            assertThat(behind).isLessThanOrEqualTo(at);
        }
        assertThat(at).as("end of the last piece").isEqualTo(size);
    }
}
