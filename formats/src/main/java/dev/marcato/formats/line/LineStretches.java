// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.line;

import dev.marcato.formats.text.LineStretchReader;
import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Utf8;

/**
 * Reads a record of lines: a leader, and for each field a tag, a blank, and its text. A line that begins with four blanks goes on
 * with the one before, joined by a blank, or by nothing behind {@code =} at the end of a line of more than 60 bytes; one that begins
 * with {@code (} or {@code $} is passed over. An empty line ends the record. (After YAZ, {@code marc_read_line.c}.)
 */
final class LineStretches extends LineStretchReader {
    private static final int CONTINUED = 4;
    private static final int FOLDED = 60;
    private static final byte DELIMITER = 0x1F;
    private static final int LEADER = 24;
    /** So many digits are in front of a leader. */
    private static final int LENGTH = 5;

    private final ByteOutput joined = new ByteOutput();
    /** Whether no line of the record was read yet. */
    private boolean first;

    LineStretches(CutSettings settings) {
        super(settings, "a record begins with its leader, or behind an empty line");
    }

    @Override
    protected boolean isRemark(byte begins) {
        return LeaderStarts.isAnnotation(begins);
    }

    /** Reads the lines up to an empty one, and says where the last one ends; there is no record where all of them say nothing. */
    @Override
    protected int read(int from, int to) {
        first = true;
        int ended = from;
        while (lines.next() && lines.end() > lines.start()) {
            int line = lines.start();
            int end = lines.end();
            if (!first || !Lines.isBlank(bytes, line, end)) {
                if (isContinued(lines.behind(), to)) {
                    lines.goOnAt(joined(line, end, lines.behind(), to));
                    line(joined.array(), 0, joined.size(), line);
                } else {
                    line(bytes, line, end, line);
                }
            }
            ended = lines.behind();
        }
        return first ? from : ended;
    }

    private boolean isContinued(int at, int to) {
        return to - at >= CONTINUED
                && bytes[at] == ' '
                && bytes[at + 1] == ' '
                && bytes[at + 2] == ' '
                && bytes[at + 3] == ' ';
    }

    private int joined(int from, int end, int continued, int to) {
        joined.clear();
        joined.write(bytes, from, end - from);
        int at = continued;
        while (isContinued(at, to)) {
            if (joined.size() > FOLDED && joined.array()[joined.size() - 1] == '=') {
                joined.truncate(joined.size() - 1);
            } else {
                joined.write(' ');
            }
            int lineFeed = Lines.lineFeed(bytes, at, to);
            int textEnd = Math.max(at + CONTINUED, Lines.textEnd(bytes, at, lineFeed));
            joined.write(bytes, at + CONTINUED, textEnd - at - CONTINUED);
            at = Math.min(to, lineFeed + 1);
        }
        return at;
    }

    private void line(byte[] line, int from, int to, int position) {
        if (LeaderStarts.isAnnotation(line[from])) {
            return;
        }
        int tag = TextRecord.tag(line, from, to);
        boolean isField = tag >= 0 && (to == from + 3 || line[from + 3] == ' ');
        if (isField) {
            field(tag, line, Math.min(to, from + 4), to, position);
        } else if (first && isLeader(line, from, to)) {
            record.leader(line, from, to, (byte) ' ', place(position));
        } else {
            broken(
                    line,
                    from,
                    to,
                    place(position),
                    first
                            ? "a leader, or a tag of three characters and a blank"
                            : "a tag of three characters, and a blank");
        }
        first = false;
    }

    /** Whether a line is a leader that is not 24 characters long, at worst: some other text is none. */
    private static boolean isLeader(byte[] line, int from, int to) {
        if (to - from == LEADER) {
            return true;
        }
        int at = from;
        while (at < to && at < from + LENGTH && (line[at] >= '0' && line[at] <= '9' || line[at] == ' ')) {
            at++;
        }
        return at == from + LENGTH;
    }

    private void field(int tag, byte[] line, int from, int to, int position) {
        ByteOutput out = record.beginField(tag);
        int marker = TextRecord.isControl(tag) ? Subfields.NONE : Subfields.marker(line, from, to);
        int at = from;
        if (marker != Subfields.NONE) {
            out.write(line, from, 2);
            at = marker;
        } else if (!TextRecord.isControl(tag)
                && from < to
                && line[from] == '$'
                && Subfields.isCode(line, from + 1, to)) {
            repaired(position, tag, "no indicators", "two", "made blank");
            out.write(' ');
            out.write(' ');
            marker = from;
        }
        record.refuseDelimiters(tag, line, from, to, place(position));
        if (marker == Subfields.NONE) {
            out.write(line, at, to - at);
        } else if (Subfields.isSpaced(line, marker, to)) {
            spaced(out, line, marker, to);
        } else {
            close(out, line, marker, to);
        }
        record.endField();
    }

    private static void spaced(ByteOutput out, byte[] line, int from, int to) {
        byte marker = line[from];
        int at = from;
        while (at < to) {
            int code = at + 1;
            int behind = Math.min(to, code + (code < to ? Math.max(1, Utf8.length(line, code, to)) : 0));
            int value = Math.min(to, behind + 1);
            int end = Subfields.next(marker, line, value, to);
            out.write(DELIMITER);
            out.write(line, code, behind - code);
            out.write(line, value, end - value);
            at = Math.min(to, end + 1);
        }
    }

    private static void close(ByteOutput out, byte[] line, int from, int to) {
        byte marker = line[from];
        int at = from;
        while (at < to) {
            int end = Subfields.nextClose(marker, line, at + 1, to);
            out.write(DELIMITER);
            out.write(line, at + 1, end - at - 1);
            at = end;
        }
    }
}
