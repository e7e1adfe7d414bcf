// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads stretches whose records are lines, mostly one for each field. What a format has of its own is what its lines say, and which
 * of them belong to the record; what stands behind those, or before the first record, is filler where there are only empty lines
 * and remarks, rejected otherwise.
 */
public abstract class LineStretchReader implements StretchReader {
    /** The record that is being read. */
    protected final TextRecord record;

    /** The lines of the record, as far as they were read. */
    protected final LineCursor lines = new LineCursor();

    /** What the stretch stands in; all positions are those of this array. */
    protected byte[] bytes = {};

    private final String beginning;
    /** What to add to a position to have its place in the source. */
    private long base;

    /** @param beginning in words, what begins a record: what is expected of a line that belongs to none */
    protected LineStretchReader(CutSettings settings, String beginning) {
        this.record = new TextRecord(settings);
        this.beginning = beginning;
    }

    /**
     * Reads the lines of the record that starts here, and says where it ends; {@code from} where there is none after all. Both
     * {@link #record} and {@link #lines} stand at its beginning.
     */
    protected abstract int read(int from, int to);

    /** The piece that the record is. */
    protected Piece piece(int from, int end) {
        return record.piece(bytes, from, end);
    }

    /** Where a header ends with which a source begins that does not begin with a record; {@code from} where there is none. */
    protected int header(int from, int to) {
        return from;
    }

    /** Whether a line that begins with this byte says nothing. */
    protected boolean isRemark(byte first) {
        return false;
    }

    /** The place in the source that a position is. */
    protected final long place(int at) {
        return base + at;
    }

    /** Begins the record, anew where it is read once more, before its first line. */
    protected final void begin(int from, int to) {
        record.begin(place(from));
        lines.begin(bytes, from, to);
    }

    @Override
    public final void read(
            byte[] newBytes, int from, int to, long offset, boolean startsRecord, Consumer<Piece> pieces) {
        bytes = newBytes;
        base = offset - from;
        int end = from;
        if (startsRecord) {
            begin(from, to);
            end = read(from, to);
            if (end > from) {
                pieces.accept(piece(from, end));
            }
        } else if (offset == 0) {
            end = header(from, to);
            if (end > from) {
                pieces.accept(new Piece().set(Piece.Kind.FILLER, offset, bytes, from, end - from));
            }
        }
        if (end < to) {
            pieces.accept(rest(end, to));
        }
    }

    private Piece rest(int from, int to) {
        int stranger = stranger(from, to);
        Piece.Kind kind = stranger == to ? Piece.Kind.FILLER : Piece.Kind.REJECTED;
        Piece piece = new Piece().set(kind, place(from), bytes, from, to - from);
        if (stranger < to) {
            piece.findings(List.of(Finding.at(
                    place(stranger),
                    DiagnosticCode.MARKUP_BROKEN,
                    "a line that belongs to no record",
                    beginning,
                    "it went to the rejects")));
        }
        return piece;
    }

    /** The first line that says something, or {@code to}. */
    private int stranger(int from, int to) {
        lines.begin(bytes, from, to);
        while (lines.next()) {
            int line = lines.start();
            if (!Lines.isBlank(bytes, line, lines.end()) && !isRemark(bytes[line])) {
                return line;
            }
        }
        return to;
    }

    /** Tells that a line makes the record unreadable; it may be joined of several, and stand in an array of its own. */
    protected final void broken(byte[] line, int from, int to, long place, String expected) {
        record.broken(
                DiagnosticCode.MARKUP_BROKEN,
                place,
                TextRecord.NO_TAG,
                "line is \"" + TextRecord.shown(line, from, to) + "\"",
                expected);
    }

    /** Tells what is wrong with a field, but can be read in one way only. */
    protected final void repaired(int at, int tag, String found, String expected, String action) {
        record.repaired(DiagnosticCode.MARKUP_REPAIRED, place(at), TextRecord.tag(tag), found, expected, action);
    }
}
