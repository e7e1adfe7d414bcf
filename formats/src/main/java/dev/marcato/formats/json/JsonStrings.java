// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.Utf8Text;
import dev.marcato.io.ByteOutput;

/** What stands in a string and is not plain: escapes, control characters, bytes of UTF-8. One thread's. */
final class JsonStrings {
    private static final int REPLACEMENT = 0xFFFD;

    private final JsonCursor cursor;

    JsonStrings(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /** Adds what an escape stands for, and says where it ends. */
    int escape(byte[] bytes, int at, int to, ByteOutput out) throws JsonDamage {
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
                    String.format("\\u%04x, half of a surrogate pair", unit),
                    "",
                    "U+FFFD stands in its place");
            out.writeUtf8(REPLACEMENT);
            return end;
        }
        refuseDelimiter(at, unit);
        out.writeUtf8(unit);
        return end;
    }

    private static int unit(byte[] bytes, int at, int to) {
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
    int control(byte[] bytes, int at, ByteOutput out) throws JsonDamage {
        refuseDelimiter(at, bytes[at]);
        cursor.found(
                at,
                DiagnosticCode.MARKUP_REPAIRED,
                String.format("control character 0x%02X in a string", bytes[at]),
                String.format("\\u%04x", bytes[at]),
                "kept");
        out.write(bytes[at]);
        return at + 1;
    }

    private void refuseDelimiter(int at, int character) throws JsonDamage {
        if (character >= 0x1D && character <= 0x1F) {
            throw cursor.unholdable(at, String.format("a value holds 0x%02X", character), "text");
        }
    }

    /** Passes a character of several bytes; of those that are none it passes one, which stays as it is. */
    int passHigh(byte[] bytes, int at, int to) {
        int length = Utf8Text.length(bytes, at, to);
        if (length > 0) {
            return at + length;
        }
        cursor.found(
                at,
                DiagnosticCode.BYTE_UNDECODABLE,
                String.format("byte 0x%02X is none of UTF-8", bytes[at] & 0xFF),
                "",
                "kept as it is");
        return at + 1;
    }
}
