// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.FoldedFindings;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Finding;
import java.nio.charset.StandardCharsets;

/**
 * Goes through JSON text (RFC 8259) token by token. What departs from the rules but can be read in one way only is read, and
 * {@linkplain FoldedFindings found}: commas too many or missing, names without quotes, control characters that are not escaped.
 * All else is {@linkplain JsonDamage damage}. Positions are those of the array. One thread's.
 */
final class JsonCursor {
    private static final int SHOWN = 40;
    private static final int NO_TAG = -1;

    private final FoldedFindings findings;
    private final JsonStrings strings;
    private final UnreadValue unread;
    private final ByteOutput decodedName = new ByteOutput();

    private byte[] bytes = {};
    private int at;
    private int to;
    private long shift;

    private byte[] nameArray = {};
    private int nameFrom;
    private int nameTo;
    private int nameAt;
    private boolean toldUnquoted;

    private int tag = NO_TAG;
    private int fieldNumber;

    JsonCursor(FoldedFindings findings) {
        this.findings = findings;
        this.strings = new JsonStrings(this);
        this.unread = new UnreadValue(this);
    }

    /** @param offset where in the source the first of these bytes stands */
    void begin(byte[] newBytes, int from, int newTo, long offset) {
        bytes = newBytes;
        to = newTo;
        shift = offset - from;
        moveTo(from);
    }

    void moveTo(int position) {
        at = position;
        toldUnquoted = false;
        unread.forget();
        outsideFields();
    }

    int position() {
        return at;
    }

    /** Whether what was passed over since {@link #moveTo} has a member that makes an object a record. */
    boolean passedRecord() {
        return unread.holdsRecord();
    }

    /**
     * What is found from now on is about this field.
     *
     * @param newTag its three bytes, the first one highest; negative where it is not known yet
     */
    void inField(int newTag, int number) {
        tag = newTag;
        fieldNumber = number;
    }

    void outsideFields() {
        tag = NO_TAG;
        fieldNumber = 0;
    }

    static boolean isBlank(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /** The next byte that is not blank, which is not passed; -1 at the end. */
    int peek() {
        if (at < to && bytes[at] > ' ') {
            return bytes[at];
        }
        return peekBehindBlanks();
    }

    private int peekBehindBlanks() {
        while (at < to && isBlank(bytes[at])) {
            at++;
        }
        return at < to ? bytes[at] & 0xFF : -1;
    }

    /** Passes the next byte that is not blank, which must be this one. */
    void expect(char character, String where) throws JsonDamage {
        if (peek() != character) {
            throw broken(at, shown(at), "\"" + character + "\" " + where);
        }
        at++;
    }

    /** Goes to the next member of an object, past its name and colon; or past the closing brace, where there is none. */
    boolean member(boolean first) throws JsonDamage {
        if (!goesOn('}', first)) {
            return false;
        }
        name();
        expect(':', "behind a name");
        return true;
    }

    /** Goes to the next element of an array; or past the closing bracket, where there is none. */
    boolean element(boolean first) throws JsonDamage {
        return goesOn(']', first);
    }

    private boolean goesOn(char closing, boolean first) throws JsonDamage {
        int next = peek();
        if (next == closing) {
            at++;
            return false;
        }
        if (first && next != ',' && next >= 0) {
            return true;
        }
        if (!first && next == ',') {
            int comma = at++;
            next = peek();
            if (next != ',' && next != closing && next >= 0) {
                return true;
            }
            at = comma;
        }
        return oddlyGoesOn(closing, first);
    }

    /** The same, where commas are missing or too many. */
    private boolean oddlyGoesOn(char closing, boolean first) throws JsonDamage {
        int next = peek();
        boolean comma = first;
        while (next == ',') {
            int place = at++;
            next = peek();
            if (comma || next == closing) {
                found(place, DiagnosticCode.MARKUP_REPAIRED, "a comma too many", "", "passed over");
            }
            comma = true;
        }
        if (next == closing) {
            at++;
            return false;
        }
        if (next < 0) {
            throw broken(at, "the text ends", "\"" + closing + "\"");
        }
        if (!comma) {
            if (!isOfName(bytes[at]) && next != '"' && next != '{' && next != '[') {
                throw broken(at, shown(at), "a comma or \"" + closing + "\"");
            }
            found(at, DiagnosticCode.MARKUP_REPAIRED, "a comma is missing", "", "read as if it were there");
        }
        return true;
    }

    private void name() throws JsonDamage {
        nameAt = at;
        if (bytes[at] != '"') {
            plainName();
            return;
        }
        int end = at + 1;
        while (end < to && PlainRun.isPlain(bytes[end])) {
            end++;
        }
        if (end < to && bytes[end] == '"') {
            name(bytes, at + 1, end);
            at = end + 1;
        } else {
            decodedName.clear();
            at = strings.read(bytes, at, to, decodedName);
            name(decodedName.array(), 0, decodedName.size());
        }
    }

    private void plainName() throws JsonDamage {
        int end = at;
        while (end < to && isOfName(bytes[end])) {
            end++;
        }
        if (end == at) {
            throw broken(at, shown(at), "a name");
        }
        if (!toldUnquoted) {
            toldUnquoted = true;
            found(at, DiagnosticCode.MARKUP_REPAIRED, "a name without quotes", "\"", "read as a name");
        }
        name(bytes, at, end);
        at = end;
    }

    private void name(byte[] array, int from, int end) {
        nameArray = array;
        nameFrom = from;
        nameTo = end;
    }

    /** Whether a name without quotes may hold a byte. */
    static boolean isOfName(byte value) {
        return value >= 'a' && value <= 'z'
                || value >= 'A' && value <= 'Z'
                || value >= '0' && value <= '9'
                || value == '_'
                || value == '$';
    }

    byte[] nameArray() {
        return nameArray;
    }

    int nameFrom() {
        return nameFrom;
    }

    int nameTo() {
        return nameTo;
    }

    /** Where the name that was read last begins in the text, its quote included. */
    int nameAt() {
        return nameAt;
    }

    /** Whether the name that was read last is this one. */
    boolean nameIs(byte[] name) {
        return JsonNames.is(name, nameArray, nameFrom, nameTo);
    }

    /** The name that was read last, for a message. */
    String nameShown() {
        int length = Math.min(nameTo - nameFrom, SHOWN);
        return "\"" + new String(nameArray, nameFrom, length, StandardCharsets.UTF_8) + "\"";
    }

    /** Adds the text of a value that is a string, or should be one. */
    void scalar(ByteOutput out) throws JsonDamage {
        at = peek() == '"' ? strings.read(bytes, at, to, out) : strings.unquoted(bytes, at, to, out);
    }

    /** Passes a value, whatever it is: only that its brackets match is looked at; where they do not, it stands there. */
    void passValue() throws JsonDamage {
        try {
            unread.pass(bytes, at, to);
        } finally {
            at = unread.end();
        }
    }

    /** What stands at a place, for a message. */
    String shown(int position) {
        return position >= to ? "the text ends" : "\"" + (char) (bytes[position] & 0xFF) + "\"";
    }

    void found(int position, DiagnosticCode code, String found, String expected, String action) {
        findings.add(finding(position, code, found, expected, action));
    }

    JsonDamage broken(int position, String found, String expected) {
        return damage(position, DiagnosticCode.MARKUP_BROKEN, found, expected);
    }

    /** Something that no record can hold. */
    JsonDamage unholdable(int position, String found, String expected) {
        return damage(position, DiagnosticCode.VALUE_NOT_REPRESENTABLE, found, expected);
    }

    private JsonDamage damage(int position, DiagnosticCode code, String found, String expected) {
        return new JsonDamage(finding(position, code, found, expected, "it went to the rejects"));
    }

    private Finding finding(int position, DiagnosticCode code, String found, String expected, String action) {
        return new Finding(code, shift + position, tagText(), fieldNumber, found, expected, action);
    }

    private String tagText() {
        byte[] bytesOfTag = {(byte) (tag >> 16), (byte) (tag >> 8), (byte) tag};
        return tag < 0 ? "" : new String(bytesOfTag, StandardCharsets.ISO_8859_1);
    }
}
