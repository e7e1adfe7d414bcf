// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.microlif;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import java.util.function.Consumer;

/**
 * Reads the lines of a record up to the one that ends in {@code ^`}. An underscore before a small letter or a digit is a delimiter;
 * nothing marks one that belongs to a value.
 */
final class MicrolifStretches implements StretchReader {
    private static final byte DELIMITER = 0x1F;
    private static final int TAG = 3;

    private final TextRecord record;
    private byte[] bytes = {};
    /** What to add to a position to have its place in the source. */
    private long base;

    MicrolifStretches(CutSettings settings) {
        record = new TextRecord(settings);
    }

    @Override
    public void read(byte[] newBytes, int from, int to, long offset, boolean startsRecord, Consumer<Piece> pieces) {
        bytes = newBytes;
        base = offset - from;
        int end = from;
        if (startsRecord) {
            end = lines(from, to);
            pieces.accept(record.piece(bytes, from, end));
        } else if (offset == 0) {
            end = header(from, to);
            pieces.accept(new Piece().set(Piece.Kind.FILLER, offset, bytes, from, end - from));
        }
        TextRecord.rest(
                bytes, end, to, base + end, first -> false, "a record begins with LDR and ends with ^`", pieces);
    }

    /** Where the file's first line ends, be it a header or not. */
    private int header(int from, int to) {
        return Math.min(to, Lines.lineFeed(bytes, from, to) + 1);
    }

    /** Reads the lines of a record, and says where its last one ends. */
    private int lines(int from, int to) {
        record.begin(base + from);
        int at = from;
        int ended = from;
        boolean open = true;
        while (at < to && open) {
            int lineFeed = Lines.lineFeed(bytes, at, to);
            int line = Lines.lineStart(bytes, at, to);
            int end = Lines.textEnd(bytes, line, lineFeed);
            int next = Math.min(to, lineFeed + 1);
            if (end > line) {
                open = bytes[end - 1] != '`' || end - line < 2 || bytes[end - 2] != '^';
                line(line, open ? end : end - 1);
                ended = next;
            }
            at = next;
        }
        if (open) {
            record.repaired(
                    DiagnosticCode.MARKUP_REPAIRED,
                    base + ended,
                    TextRecord.NO_TAG,
                    "the record's last line does not end in ^`",
                    "",
                    "ended where the next record begins");
        }
        return ended;
    }

    private void line(int at, int lineEnd) {
        int tag = TextRecord.tag(bytes, at, lineEnd);
        if (tag < 0) {
            record.broken(
                    DiagnosticCode.MARKUP_BROKEN,
                    base + at,
                    TextRecord.NO_TAG,
                    "line is \"" + TextRecord.shown(bytes, at, lineEnd) + "\"",
                    "a tag of three characters");
            return;
        }
        int end = lineEnd;
        if (end > at + TAG && bytes[end - 1] == '^') {
            end--;
        } else {
            repaired(lineEnd, tag, "the line does not end in ^", "ended with its line");
        }
        if (LeaderStarts.isLeader(bytes, at)) {
            record.leader(bytes, at + TAG, end, (byte) ' ', base + at);
            return;
        }
        record.refuseDelimiters(tag, bytes, at, end, base + at);
        ByteOutput out = record.beginField(tag);
        if (TextRecord.isControl(tag)) {
            out.write(bytes, at + TAG, end - at - TAG);
        } else {
            data(out, tag, at + TAG, end);
        }
        record.endField();
    }

    private void data(ByteOutput out, int tag, int from, int to) {
        int at = from;
        int delimiter = delimiter(at, to);
        if (delimiter - from < 2) {
            repaired(from, tag, "there are no two indicators", "missing ones made blank");
            out.write(bytes, from, delimiter - from);
            for (int i = delimiter - from; i < 2; i++) {
                out.write(' ');
            }
            at = delimiter;
        }
        while (delimiter < to) {
            out.write(bytes, at, delimiter - at);
            out.write(DELIMITER);
            at = delimiter + 1;
            delimiter = delimiter(at, to);
        }
        out.write(bytes, at, to - at);
    }

    private int delimiter(int from, int to) {
        int at = Lines.find((byte) '_', bytes, from, to);
        while (at < to && !(at + 1 < to && isCode(bytes[at + 1]))) {
            at = Lines.find((byte) '_', bytes, at + 1, to);
        }
        return at;
    }

    private static boolean isCode(byte value) {
        return value >= 'a' && value <= 'z' || value >= '0' && value <= '9';
    }

    private void repaired(int at, int tag, String found, String action) {
        record.repaired(DiagnosticCode.MARKUP_REPAIRED, base + at, TextRecord.tag(tag), found, "", action);
    }
}
