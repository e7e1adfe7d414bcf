// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.aleph;

import dev.marcato.formats.text.ByteSearch;
import dev.marcato.formats.text.LineStretchReader;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Format.CutSettings;

/**
 * Reads the lines of a record: system number, blank, tag, two indicators, blank, then mostly a letter for the alphabet and a blank,
 * then the text. In the leader and the fields 00X {@code ^} is a blank; elsewhere {@code $$} is a delimiter.
 *
 * <p>A field without {@code $$}, such as Aleph's own FMT, has no indicators if they are blank. The letter is passed over. So is the
 * number: what a record says of it is its field 001.
 */
final class AlephStretches extends LineStretchReader {
    private static final byte DELIMITER = 0x1F;
    private static final int TAG = 3;
    private static final int TEXT = 6;

    AlephStretches(CutSettings settings) {
        super(settings, "a line begins with a system number and a blank");
    }

    /** Reads all lines, and says where the last one that is not empty ends. */
    @Override
    protected int read(int from, int to) {
        int ended = from;
        while (lines.next()) {
            if (lines.end() > lines.start()) {
                line(lines.start(), lines.end());
                ended = lines.behind();
            }
        }
        return ended;
    }

    private void line(int at, int end) {
        int number = SystemNumber.length(bytes, at, end);
        int field = at + number + 1;
        int tag = number == 0 ? -1 : TextRecord.tag(bytes, field, end);
        if (tag < 0 || field + TEXT <= end && bytes[field + TEXT - 1] != ' ') {
            broken(
                    bytes,
                    at,
                    end,
                    place(at),
                    "a system number, a blank, a tag of three characters, two indicators, and a blank");
            return;
        }
        int text = Math.min(end, field + TEXT);
        if (NumberStarts.isLeader(bytes, field, end)) {
            text = behindLetter(text, end);
            record.leader(bytes, text, end, (byte) '^', place(at));
        } else if (TextRecord.isControl(tag)) {
            control(tag, behindLetter(text, end), end, at);
        } else {
            data(tag, field + TAG, text, end, at);
        }
    }

    /** Where the text begins: the letter for the alphabet is L nearly always. */
    private int behindLetter(int at, int end) {
        boolean letter = at < end && bytes[at] == 'L' && (at + 1 == end || bytes[at + 1] == ' ');
        return letter ? Math.min(end, at + 2) : at;
    }

    private boolean isAnyLetter(int at, int end) {
        return end - at > 3
                && bytes[at] >= 'A'
                && bytes[at] <= 'Z'
                && bytes[at + 1] == ' '
                && bytes[at + 2] == '$'
                && bytes[at + 3] == '$';
    }

    private void control(int tag, int from, int to, int line) {
        ByteOutput out = record.beginField(tag);
        record.refuseDelimiters(tag, bytes, from, to, place(line));
        int at = out.claim(to - from);
        byte[] array = out.array();
        for (int i = from; i < to; i++) {
            array[at++] = bytes[i] == '^' ? (byte) ' ' : bytes[i];
        }
        out.claimed(at);
        record.endField();
    }

    private void data(int tag, int indicators, int text, int to, int line) {
        ByteOutput out = record.beginField(tag);
        int at = isAnyLetter(text, to) ? text + 2 : behindLetter(text, to);
        record.refuseDelimiters(tag, bytes, at, to, place(line));
        int delimiter = delimiter(at, to);
        if (delimiter < to || !isBlank(indicators, to)) {
            out.write(indicators < to ? bytes[indicators] : ' ');
            out.write(indicators + 1 < to ? bytes[indicators + 1] : ' ');
        }
        while (delimiter < to) {
            out.write(bytes, at, delimiter - at);
            out.write(DELIMITER);
            at = delimiter + 2;
            delimiter = delimiter(at, to);
        }
        out.write(bytes, at, to - at);
        record.endField();
    }

    private boolean isBlank(int indicators, int to) {
        return (indicators >= to || bytes[indicators] == ' ') && (indicators + 1 >= to || bytes[indicators + 1] == ' ');
    }

    private int delimiter(int from, int to) {
        int at = ByteSearch.next(bytes, from, to, (byte) '$');
        while (at < to && !(at + 1 < to && bytes[at + 1] == '$')) {
            at = ByteSearch.next(bytes, at + 1, to, (byte) '$');
        }
        return at;
    }
}
