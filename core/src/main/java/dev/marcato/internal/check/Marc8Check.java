// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.CHARACTER_CUT;
import static dev.marcato.diagnostic.DiagnosticCode.ENCODING_CONTRADICTED;
import static dev.marcato.diagnostic.DiagnosticCode.ESCAPE_NOT_CLOSED;
import static dev.marcato.internal.check.FieldCheck.DELIMITER;
import static dev.marcato.internal.check.FieldCheck.SEPARATOR;

import dev.marcato.internal.SafeText;

/** Text in MARC-8: what can be said without decoding it. */
final class Marc8Check implements TextCheck {
    private static final int ESCAPE = 0x1B;
    private static final int RECORD_TERMINATOR = 0x1D;
    private static final int EACC_BYTES = 3;

    private final Findings findings;
    private final ControlCharacters controls;
    private final TextPatterns patterns;
    private int utf8Fields;
    private int utf8Field;

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
        int set = Marc8Escape.G0_ASCII;
        int opened = 0;
        int at = record.start(field);
        while (at < end) {
            int value = data[at];
            if (value == ESCAPE) {
                int length = Marc8Escape.length(data, at, end);
                if (length == 0) {
                    badEscape(record, field, at, end);
                    length = 1;
                } else if (Marc8Escape.effect(data, at, end) != Marc8Escape.G0_UNCHANGED) {
                    set = Marc8Escape.effect(data, at, end);
                    opened = at;
                }
                at += length;
            } else if (value == DELIMITER) {
                // Its code is one byte whatever set is in force.
                at += 2;
            } else if (set == Marc8Escape.G0_EACC && value > 0x20) {
                at = eacc(record, field, at, end);
            } else {
                look(data, record.start(field), at, end, set);
                at++;
            }
        }
        if (set != Marc8Escape.G0_ASCII) {
            findings.add(
                    record,
                    ESCAPE_NOT_CLOSED,
                    field,
                    opened,
                    "escape sequence "
                            + SafeText.ofBytes(data, opened, opened + Marc8Escape.length(data, opened, end), 4)
                            + " is not closed",
                    "the field must end in Latin");
        }
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
            utf8Fields = 0;
        }
    }

    private void look(byte[] data, int start, int at, int end, int set) {
        int value = data[at] & 0xFF;
        if (value >= 0x80 && value < 0xA0) {
            // Non-sorting characters begin and end with 0x88 and 0x89; 0x8D and 0x8E join and divide.
            if (value != 0x88 && value != 0x89 && value != 0x8D && value != 0x8E) {
                controls.add(data, at, value);
            }
        } else if (ControlCharacters.is(value)) {
            controls.add(data, at, value);
        } else if (value == '#' && set == Marc8Escape.G0_ASCII) {
            patterns.hash(data, start, at, end);
        }
    }

    /** One East Asian character; returns where the text goes on. */
    private int eacc(InspectedRecord record, int field, int at, int end) {
        byte[] data = record.data;
        int next = at;
        while (next < end && next < at + EACC_BYTES && data[next] > 0x20 && data[next] < 0x7F) {
            next++;
        }
        if (next == at) {
            return at + 1;
        }
        boolean whole = next - at == EACC_BYTES;
        if (!whole && (next == end || isBoundary(data[next]))) {
            findings.add(
                    record,
                    CHARACTER_CUT,
                    field,
                    at,
                    "East Asian character has " + (next - at) + " of its 3 bytes: "
                            + SafeText.ofBytes(data, at, next, 3),
                    "");
        }
        return next;
    }

    private static boolean isBoundary(byte value) {
        return value == DELIMITER || value == SEPARATOR || value == RECORD_TERMINATOR || value == ESCAPE;
    }

    private void badEscape(InspectedRecord record, int field, int at, int end) {
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
            int length = data[at] >= 0 ? 1 : Utf8.length(data, at, end);
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
