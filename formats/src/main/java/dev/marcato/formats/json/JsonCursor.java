// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.ByteSearch;
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
    /** How deep arrays and objects may be nested. */
    private static final int DEEPEST = 512;

    private static final int SHOWN = 40;
    private static final byte PLAIN = 0;
    private static final byte QUOTE = 1;
    private static final byte ESCAPE = 2;
    private static final byte CONTROL = 3;
    private static final byte HIGH = 4;
    private static final byte[] KINDS = kinds();

    private final FoldedFindings findings;
    private final JsonStrings strings;
    private final long[] brackets = new long[DEEPEST / Long.SIZE];
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
    private boolean passedRecord;

    private String tag = "";
    private int fieldNumber;

    JsonCursor(FoldedFindings findings) {
        this.findings = findings;
        this.strings = new JsonStrings(this);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int value = 0; value < kinds.length; value++) {
            kinds[value] = value < ' ' ? CONTROL : value < 0x80 ? PLAIN : HIGH;
        }
        kinds['"'] = QUOTE;
        kinds['\\'] = ESCAPE;
        return kinds;
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
        passedRecord = false;
        outsideFields();
    }

    int position() {
        return at;
    }

    /** Whether what was passed over since {@link #moveTo} has a member that makes an object a record. */
    boolean passedRecord() {
        return passedRecord;
    }

    /** What is found from now on is about this field. */
    void inField(String newTag, int number) {
        tag = newTag;
        fieldNumber = number;
    }

    void outsideFields() {
        tag = "";
        fieldNumber = 0;
    }

    /** The next byte that is not blank, which is not passed; -1 at the end. */
    int peek() {
        while (at < to) {
            byte value = bytes[at];
            if (value != ' ' && value != '\n' && value != '\r' && value != '\t') {
                return value & 0xFF;
            }
            at++;
        }
        return -1;
    }

    /** Passes the next byte that is not blank, which must be this one. */
    void expect(char character, String where) throws JsonDamage {
        if (peek() != character) {
            throw broken(at, shown(), "\"" + character + "\" " + where);
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
            if (!isNameStart(next) && next != '"' && next != '{' && next != '[') {
                throw broken(at, shown(), "a comma or \"" + closing + "\"");
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
        while (end < to && KINDS[bytes[end] & 0xFF] == PLAIN) {
            end++;
        }
        if (end < to && bytes[end] == '"') {
            name(bytes, at + 1, end);
            at = end + 1;
        } else {
            decodedName.clear();
            string(decodedName);
            name(decodedName.array(), 0, decodedName.size());
        }
    }

    private void plainName() throws JsonDamage {
        int end = at;
        while (end < to && isNameStart(bytes[end] & 0xFF)) {
            end++;
        }
        if (end == at) {
            throw broken(at, shown(), "a name");
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

    private static boolean isNameStart(int value) {
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

    /** The name that was read last, for a message. */
    String nameShown() {
        int length = Math.min(nameTo - nameFrom, SHOWN);
        return "\"" + new String(nameArray, nameFrom, length, StandardCharsets.UTF_8) + "\"";
    }

    /** Adds the text of a string, whose opening quote comes next. */
    void string(ByteOutput out) throws JsonDamage {
        int open = at;
        int run = at + 1;
        int end = run;
        while (true) {
            end = ByteSearch.nextSpecial(bytes, end, to, (byte) '"', (byte) '\\');
            if (end == to) {
                throw broken(open, "a string that does not end", "\"");
            }
            byte kind = KINDS[bytes[end] & 0xFF];
            if (kind == HIGH) {
                end = strings.passHigh(bytes, end, to);
                continue;
            }
            out.write(bytes, run, end - run);
            if (kind == QUOTE) {
                at = end + 1;
                return;
            }
            run = kind == ESCAPE ? strings.escape(bytes, end, to, out) : strings.control(bytes, end, out);
            end = run;
        }
    }

    /** Adds the text of a value that should be a string: a number, {@code true} or {@code false}; of {@code null} nothing. */
    void scalar(ByteOutput out) throws JsonDamage {
        int next = peek();
        if (next == '"') {
            string(out);
            return;
        }
        int end = at;
        while (end < to && isScalar(bytes[end])) {
            end++;
        }
        int length = end - at;
        boolean nothing = is("null", length);
        if (!nothing && !is("true", length) && !is("false", length) && !isNumber(end)) {
            throw broken(at, next < 0 ? "the text ends" : shown(), "a string");
        }
        found(
                at,
                DiagnosticCode.MARKUP_REPAIRED,
                nothing ? "null" : "a value without quotes",
                "a string",
                nothing ? "read as empty" : "read as its text");
        if (!nothing) {
            out.write(bytes, at, length);
        }
        at = end;
    }

    private boolean is(String literal, int length) {
        if (length != literal.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != literal.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumber(int end) {
        int digits = bytes[Math.min(at, to - 1)] == '-' ? at + 1 : at;
        return digits < end && bytes[digits] >= '0' && bytes[digits] <= '9';
    }

    private static boolean isScalar(byte value) {
        return value >= '0' && value <= '9'
                || value >= 'a' && value <= 'z'
                || value >= 'A' && value <= 'Z'
                || value == '-'
                || value == '+'
                || value == '.';
    }

    /** Passes a value, whatever it is: only that its brackets match is looked at. */
    void passValue() throws JsonDamage {
        int next = peek();
        if (next == '{' || next == '[') {
            passNested();
        } else if (next == '"') {
            passString();
        } else {
            int from = at;
            while (at < to && isScalar(bytes[at])) {
                at++;
            }
            if (at == from) {
                throw broken(at, next < 0 ? "the text ends" : shown(), "a value");
            }
        }
    }

    private void passNested() throws JsonDamage {
        int open = at;
        int depth = 0;
        do {
            int next = peek();
            switch (next) {
                case -1 ->
                    throw broken(
                            open,
                            bytes[open] == '{' ? "an object that does not end" : "an array that does not end",
                            "");
                case '"' -> {
                    int from = at + 1;
                    passString();
                    passedRecord |= JsonNames.isOfRecord(bytes, from, at - 1) && peek() == ':';
                    continue;
                }
                case '{', '[' -> {
                    if (depth == DEEPEST) {
                        throw broken(at, "arrays and objects nested more than " + DEEPEST + " deep", "");
                    }
                    long bit = 1L << depth;
                    brackets[depth >> 6] = next == '{' ? brackets[depth >> 6] | bit : brackets[depth >> 6] & ~bit;
                    depth++;
                }
                case '}', ']' -> {
                    depth--;
                    if ((brackets[depth >> 6] >> depth & 1) != (next == '}' ? 1 : 0)) {
                        throw broken(at, "\"" + (char) next + "\" closes what was not opened so", "");
                    }
                }
                default -> {
                    if (isNameStart(next)) {
                        passPlainName();
                        continue;
                    }
                }
            }
            at++;
        } while (depth > 0);
    }

    private void passPlainName() {
        int from = at;
        while (at < to && isNameStart(bytes[at] & 0xFF)) {
            at++;
        }
        passedRecord |= JsonNames.isOfRecord(bytes, from, at) && peek() == ':';
    }

    private void passString() throws JsonDamage {
        int open = at++;
        at = ByteSearch.nextOfTwo(bytes, at, to, (byte) '"', (byte) '\\');
        while (at < to && bytes[at] == '\\') {
            at = ByteSearch.nextOfTwo(bytes, Math.min(to, at + 2), to, (byte) '"', (byte) '\\');
        }
        if (at >= to) {
            at = to;
            throw broken(open, "a string that does not end", "\"");
        }
        at++;
    }

    /** What stands here, for a message. */
    private String shown() {
        return at >= to ? "the text ends" : "\"" + (char) (bytes[at] & 0xFF) + "\"";
    }

    void found(int position, DiagnosticCode code, String found, String expected, String action) {
        findings.add(new Finding(code, shift + position, tag, fieldNumber, found, expected, action));
    }

    JsonDamage broken(int position, String found, String expected) {
        return damage(position, DiagnosticCode.MARKUP_BROKEN, found, expected);
    }

    /** Something that no record can hold. */
    JsonDamage unholdable(int position, String found, String expected) {
        return damage(position, DiagnosticCode.VALUE_NOT_REPRESENTABLE, found, expected);
    }

    private JsonDamage damage(int position, DiagnosticCode code, String found, String expected) {
        return new JsonDamage(
                new Finding(code, shift + position, tag, fieldNumber, found, expected, "it went to the rejects"));
    }
}
