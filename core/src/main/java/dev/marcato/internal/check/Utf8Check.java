// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.BYTE_UNDECODABLE;
import static dev.marcato.diagnostic.DiagnosticCode.CHARACTER_CUT;
import static dev.marcato.diagnostic.DiagnosticCode.ENCODING_CONTRADICTED;
import static dev.marcato.diagnostic.DiagnosticCode.REPLACEMENT_CHARACTER;
import static dev.marcato.diagnostic.DiagnosticCode.UTF8_ENCODED_TWICE;
import static dev.marcato.internal.check.FieldCheck.DELIMITER;
import static dev.marcato.internal.check.FieldCheck.SEPARATOR;

import dev.marcato.internal.charset.DoubleUtf8;
import dev.marcato.internal.charset.SetFamily;
import dev.marcato.io.Utf8;

/** Text in UTF-8. */
final class Utf8Check implements TextCheck {
    private static final int ESCAPE = 0x1B;
    private static final int RECORD_TERMINATOR = 0x1D;

    private final Findings findings;
    private final ControlCharacters controls;
    private final TextPatterns patterns;
    private final DoubleUtf8 doubled = new DoubleUtf8();
    private final OtherEncoding other = new OtherEncoding();

    /** Characters of several bytes in the record. */
    private int multibyte;

    private int escapes;
    private int escapeAt;
    private int escapeField;
    private int invalid;
    private int invalidAt;
    private int invalidField;
    private int twice;
    private int twiceFields;
    private int twiceAt;
    private int twiceField;

    Utf8Check(Findings findings) {
        this.findings = findings;
        this.controls = new ControlCharacters(findings);
        this.patterns = new TextPatterns(findings);
    }

    @Override
    public void field(InspectedRecord record, int field) {
        byte[] data = record.data;
        int end = record.end(field);
        int at = record.start(field);
        int replaced = 0;
        int replacedAt = 0;
        int firstHigh = -1;
        doubled.begin();
        while (at < end) {
            int value = data[at];
            if (value >= 0) {
                doubled.interrupt();
                at += ascii(record, field, at, end);
                continue;
            }
            int length = Utf8.length(data, at, end);
            if (length == 0) {
                doubled.interrupt();
                at = invalid(record, field, at, end);
                continue;
            }
            multibyte++;
            firstHigh = firstHigh < 0 ? at : firstHigh;
            int character = Utf8.character(data, at, length);
            boolean continues = doubled.next(character);
            if (character <= 0x9F && !continues && isStray(character)) {
                controls.add(data, at, character);
            } else if (character == 0xFFFD) {
                replacedAt = replaced++ == 0 ? at : replacedAt;
            } else if (character >= 0x241D && character <= 0x241F) {
                patterns.symbol(at, character);
            }
            at += length;
        }
        doubled.interrupt();
        if (doubled.twice() > 0) {
            if (twiceFields++ == 0) {
                twiceAt = firstHigh;
                twiceField = field;
            }
            twice += doubled.twice();
        }
        if (replaced > 0) {
            String found = replaced == 1 ? "" : replaced + " replacement characters (U+FFFD) in this field";
            findings.add(record, REPLACEMENT_CHARACTER, field, replacedAt, found, "");
        }
        controls.flush(record, field);
        patterns.flush(record, field, true);
    }

    @Override
    public void finish(InspectedRecord record) {
        if (twice > 0) {
            String fields = twiceFields == 1 ? "one field" : twiceFields + " fields";
            findings.add(
                    record,
                    UTF8_ENCODED_TWICE,
                    twiceField,
                    twiceAt,
                    "text was encoded as UTF-8 twice: " + counted(twice, "character") + " in " + fields,
                    "");
        }
        Declaration declared = Declaration.of(record);
        if (declared == Declaration.UTF_8) {
            contradictDeclaredUtf8(record);
        } else if (declared == Declaration.OTHER && multibyte > 0 && invalid == 0) {
            findings.add(
                    record,
                    ENCODING_CONTRADICTED,
                    Declaration.field(record),
                    Declaration.position(record),
                    Declaration.text(record),
                    "the text is UTF-8");
        }
        multibyte = 0;
        escapes = 0;
        invalid = 0;
        twice = 0;
        twiceFields = 0;
        other.clear();
    }

    private void contradictDeclaredUtf8(InspectedRecord record) {
        if (escapes > 0) {
            String what = counted(escapes, "MARC-8 escape sequence") + " in the text";
            findings.add(record, ENCODING_CONTRADICTED, escapeField, escapeAt, Declaration.text(record), what);
        } else if (invalid > 0 && (multibyte == 0 || other.isCesu8())) {
            String looks = other.looksLike(record.flavor());
            if (!looks.isEmpty()) {
                String what = multibyte == 0
                        ? "no character outside ASCII is UTF-8; the text looks like " + looks
                        : "some characters are " + looks + " instead";
                findings.add(record, ENCODING_CONTRADICTED, invalidField, invalidAt, Declaration.text(record), what);
            }
        }
    }

    /** One byte below 0x80; returns how many bytes are done with. */
    private int ascii(InspectedRecord record, int field, int at, int end) {
        byte[] data = record.data;
        int value = data[at];
        if (value == ESCAPE) {
            int length = SetFamily.length(SetFamily.MARC_8.escape(data, at, end));
            if (length > 0) {
                if (escapes++ == 0) {
                    escapeAt = at;
                    escapeField = field;
                }
                return length;
            }
        }
        if (ControlCharacters.is(value)) {
            controls.add(data, at, value);
        } else if (value == '#') {
            patterns.hash(data, record.start(field), at, end);
        }
        return 1;
    }

    /** A byte that begins no character; returns where the text goes on. */
    private int invalid(InspectedRecord record, int field, int at, int end) {
        int cut = cutAt(record.data, at, end);
        if (cut > 0) {
            cutOff(record, field, at, cut, end);
            return cut;
        }
        byte[] data = record.data;
        int to = at + 1;
        while (to < end && data[to] < 0 && Utf8.length(data, to, end) == 0 && cutAt(data, to, end) == 0) {
            to++;
        }
        if (!findings.overflows(BYTE_UNDECODABLE)) {
            String found = Quote.bytes(data, at, to) + " cannot be UTF-8";
            String where = Quote.around(data, record.start(field), at, to, end);
            findings.add(record, BYTE_UNDECODABLE, field, at, found, where);
        }
        if (invalid == 0) {
            invalidAt = at;
            invalidField = field;
        }
        invalid += to - at;
        other.add(data, at, to, end);
        return to;
    }

    private void cutOff(InspectedRecord record, int field, int at, int cut, int end) {
        if (findings.overflows(CHARACTER_CUT)) {
            return;
        }
        byte[] data = record.data;
        String what = cut == end || data[cut] == SEPARATOR ? "field" : "subfield";
        findings.add(
                record,
                CHARACTER_CUT,
                field,
                at,
                "character is cut off by the end of the " + what + ": " + Quote.bytes(data, at, cut),
                "");
    }

    /**
     * Where a character that begins rightly is cut by a delimiter or the field's end, 0 if it is not. A first byte alone
     * may as well be a Latin-1 letter from a grave to o circumflex; then the record's other text decides.
     */
    private int cutAt(byte[] data, int at, int end) {
        int there = Utf8.partial(data, at, end);
        int next = at + there;
        boolean broken = there > 0 && (next == end || isBoundary(data[next]));
        boolean certain = there > 1 || (data[at] & 0xFF) < 0xE0 || multibyte > 0;
        return broken && certain ? next : 0;
    }

    private static boolean isBoundary(byte value) {
        return value == DELIMITER || value == SEPARATOR || value == RECORD_TERMINATOR;
    }

    /** U+0088, U+0089 and U+0098, U+009C enclose what is not sorted; all other C1 characters are rubbish. */
    private static boolean isStray(int character) {
        return character != 0x88 && character != 0x89 && character != 0x98 && character != 0x9C;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
