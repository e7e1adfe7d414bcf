// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.BYTE_UNDECODABLE;
import static dev.marcato.diagnostic.DiagnosticCode.CHARACTER_CUT;
import static dev.marcato.diagnostic.DiagnosticCode.ENCODING_CONTRADICTED;
import static dev.marcato.diagnostic.DiagnosticCode.ESCAPE_NOT_CLOSED;
import static dev.marcato.internal.check.FieldCheck.DELIMITER;
import static dev.marcato.internal.check.FieldCheck.SEPARATOR;

import dev.marcato.internal.SafeText;
import java.util.BitSet;

/** Text in MARC-8: what can be said without decoding it. */
final class Marc8Check implements TextCheck {
    private static final int ESCAPE = 0x1B;
    private static final int RECORD_TERMINATOR = 0x1D;
    private static final int EACC_BYTES = 3;

    private static final int UNDEFINED_NEEDED = 3;

    /** What the code table of the Library of Congress for extended Latin (ANSEL, updated 2004) leaves open. */
    private static final BitSet UNDEFINED_IN_ANSEL = undefinedInAnsel();

    private final Findings findings;
    private final ControlCharacters controls;
    private final TextPatterns patterns;
    private int utf8Fields;
    private int utf8Field;
    private int undefined;
    private int undefinedAt;
    private int undefinedField;

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
        boolean ansel = true;
        int opened = 0;
        int at = record.start(field);
        while (at < end) {
            int value = data[at] & 0xFF;
            if (value == ESCAPE) {
                int length = Marc8Escape.length(data, at, end);
                int effect = Marc8Escape.effect(data, at, end);
                if (length == 0) {
                    badEscape(record, field, at, end);
                    length = 1;
                } else if (effect == Marc8Escape.G1_ANSEL || effect == Marc8Escape.G1_OTHER) {
                    ansel = effect == Marc8Escape.G1_ANSEL;
                } else {
                    set = effect;
                    opened = at;
                }
                at += length;
            } else if (value == DELIMITER) {
                // Its code is one byte whatever set is in force.
                at += 2;
            } else if (isUndefined(value, ansel)) {
                at = undefined(record, field, at, end, ansel);
            } else if (set == Marc8Escape.G0_EACC && value > 0x20 && value < 0x7F) {
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
        } else if (undefined >= UNDEFINED_NEEDED) {
            findings.add(
                    record,
                    ENCODING_CONTRADICTED,
                    undefinedField,
                    undefinedAt,
                    Declaration.text(record),
                    undefined + " bytes of the text cannot be MARC-8");
        }
        utf8Fields = 0;
        undefined = 0;
    }

    /** Bytes of 0xA0 and more that extended Latin leaves open; every set of G1 leaves the first and the last open. */
    private static boolean isUndefined(int value, boolean ansel) {
        if (value < 0xA0) {
            return false;
        }
        return value == 0xA0 || value == 0xFF || ansel && UNDEFINED_IN_ANSEL.get(value);
    }

    /** A run of bytes that stand for nothing; returns where the text goes on. */
    private int undefined(InspectedRecord record, int field, int at, int end, boolean ansel) {
        byte[] data = record.data;
        int to = at + 1;
        while (to < end && isUndefined(data[to] & 0xFF, ansel)) {
            to++;
        }
        if (undefined == 0) {
            undefinedAt = at;
            undefinedField = field;
        }
        undefined += to - at;
        if (!findings.overflows(BYTE_UNDECODABLE)) {
            String found = Quote.bytes(data, at, to) + " cannot be MARC-8";
            String where = Quote.around(data, record.start(field), at, to, end);
            findings.add(record, BYTE_UNDECODABLE, field, at, found, where);
        }
        return to;
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
        boolean whole = next - at == EACC_BYTES;
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

    private static BitSet undefinedInAnsel() {
        BitSet undefined = new BitSet();
        for (int value : new int[] {0xAF, 0xBB, 0xBE, 0xBF, 0xFC, 0xFD}) {
            undefined.set(value);
        }
        undefined.set(0xC9, 0xE0);
        return undefined;
    }
}
