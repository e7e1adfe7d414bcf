// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordBytes;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.Utf8;

/**
 * Writes a record as rows: its leader; each field without subfields; each subfield. Whatever stands in a field has its cell, so a
 * record comes back equal; refused are only a tag or a leader that is not ASCII, and a value with a line that looks like the row of
 * a leader, since that is what tells a reader where a record begins.
 *
 * <p>For a spreadsheet each cell of text that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab, a carriage return or an
 * apostrophe gets an apostrophe before it, and so does every leader: by that each record tells that its cells are guarded. One
 * thread's.
 */
final class TableEncoder implements RecordEncoder {
    private static final byte DELIMITER = 0x1F;
    private static final int LEADER = 24;
    private static final byte[] LEADER_TAG = {'L', 'D', 'R'};
    private static final byte[] NOTHING = {};

    private final TableDialect dialect;
    private final byte separator;
    private final boolean guarded;
    private final TableCells cells;
    private final ByteOutput leader = new ByteOutput(LEADER);

    private EncodedRecords made = new EncodedRecords();
    private int field;
    private byte[] tag = NOTHING;

    TableEncoder(TableDialect dialect, boolean spreadsheet) {
        this.dialect = dialect;
        this.separator = (byte) dialect.separator();
        this.guarded = spreadsheet;
        this.cells = new TableCells(dialect, spreadsheet);
    }

    @Override
    public void begin(ByteOutput out) {
        if (guarded) {
            out.write(TableDialect.BYTE_ORDER_MARK);
        }
        out.write(dialect.header(guarded));
        endRow(out);
    }

    @Override
    public boolean encode(MarcRecord record, EncodedRecords newMade) {
        made = newMade;
        RecordBytes bytes = RecordBytes.of(record);
        String refusal = refusal(bytes);
        if (!refusal.isEmpty()) {
            return made.refuse(new Diagnostic(
                    DiagnosticCode.RECORD_NOT_REPRESENTABLE, record.location(), refusal, "", "not written"));
        }
        field = 0;
        tag = LEADER_TAG;
        ByteOutput out = beginRow();
        skipCells(out, 4);
        cells.leader(out, leader.array(), LEADER);
        endRow(out);
        for (int each = 0; each < bytes.size(); each++) {
            field = each + 1;
            int packed = bytes.tag(each);
            tag = new byte[] {(byte) (packed >> 16), (byte) (packed >> 8), (byte) packed};
            field(bytes, each);
        }
        return true;
    }

    private String refusal(RecordBytes record) {
        leader.clear();
        record.leaderTo(leader);
        for (int i = 0; i < LEADER; i++) {
            if (leader.array()[i] < 0) {
                return "a leader that is not ASCII";
            }
        }
        for (int each = 0; each < record.size(); each++) {
            int packed = record.tag(each);
            if ((packed & 0x808080) != 0) {
                return "a tag that is not ASCII";
            }
            if (dialect.quotes() && cells.looksLikeARow(record.array(), record.from(each), record.to(each))) {
                return "a value with a line that looks like the row of a leader";
            }
        }
        return "";
    }

    private void field(RecordBytes record, int each) {
        byte[] bytes = record.array();
        int from = record.from(each);
        int to = record.to(each);
        int delimiter = delimiter(bytes, from, to);
        int second = from < delimiter ? from + Utf8.lengthOrOne(bytes, from, delimiter) : delimiter;
        boolean usual = second < delimiter && second + Utf8.lengthOrOne(bytes, second, delimiter) == delimiter;
        if (delimiter == to && !(usual && isNumeric() && !record.isControlField(each))) {
            text(-1, bytes, from, to);
            return;
        }
        if (delimiter == to) {
            ByteOutput out = beginRow();
            indicators(out, bytes, from, second, to);
            skipCells(out, 2);
            endRow(out);
            return;
        }
        if (!usual) {
            text(0, bytes, from, delimiter);
        }
        int codeBytes = record.subfieldCodeCount() - 1;
        int number = 1;
        for (int at = delimiter; at < to; number++) {
            int end = delimiter(bytes, at + 1, to);
            int code = at + 1;
            int value = Math.min(end, code + codeBytes);
            if (codeBytes == 1 && code < end) {
                value = code + Utf8.lengthOrOne(bytes, code, end);
            }
            ByteOutput out = beginRow();
            if (usual) {
                indicators(out, bytes, from, second, delimiter);
            } else {
                skipCells(out, 2);
            }
            cells.number(out, number);
            out.write(separator);
            cells.text(out, bytes, code, value);
            out.write(separator);
            cells.text(out, bytes, value, end);
            endRow(out);
            at = end;
        }
    }

    /** A row of text alone, with the number of a subfield or (negative) none. */
    private void text(int subfield, byte[] bytes, int from, int to) {
        ByteOutput out = beginRow();
        skipCells(out, 2);
        if (subfield >= 0) {
            cells.number(out, subfield);
        }
        skipCells(out, 2);
        cells.text(out, bytes, from, to);
        endRow(out);
    }

    private void indicators(ByteOutput out, byte[] bytes, int from, int second, int to) {
        cells.text(out, bytes, from, second);
        out.write(separator);
        cells.text(out, bytes, second, to);
        out.write(separator);
    }

    private ByteOutput beginRow() {
        made.recordNumber();
        ByteOutput out = made.bytes();
        out.write(separator);
        cells.number(out, field);
        out.write(separator);
        cells.text(out, tag, 0, tag.length);
        out.write(separator);
        return out;
    }

    private void skipCells(ByteOutput out, int count) {
        for (int i = 0; i < count; i++) {
            out.write(separator);
        }
    }

    private void endRow(ByteOutput out) {
        if (guarded) {
            out.write('\r');
        }
        out.write('\n');
    }

    private boolean isNumeric() {
        for (byte each : tag) {
            if (each < '0' || each > '9') {
                return false;
            }
        }
        return true;
    }

    private static int delimiter(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != DELIMITER) {
            at++;
        }
        return at;
    }
}
