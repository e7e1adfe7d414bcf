// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.marcato.MarcRecord;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordBytes;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.Utf8;

/**
 * Writes MARCXML: a collection, each record on a line of its own, or indented. What is written is always well-formed. What the
 * schema has no place for is written all the same, in the form nearest to it, and reported once for each kind in a record:
 *
 * <ul>
 *   <li>a field without subfields is a {@code controlfield} (a {@code datafield} with text where its tag is a number and it has
 *       its indicators), a control field with subfields is a {@code datafield};
 *   <li>text before the first subfield stands before the first {@code subfield};
 *   <li>indicators are {@code ind1} to {@code ind9}, as in MarcXchange; of a field that has some and lacks others, those that it
 *       lacks are blank.
 * </ul>
 *
 * A tag that is not ASCII is refused, and so are more than nine indicators.
 */
final class XmlEncoder implements RecordEncoder {
    private static final byte[] BEGIN = ascii("""
            <?xml version="1.0" encoding="UTF-8"?>
            <collection xmlns="http://www.loc.gov/MARC21/slim">
            """);
    private static final byte[] END = ascii("</collection>\n");
    private static final byte[] FIELD = ascii("<datafield tag=\"");
    private static final byte[] FIELD_END = ascii("</datafield>");
    private static final byte[] CONTROL = ascii("<controlfield tag=\"");
    private static final byte[] CONTROL_END = ascii("</controlfield>");
    private static final byte[] SUBFIELD = ascii("<subfield code=\"");
    private static final byte[] SUBFIELD_END = ascii("</subfield>");
    private static final byte[] INDICATOR = ascii("\" ind");
    private static final byte[] TAG_ENDS = ascii("\">");
    private static final byte[] RECORD = ascii("<record>");
    private static final byte[] RECORD_END = ascii("</record>");
    private static final byte[] LEADER = ascii("<leader>");
    private static final byte[] LEADER_END = ascii("</leader>");
    private static final byte[][] INDENTATION = {ascii("  "), ascii("\n    "), ascii("\n      "), ascii("\n  ")};

    private static final byte DELIMITER = 0x1F;
    private static final int MOST_INDICATORS = 9;
    private static final int LEADER_LENGTH = 24;

    private final boolean indented;
    private final UsualXmlField usualField;
    private final ByteOutput leader = new ByteOutput(32);

    XmlEncoder(boolean indented) {
        this.indented = indented;
        this.usualField = indented ? UsualXmlField.INDENTED : UsualXmlField.ON_ONE_LINE;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    @Override
    public void begin(ByteOutput out) {
        out.write(BEGIN);
    }

    @Override
    public void end(ByteOutput out) {
        out.write(END);
    }

    @Override
    public boolean encode(MarcRecord record, EncodedRecords encoded) {
        RecordBytes fields = RecordBytes.of(record);
        Departures departures = new Departures(record, encoded);
        if (fields.indicatorCount() > MOST_INDICATORS) {
            return encoded.refuse(departures.refusal(
                    0, "the leader says that a field has " + fields.indicatorCount() + " indicators", "at most 9"));
        }
        for (int field = 0; field < fields.size(); field++) {
            if (!isWritable(fields.tag(field))) {
                return encoded.refuse(
                        departures.refusal(field + 1, "the tag is not ASCII", "three characters that XML can hold"));
            }
        }
        ByteOutput out = encoded.bytes();
        indent(0, out);
        out.write(RECORD);
        leader(fields, departures, out);
        boolean usual = fields.indicatorCount() == 2 && fields.subfieldCodeCount() == 2;
        boolean data = false;
        for (int field = 0; field < fields.size(); field++) {
            departures.field(fields.tag(field), field + 1);
            boolean control;
            if (usual && usualField.encode(fields, field, out)) {
                control = fields.isControlField(field);
            } else {
                control = field(fields, field, departures, out);
            }
            if (control && data) {
                departures.tell(Departures.ORDER, "a control field stands behind a data field");
            }
            data |= !control;
        }
        indent(3, out);
        out.write(RECORD_END);
        out.write('\n');
        return true;
    }

    private static boolean isWritable(int tag) {
        return isPrintable(tag >> 16) && isPrintable(tag >> 8) && isPrintable(tag);
    }

    private static boolean isPrintable(int value) {
        int low = value & 0xFF;
        return low >= ' ' && low < 0x7F;
    }

    private void indent(int level, ByteOutput out) {
        if (indented) {
            out.write(INDENTATION[level]);
        }
    }

    private void leader(RecordBytes fields, Departures departures, ByteOutput out) {
        indent(1, out);
        out.write(LEADER);
        leader.clear();
        fields.leaderTo(leader);
        byte[] bytes = leader.array();
        if (SchemaRules.isLeader(bytes, 0)) {
            out.write(bytes, 0, LEADER_LENGTH);
        } else {
            departures.tell(Departures.LEADER, "the leader is not as the schema wants it");
            int lost = 0;
            for (int at = 0; at < LEADER_LENGTH; at++) {
                if (bytes[at] < 0) {
                    bytes[at] = ' ';
                    lost++;
                }
            }
            departures.lost(lost + XmlText.value(bytes, 0, LEADER_LENGTH, out));
        }
        out.write(LEADER_END);
    }

    /** Writes a field; whether it is a control field then. */
    private boolean field(RecordBytes fields, int field, Departures departures, ByteOutput out) {
        byte[] bytes = fields.array();
        int from = fields.from(field);
        int to = fields.to(field);
        int tag = fields.tag(field);
        int delimiter = from;
        while (delimiter < to && bytes[delimiter] != DELIMITER) {
            delimiter++;
        }
        indent(1, out);
        if (delimiter == to && (fields.isControlField(field) || !isBareField(fields, tag, from, to))) {
            controlField(bytes, tag, from, to, departures, out);
            return true;
        }
        if (!SchemaRules.isDataTag(tag)) {
            departures.tell(Departures.TAG, "the schema has no such data field");
        }
        out.write(FIELD);
        tag(tag, out);
        int text = indicators(fields, from, delimiter, departures, out);
        out.write(TAG_ENDS);
        if (text < delimiter) {
            departures.tell(Departures.TEXT, "the field has text before its first subfield");
            departures.lost(XmlText.guarded(bytes, text, delimiter, out));
        }
        if (delimiter == to) {
            departures.tell(Departures.EMPTY, "the field has no subfields");
        }
        subfields(fields, delimiter, to, departures, out);
        out.write(FIELD_END);
        return false;
    }

    /** Whether a field without subfields is one that has indicators: it has a number, and so many characters or more. */
    private static boolean isBareField(RecordBytes fields, int tag, int from, int to) {
        int count = fields.indicatorCount();
        int at = from;
        for (int number = 0; number < count; number++) {
            if (at >= to) {
                return false;
            }
            at += characterLength(fields.array(), at, to);
        }
        return isDigit(tag >> 16) && isDigit(tag >> 8) && isDigit(tag) && count > 0;
    }

    private static boolean isDigit(int value) {
        int low = value & 0xFF;
        return low >= '0' && low <= '9';
    }

    private static int characterLength(byte[] bytes, int at, int to) {
        return Utf8.lengthOrOne(bytes, at, to);
    }

    private static void controlField(byte[] bytes, int tag, int from, int to, Departures departures, ByteOutput out) {
        if (!SchemaRules.isControlTag(tag)) {
            departures.tell(Departures.TAG, "the schema has no such control field");
        }
        out.write(CONTROL);
        tag(tag, out);
        out.write(TAG_ENDS);
        departures.lost(XmlText.text(bytes, from, to, out));
        out.write(CONTROL_END);
    }

    private static void tag(int tag, ByteOutput out) {
        if (SchemaRules.isDataTag(tag) || SchemaRules.isControlTag(tag)) {
            out.write(tag >> 16);
            out.write(tag >> 8);
            out.write(tag);
        } else {
            byte[] bytes = {(byte) (tag >> 16), (byte) (tag >> 8), (byte) tag};
            XmlText.value(bytes, 0, 3, out);
        }
    }

    /** Writes the indicators; where they end. */
    private static int indicators(RecordBytes fields, int from, int delimiter, Departures departures, ByteOutput out) {
        byte[] bytes = fields.array();
        int count = fields.indicatorCount();
        if (count != 2) {
            departures.tell(Departures.COUNT, "the record has " + count + " indicators a field");
        }
        int at = from;
        for (int number = 1; number <= count; number++) {
            out.write(INDICATOR);
            out.write('0' + number);
            out.write('=');
            out.write('"');
            if (at == delimiter) {
                departures.missingIndicator();
                out.write(' ');
            } else if (SchemaRules.isIndicator(bytes[at])) {
                out.write(bytes[at++]);
            } else {
                departures.tell(Departures.INDICATOR, "an indicator is neither a digit, a small letter nor a blank");
                int end = at + characterLength(bytes, at, delimiter);
                departures.lost(XmlText.value(bytes, at, end, out));
                at = end;
            }
        }
        return at;
    }

    private void subfields(RecordBytes fields, int delimiter, int to, Departures departures, ByteOutput out) {
        byte[] bytes = fields.array();
        int codeLength = fields.subfieldCodeCount() - 1;
        int at = delimiter;
        while (at < to) {
            indent(2, out);
            out.write(SUBFIELD);
            int value = code(bytes, at + 1, to, codeLength, departures, out);
            out.write(TAG_ENDS);
            at = text(bytes, value, to, departures, out);
            out.write(SUBFIELD_END);
        }
        if (delimiter < to) {
            indent(1, out);
        }
    }

    /** Writes a subfield's code; where it ends. */
    private static int code(byte[] bytes, int from, int to, int length, Departures departures, ByteOutput out) {
        if (length == 1 && from < to && XmlText.isCode(bytes[from])) {
            out.write(bytes[from]);
            return from + 1;
        }
        int end = from;
        for (int n = 0; n < length && end < to && bytes[end] != DELIMITER; n++) {
            end += characterLength(bytes, end, to);
        }
        if (end - from != 1 || !SchemaRules.isCode(bytes[from])) {
            departures.tell(Departures.CODE, "the schema has no such subfield code");
        }
        departures.lost(XmlText.value(bytes, from, end, out));
        return end;
    }

    /** Writes text up to the next delimiter; where that is. */
    private static int text(byte[] bytes, int from, int to, Departures departures, ByteOutput out) {
        int at = XmlText.plain(bytes, from, to, out);
        while (at < to && bytes[at] != DELIMITER) {
            int end = XmlText.specialEnd(bytes, at, to);
            departures.lost(XmlText.text(bytes, at, end, out));
            at = XmlText.plain(bytes, end, to, out);
        }
        return at;
    }
}
