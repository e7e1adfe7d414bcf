// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.microlif;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.ByteSearch;
import dev.marcato.formats.text.LineStretchReader;
import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Format.CutSettings;

/**
 * Reads the lines of a record up to the one that ends in {@code ^`}. An underscore before a small letter or a digit is a delimiter;
 * nothing marks one that belongs to a value.
 */
final class MicrolifStretches extends LineStretchReader {
    private static final byte DELIMITER = 0x1F;
    private static final int TAG = 3;

    MicrolifStretches(CutSettings settings) {
        super(settings, "a record begins with LDR and ends with ^`");
    }

    /** Where the file's first line ends, be it a header or not. */
    @Override
    protected int header(int from, int to) {
        return Math.min(to, Lines.lineFeed(bytes, from, to) + 1);
    }

    /** Reads the lines of a record, and says where its last one ends. */
    @Override
    protected int read(int from, int to) {
        int ended = from;
        boolean open = true;
        while (open && lines.next()) {
            int line = lines.start();
            int end = lines.end();
            if (end > line) {
                open = bytes[end - 1] != '`' || end - line < 2 || bytes[end - 2] != '^';
                line(line, open ? end : end - 1);
                ended = lines.behind();
            }
        }
        if (open) {
            record.repaired(
                    DiagnosticCode.MARKUP_REPAIRED,
                    place(ended),
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
            broken(bytes, at, lineEnd, place(at), "a tag of three characters");
            return;
        }
        int end = lineEnd;
        if (end > at + TAG && bytes[end - 1] == '^') {
            end--;
        } else {
            repaired(lineEnd, tag, "the line does not end in ^", "", "ended with its line");
        }
        if (LeaderStarts.isLeader(bytes, at)) {
            record.leader(bytes, at + TAG, end, (byte) ' ', place(at));
            return;
        }
        record.refuseDelimiters(tag, bytes, at, end, place(at));
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
            repaired(from, tag, "there are no two indicators", "", "missing ones made blank");
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
        int at = ByteSearch.next(bytes, from, to, (byte) '_');
        while (at < to && !(at + 1 < to && isCode(bytes[at + 1]))) {
            at = ByteSearch.next(bytes, at + 1, to, (byte) '_');
        }
        return at;
    }

    private static boolean isCode(byte value) {
        return value >= 'a' && value <= 'z' || value >= '0' && value <= '9';
    }
}
