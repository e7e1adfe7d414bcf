// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.aleph;

import dev.marcato.MarcRecord;
import dev.marcato.formats.text.ByteSearch;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.formats.text.Written;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordBytes;
import dev.marcato.io.RecordEncoder;

/**
 * Writes a leader and a line for each field, with L for the alphabet. The system number is the first field 001 if that is of 9 to 19
 * digits (Aleph has 9, Alma up to 19); else the record's number in the output, in 9 digits.
 *
 * <p>Refused are records with a leader or a field 00X that holds {@code ^}; with a leader that is not printable ASCII; with a tag that
 * has blanks, is no printable ASCII, or is LDR; with less than two indicators before the first delimiter; with {@code $$} in a value,
 * or {@code $} at its end before another subfield; and with a delimiter of ISO 2709 where it delimits nothing. A line break in a
 * value becomes a blank and is reported as lost.
 */
final class AlephEncoder implements RecordEncoder {
    private static final byte DELIMITER = 0x1F;
    private static final int TAG_001 = '0' << 16 | '0' << 8 | '1';
    private static final int TAG_LDR = 'L' << 16 | 'D' << 8 | 'R';
    private static final int DIGITS = 9;
    private static final int MOST_DIGITS = 19;

    /** The lines without their number, and where each ends. */
    private final ByteOutput lines = new ByteOutput(4 << 10);

    private int[] ends = new int[64];
    private MarcRecord record = MarcRecord.builder().build();
    private EncodedRecords out = new EncodedRecords();
    private int field;
    private String tag = "";

    @Override
    public boolean encode(MarcRecord newRecord, EncodedRecords newOut) {
        record = newRecord;
        out = newOut;
        RecordBytes fields = RecordBytes.of(record);
        if (ends.length < fields.size() + 1) {
            ends = new int[fields.size() + 1];
        }
        lines.clear();
        head(TAG_LDR, ' ', ' ');
        int leader = lines.size();
        fields.leaderTo(lines);
        if (!Written.isPrintable(lines.array(), leader, lines.size()) || !markBlanks(leader)) {
            return Written.refused(record, out, "LDR", -1, "the leader is not printable ASCII, or holds ^", "");
        }
        lines.write('\n');
        ends[0] = lines.size();
        int number = -1;
        for (field = 0; field < fields.size(); field++) {
            number = number < 0 && isNumber(fields, field) ? field : number;
            if (!field(fields)) {
                return false;
            }
            lines.write('\n');
            ends[field + 1] = lines.size();
        }
        emit(fields, number);
        return true;
    }

    private static boolean isNumber(RecordBytes fields, int field) {
        int length = fields.to(field) - fields.from(field);
        if (fields.tag(field) != TAG_001 || length < DIGITS || length > MOST_DIGITS) {
            return false;
        }
        for (int i = fields.from(field); i < fields.to(field); i++) {
            if (fields.array()[i] < '0' || fields.array()[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private void emit(RecordBytes fields, int number) {
        int from = 0;
        for (int line = 0; line <= fields.size(); line++) {
            if (number < 0) {
                out.recordNumber(DIGITS);
            } else {
                out.bytes().write(fields.array(), fields.from(number), fields.to(number) - fields.from(number));
            }
            out.bytes().write(lines.array(), from, ends[line] - from);
            from = ends[line];
        }
    }

    private void head(int packed, int first, int second) {
        int at = lines.claim(9);
        byte[] line = lines.array();
        line[at] = ' ';
        line[at + 1] = (byte) (packed >> 16);
        line[at + 2] = (byte) (packed >> 8);
        line[at + 3] = (byte) packed;
        line[at + 4] = (byte) first;
        line[at + 5] = (byte) second;
        line[at + 6] = ' ';
        line[at + 7] = 'L';
        line[at + 8] = ' ';
        lines.claimed(at + 9);
    }

    /** Writes {@code ^} for blanks, if none stands there already. */
    private boolean markBlanks(int from) {
        byte[] array = lines.array();
        if (ByteSearch.next(array, from, lines.size(), (byte) '^') < lines.size()) {
            return false;
        }
        for (int i = from; i < lines.size(); i++) {
            array[i] = array[i] == ' ' ? (byte) '^' : array[i];
        }
        return true;
    }

    private boolean field(RecordBytes fields) {
        int packed = fields.tag(field);
        tag = TextRecord.tag(packed);
        if (!TextRecord.isTag(packed) || packed == TAG_LDR) {
            return refused("the field's tag is no tag of this format");
        }
        byte[] array = fields.array();
        int from = fields.from(field);
        int to = fields.to(field);
        int delimiter = ByteSearch.next(array, from, to, DELIMITER);
        if (fields.isControlField(field)) {
            head(packed, ' ', ' ');
            int value = lines.size();
            return text(array, from, to) && (markBlanks(value) || refused("the field holds ^"));
        }
        if (delimiter == to) {
            head(packed, ' ', ' ');
            return stretch(array, from, to, false);
        }
        if (delimiter < from + 2 || isBreakOrDelimiter(array[from]) || isBreakOrDelimiter(array[from + 1])) {
            return refused("the field has no two indicators before its first subfield");
        }
        head(packed, array[from], array[from + 1]);
        return subfields(array, from + 2, delimiter, to);
    }

    private boolean subfields(byte[] array, int from, int firstDelimiter, int to) {
        int at = from;
        int delimiter = firstDelimiter;
        while (delimiter < to) {
            if (!stretch(array, at, delimiter, true)) {
                return false;
            }
            lines.write('$');
            lines.write('$');
            at = delimiter + 1;
            delimiter = ByteSearch.next(array, at, to, DELIMITER);
        }
        return stretch(array, at, to, false);
    }

    /** What stands between two delimiters. */
    private boolean stretch(byte[] array, int from, int to, boolean beforeDelimiter) {
        int dollar = ByteSearch.next(array, from, to, (byte) '$');
        while (dollar < to) {
            if (dollar + 1 < to ? array[dollar + 1] == '$' : beforeDelimiter) {
                return refused("$$ would stand in the text, which reads as a delimiter");
            }
            dollar = ByteSearch.next(array, dollar + 1, to, (byte) '$');
        }
        return text(array, from, to);
    }

    private static boolean isBreakOrDelimiter(byte value) {
        return value == '\n' || value == '\r' || value >= 0x1D && value <= DELIMITER;
    }

    private boolean text(byte[] array, int from, int to) {
        return Written.text(lines, array, from, to, record, out, tag, field);
    }

    private boolean refused(String found) {
        return Written.refused(record, out, tag, field, found, "");
    }
}
