// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Severity;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.Piece.Extent;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordCutter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces that a file was cut into, as values that can be compared. */
public final class Pieces {
    private static final Iso2709Format FORMAT = new Iso2709Format();

    /** What a repaired record may have lost to its leader, and to each directory entry. */
    private static final int LARGEST_LEADER = 26;

    private Pieces() {}

    public record Cut(
            Kind kind,
            long offset,
            int length,
            List<Finding> findings,
            List<Extent> rejects,
            int fillerInside,
            @Nullable MarcRecord record) {
        static Cut of(Piece piece) {
            boolean delivered = piece.kind() == Kind.CLEAN || piece.kind() == Kind.REPAIRED;
            return new Cut(
                    piece.kind(),
                    piece.offset(),
                    piece.length(),
                    List.copyOf(piece.findings()),
                    List.copyOf(piece.rejects()),
                    piece.fillerInside(),
                    delivered ? piece.record() : null);
        }

        public long end() {
            return offset + length;
        }

        /** In a line, without the record: what a message needs to show. */
        @Override
        public String toString() {
            return kind + " [" + offset + ", " + end() + ") " + findings + (rejects.isEmpty() ? "" : " " + rejects);
        }
    }

    public static List<Cut> whole(byte[] bytes, ReadLimits limits) {
        return range(bytes, FileRange.WHOLE, limits);
    }

    /** One range of an array. */
    public static List<Cut> range(byte[] bytes, FileRange range, ReadLimits limits) {
        return all(FORMAT.cutter(bytes, range, settings(limits)));
    }

    /** One range of a stream that is opened where the format says. */
    public static List<Cut> streamed(byte[] bytes, FileRange range, ReadLimits limits) {
        int first = (int) Math.min(bytes.length, FORMAT.firstByteFor(range));
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, first, bytes.length - first);
        return all(FORMAT.cutter(in, range, settings(limits)));
    }

    static CutSettings settings(ReadLimits limits) {
        return new CutSettings("test", limits, null, null);
    }

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

    /**
     * Asserts what holds of every file: the pieces follow each other without gap or overlap; rejects lie inside their
     * piece, in order; what was not clean is reported; no byte is in two places, and none of the data in no place.
     */
    public static void assertSound(List<Cut> cuts, byte[] bytes) {
        long at = 0;
        for (Cut cut : cuts) {
            assertThat(cut.offset).as("start of %s", cut).isEqualTo(at);
            assertThat(cut.length).as("length of %s", cut).isPositive();
            at = cut.end();
            assertExtents(cut);
            switch (cut.kind) {
                case CLEAN -> assertClean(cut, bytes);
                case REPAIRED -> assertRepaired(cut, bytes);
                case FILLER ->
                    assertThat(cut.findings)
                            .as("what is said of %s", cut)
                            .singleElement()
                            .satisfies(finding -> {
                                assertThat(finding.byteOffset()).isEqualTo(cut.offset);
                                assertThat(finding.code().severity()).isEqualTo(Severity.INFO);
                            });
                case REJECTED -> assertReported(cut);
            }
        }
        assertThat(at).as("end of the last piece").isEqualTo(bytes.length);
    }

    private static void assertExtents(Cut cut) {
        long behind = cut.offset;
        for (Extent extent : cut.rejects) {
            assertThat(extent.offset()).as("%s of %s", extent, cut).isGreaterThanOrEqualTo(behind);
            assertThat(extent.length()).as("%s of %s", extent, cut).isPositive();
            behind = extent.offset() + extent.length();
        }
        assertThat(behind).as("end of the rejects of %s", cut).isLessThanOrEqualTo(cut.end());
    }

    private static void assertReported(Cut cut) {
        assertThat(cut.findings).as("findings of %s", cut).isNotEmpty();
        assertThat(cut.findings)
                .as("findings of %s", cut)
                .anyMatch(finding -> finding.code().severity().compareTo(Severity.WARNING) >= 0);
        assertThat(cut.findings)
                .as("findings of %s", cut)
                .allMatch(finding -> finding.byteOffset() >= cut.offset && finding.byteOffset() <= cut.end());
    }

    private static void assertClean(Cut cut, byte[] bytes) {
        assertThat(cut.findings).as("findings of %s", cut).isEmpty();
        byte[] original = Arrays.copyOfRange(bytes, (int) cut.offset, (int) cut.end());
        assertThat(cut.record.originalBytes().orElseThrow().toByteArray())
                .as("bytes of %s", cut)
                .isEqualTo(original);
    }

    /** Counts every byte value: what is in fields and rejects is in the piece, and what is not is leader or directory. */
    private static void assertRepaired(Cut cut, byte[] bytes) {
        assertReported(cut);
        int[] balance = new int[256];
        for (int i = (int) cut.offset; i < cut.end(); i++) {
            balance[bytes[i] & 0xFF]++;
        }
        cut.rejects.forEach(extent -> {
            for (int i = 0; i < extent.length(); i++) {
                balance[bytes[(int) extent.offset() + i] & 0xFF]--;
            }
        });
        cut.record.forEach(field -> {
            for (int i = 0; i < field.bytes().length(); i++) {
                balance[field.bytes().at(i) & 0xFF]--;
            }
        });
        int rest = -cut.fillerInside;
        for (int value = 0; value < balance.length; value++) {
            assertThat(balance[value])
                    .as("times that 0x%02X is invented in %s", value, cut)
                    .isGreaterThanOrEqualTo(0);
            rest += value == Bytes.FIELD_TERMINATOR || value == Bytes.RECORD_TERMINATOR ? 0 : balance[value];
        }
        long entries = cut.record.size()
                + cut.findings.stream().filter(Pieces::isEntryWithoutField).count();
        if (cut.findings.size() < ReadLimits.DEFAULT.diagnosticsPerStretch()) {
            assertThat(rest)
                    .as("bytes that are in no field and no reject of %s:\n%s", cut, cut.record)
                    .isLessThanOrEqualTo(LARGEST_LEADER + 14 * (int) entries);
        }
    }

    private static boolean isEntryWithoutField(Finding finding) {
        return switch (finding.code()) {
            case ENTRY_WITHOUT_DATA, TAG_UNREADABLE, DIRECTORY_REBUILT -> true;
            default -> false;
        };
    }
}
