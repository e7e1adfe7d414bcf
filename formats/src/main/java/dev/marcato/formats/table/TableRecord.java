// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.FoldedFindings;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Finding;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a record together of rows. One thread's. */
final class TableRecord {
    private static final byte DELIMITER = 0x1F;
    private static final int LEADER = 24;
    private static final int CODE_LENGTH = 11;

    private final RecordBuilder builder;
    private final FoldedFindings findings;
    private long shift;
    private int rowAt;

    private long number;
    private long field;
    private long subfield;
    private int tag;
    private boolean inField;
    private boolean hasLeader;
    private boolean guarded;
    private int codeBytes;
    /** Takes the content of the field that was begun. */
    private ByteOutput content = new ByteOutput(1);

    private final ByteOutput indicators = new ByteOutput(64);

    TableRecord(RecordBuilder builder, int most) {
        this.builder = builder;
        this.findings = new FoldedFindings(most);
    }

    /** @param newShift how much larger a place in the source is than one in the array */
    void begin(long newShift) {
        shift = newShift;
        builder.begin();
        findings.clear();
        number = -1;
        field = -1;
        inField = false;
        hasLeader = false;
        guarded = false;
        codeBytes = 1;
    }

    /** Whether the row that begins at a place has another number in its first cell than this record, or none. */
    boolean isOfAnother(byte[] bytes, int from, int to, TableDialect dialect) {
        int behind = TableNumbers.behind(bytes, from, to, dialect.separator(), dialect.quotes());
        return behind < 0 || TableNumbers.value(bytes, from, behind) != number;
    }

    /** Adds what a row says; or says why it cannot be read. */
    @Nullable
    Finding add(TableRow row, int at) {
        rowAt = at;
        if (!row.problem().isEmpty()) {
            return broken(row.problemAt(), row.problem());
        }
        long ofRecord = row.number(TableColumn.RECORD);
        long ofField = row.number(TableColumn.FIELD);
        boolean first = number < 0;
        if (ofRecord < 0 || !first && ofRecord != number) {
            return broken(at, "not the number of this record in the first cell");
        }
        number = ofRecord;
        if (ofField < 0 || ofField < field) {
            return broken(row.place(TableColumn.FIELD), "not the number of a field of this record");
        }
        if (first && ofField > 1) {
            return broken(row.place(TableColumn.FIELD), "the rows before field " + ofField + " are missing");
        }
        if (ofField == 0) {
            return leader(row);
        }
        return ofField == field ? more(row) : next(row, ofField);
    }

    private @Nullable Finding leader(TableRow row) {
        if (hasLeader) {
            return broken(rowAt, "a second leader");
        }
        hasLeader = true;
        field = 0;
        guarded = row.isGuarded(TableColumn.VALUE);
        int from = row.from(TableColumn.VALUE) + (guarded ? 1 : 0);
        int length = row.to(TableColumn.VALUE) - from;
        byte[] bytes = new byte[LEADER];
        for (int i = 0; i < LEADER; i++) {
            bytes[i] = i < length ? row.array()[from + i] : (byte) ' ';
            if (bytes[i] < 0) {
                return broken(row.place(TableColumn.VALUE), "a leader that is not ASCII");
            }
        }
        if (length != LEADER) {
            found(
                    row.place(TableColumn.VALUE),
                    DiagnosticCode.LEADER_INCOMPLETE,
                    "a leader of " + length + " characters",
                    length < LEADER ? "blanks were added" : "cut off");
        }
        builder.leader(bytes, 0);
        int codes = bytes[CODE_LENGTH] - '0' - 1;
        codeBytes = codes > 1 && codes < 9 ? codes : 1;
        return null;
    }

    private @Nullable Finding next(TableRow row, long newField) {
        endField();
        field = newField;
        subfield = -1;
        int from = from(row, TableColumn.TAG);
        int to = row.to(TableColumn.TAG);
        boolean holdable = to - from == 3;
        for (int at = from; at < to; at++) {
            holdable &= row.array()[at] >= 0;
        }
        if (!holdable) {
            return unholdable(row, TableColumn.TAG, "a tag that is not three characters of ASCII");
        }
        tag = row.array()[from] << 16 | row.array()[from + 1] << 8 | row.array()[from + 2];
        ByteOutput out = builder.beginField(tag);
        content = out;
        inField = true;
        Finding damage = indicators(row);
        if (damage != null) {
            return damage;
        }
        boolean noneGiven = indicators.size() == 0;
        if (row.length(TableColumn.SUBFIELD) == 0) {
            if (row.length(TableColumn.CODE) > 0) {
                return broken(row.place(TableColumn.CODE), "a code without the number of its subfield");
            }
            out.write(indicators.array(), 0, indicators.size());
            if (!noneGiven && row.length(TableColumn.VALUE) > 0) {
                return broken(row.place(TableColumn.VALUE), "indicators and text of a field without subfields");
            }
            return text(row, out);
        }
        if (row.number(TableColumn.SUBFIELD) == 0) {
            subfield = 0;
            if (!noneGiven || row.length(TableColumn.CODE) > 0) {
                return broken(rowAt, "a code or indicators where text stands before the first subfield");
            }
            return text(row, out);
        }
        if (noneGiven) {
            found(row.place(TableColumn.IND1), DiagnosticCode.MARKUP_REPAIRED, "no indicators", "blanks were put in");
            indicators.write(' ');
            indicators.write(' ');
        }
        out.write(indicators.array(), 0, indicators.size());
        return subfield(row, out);
    }

    /** One more row of the same field. */
    private @Nullable Finding more(TableRow row) {
        int from = from(row, TableColumn.TAG);
        byte[] array = row.array();
        if (row.to(TableColumn.TAG) - from != 3
                || (array[from] << 16 | array[from + 1] << 8 | array[from + 2]) != tag
                || subfield < 0) {
            return broken(row.place(TableColumn.TAG), "another tag, or one more row, than the field began with");
        }
        return subfield(row, content);
    }

    private @Nullable Finding indicators(TableRow row) {
        indicators.clear();
        boolean one = row.length(TableColumn.IND1) > 0;
        boolean two = row.length(TableColumn.IND2) > 0;
        if (!one && !two) {
            return null;
        }
        for (TableColumn column : new TableColumn[] {TableColumn.IND1, TableColumn.IND2}) {
            int from = from(row, column);
            int to = row.to(column);
            if (from == to) {
                found(
                        row.place(column),
                        DiagnosticCode.MARKUP_REPAIRED,
                        "an indicator is missing",
                        "a blank was put in");
                indicators.write(' ');
            } else if (Utf8.lengthOrOne(row.array(), from, to) != to - from || row.array()[from] == DELIMITER) {
                return unholdable(row, column, "an indicator that is not one character");
            } else {
                indicators.write(row.array(), from, to - from);
            }
        }
        return null;
    }

    private @Nullable Finding subfield(TableRow row, ByteOutput out) {
        long newSubfield = row.number(TableColumn.SUBFIELD);
        if (newSubfield <= subfield || newSubfield == 0) {
            return broken(row.place(TableColumn.SUBFIELD), "not the number of the next subfield");
        }
        subfield = newSubfield;
        int from = from(row, TableColumn.CODE);
        int length = row.to(TableColumn.CODE) - from;
        byte[] array = row.array();
        boolean one = length > 0 && Utf8.lengthOrOne(array, from, from + length) == length;
        if (length > 0 && !one && length != codeBytes
                || length == 0 && row.length(TableColumn.VALUE) > 0
                || holdsDelimiter(array, from, from + length)) {
            return unholdable(row, TableColumn.CODE, "a subfield code that is not one character");
        }
        out.write(DELIMITER);
        out.write(array, from, length);
        return text(row, out);
    }

    private @Nullable Finding text(TableRow row, ByteOutput out) {
        int from = from(row, TableColumn.VALUE);
        int to = row.to(TableColumn.VALUE);
        if (holdsDelimiter(row.array(), from, to)) {
            return unholdable(row, TableColumn.VALUE, "a value holds 0x1F");
        }
        int wrong = Utf8.firstWrong(row.array(), from, to);
        if (wrong < to) {
            found(
                    row.place(TableColumn.VALUE),
                    DiagnosticCode.BYTE_UNDECODABLE,
                    String.format("byte 0x%02X is none of UTF-8", row.array()[wrong] & 0xFF),
                    "kept as it is");
        }
        out.write(row.array(), from, to - from);
        return null;
    }

    private static boolean holdsDelimiter(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == DELIMITER) {
                return true;
            }
        }
        return false;
    }

    /** Where the text of a cell begins, behind its guard. */
    private int from(TableRow row, TableColumn column) {
        return row.from(column) + (guarded && row.isGuarded(column) ? 1 : 0);
    }

    private void endField() {
        if (inField) {
            builder.endField();
            inField = false;
        }
    }

    /** Ends the record. */
    void end() {
        endField();
        if (!hasLeader) {
            found(rowAt, DiagnosticCode.LEADER_INCOMPLETE, "no leader", "blanks were put in");
        }
    }

    /** What was found in the record. */
    List<Finding> findings() {
        return findings.list();
    }

    private void found(int place, DiagnosticCode code, String what, String action) {
        findings.add(new Finding(code, shift + place, tagText(), fieldNumber(), what, "", action));
    }

    private Finding broken(int place, String what) {
        return new Finding(
                DiagnosticCode.MARKUP_BROKEN,
                shift + place,
                tagText(),
                fieldNumber(),
                what,
                "",
                "it went to the rejects");
    }

    private Finding unholdable(TableRow row, TableColumn column, String what) {
        return new Finding(
                DiagnosticCode.VALUE_NOT_REPRESENTABLE,
                shift + row.place(column),
                tagText(),
                fieldNumber(),
                what,
                "",
                "it went to the rejects");
    }

    private int fieldNumber() {
        return inField ? builder.size() + 1 : 0;
    }

    private String tagText() {
        if (!inField) {
            return "";
        }
        byte[] bytes = {(byte) (tag >> 16), (byte) (tag >> 8), (byte) tag};
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
