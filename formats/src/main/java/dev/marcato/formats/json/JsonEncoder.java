// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.formats.text.Utf8Text;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordBytes;
import dev.marcato.io.RecordEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes MARC-in-JSON: leader, then fields in their order; of each field indicators, then subfields in theirs.
 *
 * <p>Every record comes back equal, or is refused: one that holds 0x1D or 0x1E, a tag or a leader that is not ASCII, codes
 * of several characters, or text before the first delimiter. A field without delimiters is written as its text, even if its
 * tag is that of a data field; one of a control field that has them, as data fields are. A delimiter without a code is {@code
 * {"": ""}}. Indicators that are missing are written as blanks, and reported. One thread's.
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

    private static final byte DELIMITER = 0x1F;
    private static final int USUAL = 2;
    private static final int LEADER = 24;
    private static final byte[] BLANK = {' '};

    private final Layout layout;
    private final JsonText text;
    private @Nullable Problem problem;

    /** Why a field cannot be written, or not as it is. */
    private record Problem(DiagnosticCode code, int field, String found, String action) {}

    JsonEncoder(Layout layout) {
        this.layout = layout;
        this.text = new JsonText(layout == Layout.INDENTED);
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
        if (layout != Layout.LINES) {
            out.write('\n');
        }
        text.begin(out, layout == Layout.INDENTED ? 1 : 0);
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
        text.open('{');
        text.name("leader");
        if (!leader(record, out)) {
            return false;
        }
        text.next();
        text.name("fields");
        text.open('[');
        for (int field = 0; field < record.size(); field++) {
            if (field > 0) {
                text.next();
            }
            text.open('{');
            if (!tag(record.tag(field)) || !field(record, field)) {
                return problem != null && problem.code == DiagnosticCode.RECORD_NOT_REPRESENTABLE
                        ? false
                        : refuse(field, "a tag that is not ASCII");
            }
            text.close('}');
        }
        text.close(']');
        text.close('}');
        return true;
    }

    private boolean leader(RecordBytes record, ByteOutput out) {
        int from = out.size();
        record.leaderTo(out);
        byte[] leader = new byte[LEADER];
        System.arraycopy(out.array(), from, leader, 0, LEADER);
        out.truncate(from);
        for (byte each : leader) {
            if (each < 0 || each >= 0x1D && each <= DELIMITER) {
                return refuse(-1, String.format("byte 0x%02X in the leader", each & 0xFF));
            }
        }
        text.string(leader, 0, LEADER);
        return true;
    }

    private boolean tag(int tag) {
        byte[] bytes = {(byte) (tag >> 16), (byte) (tag >> 8), (byte) tag};
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        text.name(bytes);
        return true;
    }

    private boolean field(RecordBytes record, int field) {
        byte[] bytes = record.array();
        int from = record.from(field);
        int to = record.to(field);
        int delimiter = JsonText.delimiter(bytes, from, to);
        int count = record.indicatorCount();
        boolean bare = delimiter == to;
        if (bare && !(isNumeric(record.tag(field)) && isOf(bytes, from, to, count))
                || bare && record.isControlField(field)) {
            return text.string(bytes, from, to) || refuseSeparator(field);
        }
        text.open('{');
        int at = from;
        for (int number = 1; number <= count; number++) {
            text.name("ind" + number);
            int end = at < delimiter ? at + Utf8Text.lengthOrOne(bytes, at, delimiter) : at;
            if (end == at) {
                depart(field, "indicators are missing", "written as blanks");
                text.string(BLANK, 0, 1);
            } else if (!text.string(bytes, at, end)) {
                return refuseSeparator(field);
            }
            at = end;
            text.next();
        }
        if (at < delimiter) {
            return refuse(field, "text before the first subfield delimiter");
        }
        text.name("subfields");
        text.open('[');
        while (at < to) {
            if (at > delimiter) {
                text.next();
            }
            int end = JsonText.delimiter(bytes, at + 1, to);
            if (!subfield(bytes, at + 1, end, field)) {
                return false;
            }
            at = end;
        }
        text.close(']');
        text.close('}');
        return true;
    }

    private boolean subfield(byte[] bytes, int code, int end, int field) {
        text.open('{');
        if (code == end) {
            depart(field, "a delimiter without a code", "written as an empty name");
        } else if (bytes[code] >= 0x1D && bytes[code] < DELIMITER) {
            return refuseSeparator(field);
        }
        int value = code == end ? end : code + Utf8Text.lengthOrOne(bytes, code, end);
        text.code(bytes, code, value);
        if (!text.string(bytes, value, end)) {
            return refuseSeparator(field);
        }
        text.close('}');
        return true;
    }

    private boolean refuseSeparator(int field) {
        return refuse(field, "the field holds a field or record terminator");
    }

    /** Whether bytes are exactly so many characters. */
    private static boolean isOf(byte[] bytes, int from, int to, int count) {
        int at = from;
        for (int i = 0; i < count && at < to; i++) {
            at += Utf8Text.lengthOrOne(bytes, at, to);
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
