// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.line;

import dev.marcato.formats.text.ByteSearch;
import dev.marcato.io.Utf8;

/**
 * Where a line of a field has its subfields. As YAZ prints them each is a blank, {@code $}, a code of one character, a blank, and
 * the value: {@code 245 10 $a Title / $c Author}. Nothing marks a {@code $} that belongs to a value: where a value holds {@code
 * " $x "}, that reads as another subfield.
 *
 * <p>YAZ also reads lines without these blanks, {@code 245 10$aTitle$cAuthor}, and with {@code _} or {@code *} for {@code $}. Unlike
 * it we take digits and symbols for codes too, since it prints them so. Stateless.
 */
final class Subfields {
    /** What {@link #marker} says of a field that has no subfields. */
    static final int NONE = -1;

    private Subfields() {}

    /** Where the first marker stands in what is behind the tag and its blank; {@link #NONE} if it is no data field. */
    static int marker(byte[] bytes, int from, int to) {
        int at = from + 2;
        if (at + 1 < to && bytes[at] == ' ' && isMarker(bytes[at + 1])) {
            return at + 1;
        }
        return at < to && isMarker(bytes[at]) ? at : NONE;
    }

    private static boolean isMarker(byte value) {
        return value == '$' || value == '_' || value == '*';
    }

    /** Whether blanks stand around the code whose marker is at a place. */
    static boolean isSpaced(byte[] bytes, int marker, int to) {
        int code = marker + 1;
        if (code >= to) {
            return true;
        }
        int behind = code + Math.max(1, Utf8.length(bytes, code, to));
        return behind >= to || bytes[behind] == ' ';
    }

    /** The blank before the next marker in a text with blanks, or {@code to}. */
    static int next(byte marker, byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            at = ByteSearch.next(bytes, at, to, marker);
            if (at == to) {
                return to;
            }
            if (at > from && bytes[at - 1] == ' ' && isCode(bytes, at + 1, to)) {
                return at - 1;
            }
            at++;
        }
    }

    /** Whether a code of one character, and a blank, stand here. */
    static boolean isCode(byte[] bytes, int at, int to) {
        if (at >= to || bytes[at] >= 0 && bytes[at] <= ' ') {
            return false;
        }
        int length = Utf8.length(bytes, at, to);
        return length > 0 && at + length < to && bytes[at + length] == ' ';
    }

    /** The next marker in a text without blanks, or {@code to}: a letter or a digit is behind it. */
    static int nextClose(byte marker, byte[] bytes, int from, int to) {
        int at = ByteSearch.next(bytes, from, to, marker);
        while (at < to && !(at + 1 < to && isLetterOrDigit(bytes[at + 1]))) {
            at = ByteSearch.next(bytes, at + 1, to, marker);
        }
        return at;
    }

    private static boolean isLetterOrDigit(byte value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z' || value >= '0' && value <= '9';
    }
}
