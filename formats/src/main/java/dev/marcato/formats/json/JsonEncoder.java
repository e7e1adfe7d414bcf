// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.formats.text.ByteSearch;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordBytes;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes MARC-in-JSON: leader, then fields in their order; of each field indicators, then subfields in theirs.
 *
 * <p>Every record comes back equal, or is refused: one that holds 0x1D or 0x1E, a tag or a leader that is not ASCII, codes
 * of several characters, or text before the first delimiter. A field without delimiters is written as its text, even if its
 * tag is that of a data field; one of a control field that has them, as data fields are. A delimiter without a code is {@code
 * {"": ""}}. Indicators that are missing are written as blanks, and reported; so is one of several bytes, which is written as the
 * character that it is. One thread's.
 */
final class JsonEncoder implements RecordEncoder {
    /** How records follow each other. */
    enum Layout {
        /** A record a line, and nothing else. */
        LINES,
        /** An array, a record a line. */
        ARRAY,
        /** An array, each value on a line of its own. */
        INDENTED
    }

    private static final byte DELIMITER = JsonText.DELIMITER;
    private static final int USUAL = 2;
    private static final int LEADER = 24;

    private final Layout layout;
    private final JsonLayout between;
    private @Nullable Problem problem;

    /** Why a field cannot be written, or not as it is. */
    private record Problem(DiagnosticCode code, int field, String found, String action) {}

    JsonEncoder(Layout layout) {
        this.layout = layout;
        this.between = layout == Layout.INDENTED ? JsonLayout.INDENTED : JsonLayout.COMPACT;
    }

    @Override
    public void begin(ByteOutput out) {
        if (layout != Layout.LINES) {
            out.write('[');
        }
    }

    @Override
    public void separate(ByteOutput out) {
        if (layout != Layout.LINES) {
            out.write(',');
        }
    }

    @Override
    public void end(ByteOutput out) {
        if (layout != Layout.LINES) {
            out.write("\n]\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public boolean encode(MarcRecord record, EncodedRecords made) {
        ByteOutput out = made.bytes();
        int before = out.size();
        RecordBytes bytes = RecordBytes.of(record);
        problem = null;
        if (layout == Layout.ARRAY) {
            out.write('\n');
        }
        if (write(bytes, out)) {
            if (problem != null) {
                made.report(diagnostic(record, problem));
            }
            if (layout == Layout.LINES) {
                out.write('\n');
            }
            return true;
        }
        out.truncate(before);
        return made.refuse(diagnostic(record, problem));
    }

    private static Diagnostic diagnostic(MarcRecord record, @Nullable Problem problem) {
        if (problem == null) {
            throw new IllegalStateException("refused without a reason");
        }
        Location at = record.location();
        if (problem.field >= 0) {
            at = new Location(
                    at.source(),
                    at.recordNumber(),
                    at.byteOffset(),
                    at.controlNumber(),
                    record.fields().get(problem.field).tag(),
                    problem.field + 1);
        }
        return new Diagnostic(problem.code, at, problem.found, "", problem.action);
    }

    private boolean refuse(int field, String found) {
        problem = new Problem(DiagnosticCode.RECORD_NOT_REPRESENTABLE, field, found, "not written");
        return false;
    }

    private void depart(int field, String found, String action) {
        if (problem == null) {
            problem = new Problem(DiagnosticCode.SCHEMA_DEPARTURE, field, found, action);
        }
    }

    private boolean write(RecordBytes record, ByteOutput out) {
        if (record.subfieldCodeCount() != USUAL) {
            return refuse(-1, "subfield codes of " + (record.subfieldCodeCount() - 1) + " bytes");
        }
        out.write(between.leader);
        if (!leader(record, out)) {
            return false;
        }
        out.write(between.fields);
        int size = record.size();
        boolean usual = record.indicatorCount() == USUAL;
        for (int field = 0; field < size; field++) {
            if (field > 0) {
                out.write(',');
            }
            if (!(usual && between.usual.encode(record, field, out)) && !field(record, field, out)) {
                return false;
            }
        }
        out.write(size == 0 ? between.noFieldsEnd : between.fieldsEnd);
        return true;
    }

    private boolean leader(RecordBytes record, ByteOutput out) {
        int from = out.size();
        record.leaderTo(out);
        int plain = 0;
        while (plain < LEADER && PlainRun.isPlain(out.array()[from + plain])) {
            plain++;
        }
        if (plain == LEADER) {
            return true;
        }
        byte[] leader = Arrays.copyOfRange(out.array(), from, from + LEADER);
        for (byte each : leader) {
            if (each < 0 || each >= 0x1D && each <= DELIMITER) {
                return refuse(-1, String.format("byte 0x%02X in the leader", each & 0xFF));
            }
        }
        out.truncate(from);
        JsonText.write(leader, 0, LEADER, out);
        return true;
    }

    /** Any field, with the problems that it may have. */
    private boolean field(RecordBytes record, int field, ByteOutput out) {
        if (!tag(record.tag(field), field, out)) {
            return false;
        }
        byte[] bytes = record.array();
        int from = record.from(field);
        int to = record.to(field);
        int delimiter = ByteSearch.next(bytes, from, to, DELIMITER);
        int count = record.indicatorCount();
        boolean bare = delimiter == to;
        if (bare && (record.isControlField(field) || !isNumeric(record.tag(field)) || !isOf(bytes, from, to, count))) {
            out.write(between.text);
            if (JsonText.write(bytes, from, to, out) < 0) {
                return refuseTerminator(field);
            }
            out.write(between.textEnd);
            return true;
        }
        int at = from;
        for (int number = 1; number <= count; number++) {
            out.write(number == 1 ? between.indicators : between.nextIndicator);
            out.write('0' + number);
            out.write(between.indicator);
            int end = at < delimiter ? at + Utf8.lengthOrOne(bytes, at, delimiter) : at;
            if (end == at) {
                depart(field, "indicators are missing", "written as blanks");
                out.write(' ');
            } else if (JsonText.write(bytes, at, end, out) < 0) {
                return refuseTerminator(field);
            } else if (end - at > 1) {
                depart(field, "an indicator has " + (end - at) + " bytes", "written as one character");
            }
            at = end;
        }
        if (at < delimiter) {
            return refuse(field, "text before the first subfield delimiter");
        }
        out.write(count == 0 ? between.onlySubfields : between.subfields);
        return subfields(bytes, at, to, field, out);
    }

    private boolean tag(int tag, int field, ByteOutput out) {
        byte[] bytes = {(byte) (tag >> 16), (byte) (tag >> 8), (byte) tag};
        for (byte each : bytes) {
            if (each < 0) {
                return refuse(field, "a tag that is not ASCII");
            }
        }
        out.write(between.field);
        return JsonText.write(bytes, 0, bytes.length, out) == bytes.length
                || refuse(field, "a tag that holds a delimiter or terminator");
    }

    /** @param from where the first delimiter stands, or the end */
    private boolean subfields(byte[] bytes, int from, int to, int field, ByteOutput out) {
        int at = from;
        while (at < to) {
            if (at > from) {
                out.write(',');
            }
            at = subfield(bytes, at + 1, to, field, out);
            if (at < 0) {
                return false;
            }
        }
        out.write(from == to ? between.noSubfieldsEnd : between.subfieldsEnd);
        return true;
    }

    /** Adds a subfield, and says where it ends; negative if it cannot be written. */
    private int subfield(byte[] bytes, int code, int to, int field, ByteOutput out) {
        int from = code;
        if (code == to || bytes[code] == DELIMITER) {
            depart(field, "a delimiter without a code", "written as an empty name");
        } else {
            from += Utf8.lengthOrOne(bytes, code, to);
        }
        out.write(between.code);
        int end = JsonText.write(bytes, code, from, out);
        if (end >= 0) {
            out.write(between.value);
            end = JsonText.write(bytes, from, to, out);
        }
        if (end < 0) {
            refuseTerminator(field);
            return end;
        }
        out.write(between.valueEnd);
        return end;
    }

    private boolean refuseTerminator(int field) {
        return refuse(field, "the field holds a field or record terminator");
    }

    /** Whether bytes are exactly so many characters. */
    private static boolean isOf(byte[] bytes, int from, int to, int count) {
        int at = from;
        for (int i = 0; i < count && at < to; i++) {
            at += Utf8.lengthOrOne(bytes, at, to);
        }
        return at == to && to - from >= count;
    }

    private static boolean isNumeric(int tag) {
        return isDigit(tag >> 16) && isDigit(tag >> 8 & 0xFF) && isDigit(tag & 0xFF);
    }

    private static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }
}
