// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.INDICATORS_MISSING;
import static dev.marcato.diagnostic.DiagnosticCode.INDICATOR_UNUSUAL;
import static dev.marcato.diagnostic.DiagnosticCode.NO_SUBFIELDS;
import static dev.marcato.diagnostic.DiagnosticCode.SEPARATOR_IN_FIELD;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELDS_IN_CONTROL_FIELD;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_CODE_INVALID;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_CODE_MISSING;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_CODE_UNUSUAL;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_EMPTY;
import static dev.marcato.diagnostic.DiagnosticCode.TAG_INVALID;
import static dev.marcato.diagnostic.DiagnosticCode.TEXT_BEFORE_FIRST_DELIMITER;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.internal.SafeText;
import dev.marcato.io.Utf8;

/**
 * The structure of a field: tag, indicators, delimiters, subfield codes. The one pass over its bytes also learns
 * whether its text needs a look; that of most fields does not.
 */
final class FieldCheck {
    static final byte DELIMITER = 0x1F;
    static final byte SEPARATOR = 0x1E;

    /** Bits that {@link #check} returns. */
    static final int HIGH = 1;

    static final int CONTROL = 2;
    static final int HASH = 4;

    private static final int IS_SEPARATOR = 8;
    private static final int IS_DELIMITER = 16;

    private static final int FMT = 'F' << 16 | 'M' << 8 | 'T';
    private static final int SHOWN = 30;
    private static final byte[] CLASSES = classes();

    private final Findings findings;

    FieldCheck(Findings findings) {
        this.findings = findings;
    }

    /** Checks a field; returns which of {@link #HIGH}, {@link #CONTROL} and {@link #HASH} its bytes call for. */
    int check(InspectedRecord record, int field) {
        checkTag(record, field);
        int seen = record.isControlField(field) ? checkControlField(record, field) : checkDataField(record, field);
        if ((seen & IS_SEPARATOR) != 0) {
            int at = indexOf(record.data, SEPARATOR, record.start(field), record.end(field));
            findings.add(
                    record,
                    SEPARATOR_IN_FIELD,
                    field,
                    at,
                    "field terminator (0x1E) inside the field",
                    "the directory says that the field goes on");
        }
        return seen & (HIGH | CONTROL | HASH);
    }

    private void checkTag(InspectedRecord record, int field) {
        int tag = record.tag(field);
        if (!isTagCharacter(tag >> 16) || !isTagCharacter(tag >> 8 & 0xFF) || !isTagCharacter(tag & 0xFF)) {
            findings.add(
                    record,
                    TAG_INVALID,
                    field,
                    record.start(field),
                    "tag is \"" + record.tagText(field) + "\"",
                    "a tag is three ASCII digits or letters");
        }
    }

    private int checkControlField(InspectedRecord record, int field) {
        byte[] data = record.data;
        int end = record.end(field);
        int seen = 0;
        for (int at = record.start(field); at < end; at++) {
            seen |= CLASSES[data[at] & 0xFF];
        }
        if ((seen & IS_DELIMITER) != 0) {
            int at = indexOf(data, DELIMITER, record.start(field), end);
            findings.add(record, SUBFIELDS_IN_CONTROL_FIELD, field, at, "", "a control field is one value");
        }
        return seen;
    }

    private int checkDataField(InspectedRecord record, int field) {
        byte[] data = record.data;
        int start = record.start(field);
        int end = record.end(field);
        int seen = 0;
        int first = -1;
        for (int at = start; at < end; at++) {
            int kind = CLASSES[data[at] & 0xFF];
            if (kind != 0) {
                seen |= kind;
                if (kind == IS_DELIMITER) {
                    if (first < 0) {
                        first = at;
                        checkHead(record, field, first);
                    }
                    checkSubfield(record, field, at, end);
                }
            }
        }
        if (first < 0 && record.tag(field) != FMT) {
            // FMT is how Aleph writes a control field of its own.
            String found = start == end
                    ? "data field is empty"
                    : "data field without a subfield delimiter: " + quote(data, start, end);
            findings.add(record, NO_SUBFIELDS, field, start, found, "");
        }
        return seen;
    }

    /** What stands before the first delimiter. */
    private void checkHead(InspectedRecord record, int field, int first) {
        byte[] data = record.data;
        int start = record.start(field);
        int expected = record.indicatorCount();
        int present = first - start;
        if (present == expected) {
            for (int at = start; at < first; at++) {
                int value = data[at];
                if (value != ' ' && (value < '0' || value > '9')) {
                    unusualIndicator(record, field, at);
                }
            }
        } else if (present < expected) {
            String found = present == 0 ? "no indicators" : counted(present, "indicator") + " only";
            add(record, INDICATORS_MISSING, field, start, found, counted(expected, "indicator") + " must stand here");
        } else {
            // A multibyte character as an indicator is read as one; programs that count bytes take it for text.
            boolean wide = characters(data, start, first) == expected;
            String what = wide
                    ? "an indicator is not ASCII: "
                    : counted(present, "byte") + " before the first subfield delimiter: ";
            String text = quote(data, start, first);
            String rule = wide ? "an indicator is one byte" : "the first " + expected + " are indicators";
            add(record, TEXT_BEFORE_FIRST_DELIMITER, field, start + expected, what + text, rule);
        }
    }

    private void unusualIndicator(InspectedRecord record, int field, int at) {
        String which = record.indicatorCount() == 1 ? "indicator" : "indicator " + (at - record.start(field) + 1);
        add(
                record,
                INDICATOR_UNUSUAL,
                field,
                at,
                which + " is " + show(record.data[at]),
                "a digit or a blank is usual");
    }

    private void checkSubfield(InspectedRecord record, int field, int delimiter, int end) {
        int codeLength = record.subfieldCodeCount() - 1;
        if (codeLength != 1) {
            checkLongCode(record, field, delimiter, end, codeLength);
            return;
        }
        byte[] data = record.data;
        int code = delimiter + 1 < end ? data[delimiter + 1] : DELIMITER;
        if (isUsualCode(code)) {
            boolean empty = delimiter + 2 == end || data[delimiter + 2] == DELIMITER;
            if (empty && !findings.overflows(SUBFIELD_EMPTY)) {
                add(record, SUBFIELD_EMPTY, field, delimiter, "subfield " + (char) code + " is empty", "");
            }
        } else {
            oddCode(record, field, delimiter, end);
        }
    }

    private void oddCode(InspectedRecord record, int field, int delimiter, int end) {
        byte[] data = record.data;
        int at = delimiter + 1;
        if (at >= end || data[at] == DELIMITER) {
            String what = at >= end ? "subfield delimiter at the end of the field" : "two subfield delimiters in a row";
            add(record, SUBFIELD_CODE_MISSING, field, delimiter, what, "a code must follow");
            return;
        }
        int code = data[at];
        if (code > 0x20 && code < 0x7F) {
            add(
                    record,
                    SUBFIELD_CODE_UNUSUAL,
                    field,
                    at,
                    "subfield code is " + show(code),
                    "a lowercase letter or a digit is usual");
        } else {
            String expected = code < 0 ? "no code lies outside ASCII" : "";
            add(record, SUBFIELD_CODE_INVALID, field, at, "subfield code is " + show(code), expected);
        }
        if (code != SEPARATOR && (at + 1 == end || data[at + 1] == DELIMITER)) {
            add(record, SUBFIELD_EMPTY, field, delimiter, "subfield " + show(code) + " is empty", "");
        }
    }

    /** Codes of another length than one character, as the leader asks and the data confirm. */
    private void checkLongCode(InspectedRecord record, int field, int delimiter, int end, int codeLength) {
        byte[] data = record.data;
        for (int at = delimiter + 1; at <= delimiter + codeLength; at++) {
            if (at >= end || data[at] == DELIMITER) {
                add(
                        record,
                        SUBFIELD_CODE_MISSING,
                        field,
                        delimiter,
                        "",
                        counted(codeLength, "character") + " must follow");
                return;
            }
            if (data[at] <= 0x20 || data[at] == 0x7F) {
                add(record, SUBFIELD_CODE_INVALID, field, at, "subfield code holds " + show(data[at]), "");
                return;
            }
        }
        int value = delimiter + 1 + codeLength;
        if (codeLength > 0 && (value == end || data[value] == DELIMITER)) {
            add(record, SUBFIELD_EMPTY, field, delimiter, "", "");
        }
    }

    private void add(InspectedRecord record, DiagnosticCode code, int field, int at, String found, String expected) {
        findings.add(record, code, field, at, found, expected);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String quote(byte[] data, int from, int to) {
        return "\"" + SafeText.ofBytes(data, from, to, SHOWN) + "\"";
    }

    private static String show(int value) {
        return value == ' '
                ? "a blank"
                : value > 0x20 && value < 0x7F ? "\"" + (char) value + "\"" : SafeText.ofByte(value & 0xFF);
    }

    /** Characters of UTF-8; bytes that are none count as one each. */
    private static int characters(byte[] data, int from, int to) {
        int characters = 0;
        for (int at = from; at < to; characters++) {
            at += Utf8.lengthOrOne(data, at, to);
        }
        return characters;
    }

    static int indexOf(byte[] data, byte wanted, int from, int to) {
        for (int at = from; at < to; at++) {
            if (data[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isUsualCode(int code) {
        return code >= 'a' && code <= 'z' || code >= '0' && code <= '9';
    }

    private static boolean isTagCharacter(int value) {
        return value >= '0' && value <= '9' || value >= 'A' && value <= 'Z' || value >= 'a' && value <= 'z';
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int value = 0; value < 256; value++) {
            classes[value] = (byte) (value >= 0x80 ? HIGH : value < 0x20 || value == 0x7F ? CONTROL : 0);
        }
        classes['#'] = HASH;
        classes[DELIMITER] = IS_DELIMITER;
        classes[SEPARATOR] = IS_SEPARATOR;
        // A record terminator inside a field was found by framing already.
        classes[0x1D] = 0;
        return classes;
    }
}
