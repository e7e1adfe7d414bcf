// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.BYTE_UNDECODABLE;
import static dev.marcato.diagnostic.DiagnosticCode.CHARACTER_CUT;
import static dev.marcato.diagnostic.DiagnosticCode.ENCODING_CONTRADICTED;
import static dev.marcato.diagnostic.DiagnosticCode.ESCAPE_NOT_CLOSED;
import static dev.marcato.internal.check.FieldCheck.DELIMITER;
import static dev.marcato.internal.check.FieldCheck.SEPARATOR;

import dev.marcato.internal.SafeText;
import dev.marcato.internal.charset.EastAsian;
import dev.marcato.internal.charset.GraphicSet;
import dev.marcato.internal.charset.SetFamily;
import dev.marcato.io.Utf8;

/** Text in MARC-8: escape sequences, bytes that stand for nothing, and what is said in vain. */
final class Marc8Check implements TextCheck {
    private static final int ESCAPE = 0x1B;
    private static final int RECORD_TERMINATOR = 0x1D;
    private static final int UNDEFINED_NEEDED = 3;

    private final Findings findings;
    private final ControlCharacters controls;
    private final TextPatterns patterns;
    private final OtherEncoding other = new OtherEncoding();
    private int utf8Fields;
    private int utf8Field;
    private int undefined;
    private int undefinedAt;
    private int undefinedField;
    private boolean misread;

    Marc8Check(Findings findings) {
        this.findings = findings;
        this.controls = new ControlCharacters(findings);
        this.patterns = new TextPatterns(findings);
    }

    @Override
    public void field(InspectedRecord record, int field) {
        if (isUtf8(record, field)) {
            if (utf8Fields++ == 0) {
                utf8Field = field;
            }
            return;
        }
        byte[] data = record.data;
        int end = record.end(field);
        GraphicSet left = GraphicSet.ASCII;
        GraphicSet right = GraphicSet.ANSEL;
        int opened = 0;
        misread = false;
        int at = record.start(field);
        while (at < end) {
            int value = data[at] & 0xFF;
            if (value >= 0x80) {
                other.add(data, at, at + 1, end);
            }
            if (value == ESCAPE) {
                int escape = SetFamily.MARC_8.escape(data, at, end);
                if (escape == 0) {
                    badEscape(record, field, at, end);
                    at++;
                } else if (SetFamily.isRightHalf(escape)) {
                    right = SetFamily.set(escape);
                } else {
                    left = SetFamily.set(escape);
                    opened = at;
                }
                at += SetFamily.length(escape);
            } else if (value == DELIMITER) {
                checkClosed(record, field, left, opened);
                left = GraphicSet.ASCII;
                right = GraphicSet.ANSEL;
                misread = false;
                // Its code is one byte whatever set is in force.
                at += 2;
            } else if (value >= 0xA0 && !right.hasCode(value)) {
                at = undefined(record, field, at, end, right);
            } else if (left.bytes() > 1 && value > 0x20 && value < 0x7F) {
                at = eastAsian(record, field, at, end);
            } else if (value > 0x20 && value < 0x7F && !left.hasCode(value)) {
                misread(record, field, at, at + 1, " stands for nothing in this set");
                at++;
            } else {
                look(data, record.start(field), at, end, left);
                at++;
            }
        }
        checkClosed(record, field, left, opened);
        controls.flush(record, field);
        patterns.flush(record, field, false);
    }

    @Override
    public void finish(InspectedRecord record) {
        if (utf8Fields > 0) {
            findings.add(
                    record,
                    ENCODING_CONTRADICTED,
                    utf8Field,
                    firstHigh(record, utf8Field),
                    Declaration.text(record),
                    utf8Fields == 1
                            ? "this field is UTF-8, the others are not"
                            : utf8Fields + " fields are UTF-8, others are not");
        } else if (undefined >= UNDEFINED_NEEDED) {
            findings.add(
                    record,
                    ENCODING_CONTRADICTED,
                    undefinedField,
                    undefinedAt,
                    Declaration.text(record),
                    undefined + " bytes of the text cannot be MARC-8" + looks(record));
        }
        utf8Fields = 0;
        undefined = 0;
        other.clear();
    }

    private String looks(InspectedRecord record) {
        String looks = other.looksLike(record.flavor());
        return looks.isEmpty() ? "" : "; the text looks like " + looks;
    }

    /** The sets are those of the beginning again behind a delimiter, whether the escape sequence before says so or not. */
    private void checkClosed(InspectedRecord record, int field, GraphicSet left, int opened) {
        if (left != GraphicSet.ASCII && !findings.overflows(ESCAPE_NOT_CLOSED)) {
            int length = SetFamily.length(SetFamily.MARC_8.escape(record.data, opened, record.end(field)));
            String sequence = SafeText.ofBytes(record.data, opened, opened + length, 4);
            String found = "escape sequence " + sequence + " is not closed";
            findings.add(record, ESCAPE_NOT_CLOSED, field, opened, found, "a value must end in Latin");
        }
    }

    /** A run of bytes from 0xA0 on that stand for nothing; returns where the text goes on. */
    private int undefined(InspectedRecord record, int field, int at, int end, GraphicSet right) {
        byte[] data = record.data;
        int to = at + 1;
        while (to < end && (data[to] & 0xFF) >= 0xA0 && !right.hasCode(data[to] & 0xFF)) {
            to++;
        }
        if (undefined == 0) {
            undefinedAt = at;
            undefinedField = field;
        }
        undefined += to - at;
        undecodable(record, field, at, to, " cannot be MARC-8");
        return to;
    }

    /** One finding in a value is enough for the left half: where the set is the wrong one, much in it stands for nothing. */
    private void misread(InspectedRecord record, int field, int at, int to, String what) {
        if (!misread) {
            misread = true;
            undecodable(record, field, at, to, what);
        }
    }

    private void undecodable(InspectedRecord record, int field, int at, int to, String what) {
        if (!findings.overflows(BYTE_UNDECODABLE)) {
            String found = Quote.bytes(record.data, at, to) + what;
            String where = Quote.around(record.data, record.start(field), at, to, record.end(field));
            findings.add(record, BYTE_UNDECODABLE, field, at, found, where);
        }
    }

    private void look(byte[] data, int start, int at, int end, GraphicSet left) {
        int value = data[at] & 0xFF;
        if (value >= 0x80 && value < 0xA0) {
            // Non-sorting characters begin and end with 0x88 and 0x89; 0x8D and 0x8E join and divide.
            if (value != 0x88 && value != 0x89 && value != 0x8D && value != 0x8E) {
                controls.add(data, at, value);
            }
        } else if (ControlCharacters.is(value)) {
            controls.add(data, at, value);
        } else if (value == '#' && left == GraphicSet.ASCII) {
            patterns.hash(data, start, at, end);
        }
    }

    /** One East Asian character; returns where the text goes on. */
    private int eastAsian(InspectedRecord record, int field, int at, int end) {
        byte[] data = record.data;
        if (EastAsian.character(data, at, end) != 0) {
            return at + EastAsian.BYTES;
        }
        int next = at + EastAsian.damaged(data, at, end);
        boolean whole = next - at == EastAsian.BYTES;
        boolean cut = !whole && (next == end || isBoundary(data[next]));
        if (cut && !findings.overflows(CHARACTER_CUT)) {
            findings.add(
                    record,
                    CHARACTER_CUT,
                    field,
                    at,
                    "East Asian character has " + (next - at) + " of its 3 bytes: "
                            + SafeText.ofBytes(data, at, next, 3),
                    "");
        } else if (!cut) {
            misread(record, field, at, next, " are no East Asian character");
        }
        return next;
    }

    private static boolean isBoundary(byte value) {
        return value == DELIMITER || value == SEPARATOR || value == RECORD_TERMINATOR || value == ESCAPE;
    }

    private void badEscape(InspectedRecord record, int field, int at, int end) {
        if (findings.overflows(ESCAPE_NOT_CLOSED)) {
            return;
        }
        int to = Math.min(end, at + 3);
        String quoted = SafeText.ofBytes(record.data, at, to, 3);
        String found = to - at < 3
                ? "escape sequence " + quoted + " is cut off"
                : "escape sequence " + quoted + " is not known";
        findings.add(record, ESCAPE_NOT_CLOSED, field, at, found, "");
    }

    /** Whether all that lies outside ASCII is UTF-8; in MARC-8 that does not come about by chance. */
    private static boolean isUtf8(InspectedRecord record, int field) {
        byte[] data = record.data;
        int end = record.end(field);
        int characters = 0;
        for (int at = record.start(field); at < end; ) {
            if (data[at] == ESCAPE) {
                return false;
            }
            int length = Utf8.length(data, at, end);
            if (length == 0) {
                return false;
            }
            characters += length > 1 ? 1 : 0;
            at += length;
        }
        return characters > 0;
    }

    private static int firstHigh(InspectedRecord record, int field) {
        int at = record.start(field);
        while (record.data[at] >= 0) {
            at++;
        }
        return at;
    }
}
