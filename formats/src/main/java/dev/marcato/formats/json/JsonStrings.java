// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import java.util.HexFormat;

/** Reads the text of strings, and of what stands where a string should. One thread's. */
final class JsonStrings {
    private static final HexFormat HEX = HexFormat.of();
    private static final HexFormat UPPER_HEX = HEX.withUpperCase();
    private static final int REPLACEMENT = 0xFFFD;
    /** So many bytes of a string are copied at once, since where it ends is not known before. */
    private static final int STEP = 256;

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final JsonCursor cursor;

    JsonStrings(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /** Adds the text of a string, and says where it ends; its opening quote stands at a place. */
    int read(byte[] bytes, int open, int to, ByteOutput out) throws JsonDamage {
        int run = open + 1;
        int at = run;
        boolean high = false;
        while (true) {
            int most = Math.min(to - at, STEP);
            int place = out.claim(most + PlainRun.BEYOND);
            int length = PlainRun.copy(bytes, at, at + most, out.array(), place);
            if (length < 0) {
                high = true;
                length = ~length;
            }
            out.claimed(place + length);
            at += length;
            if (length == most && at < to) {
                continue;
            }
            if (high) {
                checkUtf8(bytes, run, at);
                high = false;
            }
            if (at == to) {
                throw cursor.broken(open, "a string that does not end", "\"");
            }
            if (bytes[at] == '"') {
                return at + 1;
            }
            at = bytes[at] == '\\' ? escape(bytes, at, to, out) : control(bytes, at, out);
            run = at;
        }
    }

    /**
     * Adds the text of a value that should be a string, and says where it ends: a number, {@code true} or {@code false}; of {@code
     * null} nothing.
     */
    int unquoted(byte[] bytes, int at, int to, ByteOutput out) throws JsonDamage {
        int end = wordEnd(bytes, at, to);
        boolean nothing = JsonNames.is(NULL, bytes, at, end);
        if (!nothing
                && !JsonNames.is(TRUE, bytes, at, end)
                && !JsonNames.is(FALSE, bytes, at, end)
                && !isNumber(bytes, at, end)) {
            throw cursor.broken(at, cursor.shown(at), "a string");
        }
        cursor.found(
                at,
                DiagnosticCode.MARKUP_REPAIRED,
                nothing ? "null" : "a value without quotes",
                "a string",
                nothing ? "read as empty" : "read as its text");
        if (!nothing) {
            out.write(bytes, at, end - at);
        }
        return end;
    }

    private static boolean isNumber(byte[] bytes, int from, int end) {
        int digits = from < end && bytes[from] == '-' ? from + 1 : from;
        return digits < end && bytes[digits] >= '0' && bytes[digits] <= '9';
    }

    /** Where a value without quotes ends that begins at a place. */
    static int wordEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isOfWord(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isOfWord(byte value) {
        return value >= '0' && value <= '9'
                || value >= 'a' && value <= 'z'
                || value >= 'A' && value <= 'Z'
                || value == '-'
                || value == '+'
                || value == '.';
    }

    /** Adds what an escape stands for, and says where it ends. */
    private int escape(byte[] bytes, int at, int to, ByteOutput out) throws JsonDamage {
        if (at + 1 >= to) {
            throw cursor.broken(at, "a string that does not end", "\"");
        }
        int character;
        switch (bytes[at + 1]) {
            case '"', '\\', '/' -> character = bytes[at + 1];
            case 'b' -> character = '\b';
            case 'f' -> character = '\f';
            case 'n' -> character = '\n';
            case 'r' -> character = '\r';
            case 't' -> character = '\t';
            case 'u' -> {
                return unicode(bytes, at, to, out);
            }
            case '\'' -> {
                cursor.found(at, DiagnosticCode.MARKUP_REPAIRED, "\\' is no escape of JSON", "'", "read as '");
                character = '\'';
            }
            default -> throw cursor.broken(at, "\"\\" + (char) (bytes[at + 1] & 0xFF) + "\" is no escape", "");
        }
        out.write(character);
        return at + 2;
    }

    private int unicode(byte[] bytes, int at, int to, ByteOutput out) throws JsonDamage {
        int unit = unit(bytes, at, to);
        if (unit < 0) {
            throw cursor.broken(at, "\\u without four hexadecimal digits", "");
        }
        int end = at + 6;
        if (Character.isHighSurrogate((char) unit)) {
            int low = unit(bytes, end, to);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                out.writeUtf8(Character.toCodePoint((char) unit, (char) low));
                return end + 6;
            }
        }
        if (Character.isSurrogate((char) unit)) {
            cursor.found(
                    at,
                    DiagnosticCode.CHARACTER_FORBIDDEN,
                    "\\u" + HEX.toHexDigits((char) unit) + ", half of a surrogate pair",
                    "",
                    "U+FFFD stands in its place");
            out.writeUtf8(REPLACEMENT);
            return end;
        }
        refuseDelimiter(at, unit);
        out.writeUtf8(unit);
        return end;
    }

    /** The UTF-16 code unit of an escape in hexadecimal; negative if there is none at a place. */
    static int unit(byte[] bytes, int at, int to) {
        if (at + 6 > to || bytes[at] != '\\' || bytes[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Adds a control character that is not escaped, and says where it ends. */
    private int control(byte[] bytes, int at, ByteOutput out) throws JsonDamage {
        refuseDelimiter(at, bytes[at]);
        cursor.found(
                at,
                DiagnosticCode.MARKUP_REPAIRED,
                "control character 0x" + UPPER_HEX.toHexDigits(bytes[at]) + " in a string",
                "\\u" + HEX.toHexDigits((char) bytes[at]),
                "kept");
        out.write(bytes[at]);
        return at + 1;
    }

    private void refuseDelimiter(int at, int character) throws JsonDamage {
        if (character >= 0x1D && character <= 0x1F) {
            throw cursor.unholdable(at, String.format("a value holds 0x%02X", character), "text");
        }
    }

    /** Finds the bytes that are none of UTF-8; they stay as they are. */
    private void checkUtf8(byte[] bytes, int from, int to) {
        for (int at = Utf8.firstWrong(bytes, from, to); at < to; at = Utf8.firstWrong(bytes, at + 1, to)) {
            cursor.found(
                    at,
                    DiagnosticCode.BYTE_UNDECODABLE,
                    "byte 0x" + UPPER_HEX.toHexDigits(bytes[at]) + " is none of UTF-8",
                    "",
                    "kept as it is");
        }
    }
}
