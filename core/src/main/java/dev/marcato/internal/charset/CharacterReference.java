// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.io.ByteOutput;
import java.util.Locale;

/**
 * Numeric character references as MARC-8 has them for characters beyond its own sets: {@code &#x}, one to six hex digits,
 * {@code ;}. Source: Library of Congress, MARC 21 specifications, "Character sets and encoding options", part 4, lossless
 * conversion; it knows no decimal ones, so these are text.
 *
 * <p>One that would make a control character is text too: a field must not get a delimiter by it.
 */
final class CharacterReference {
    private static final int MOST_DIGITS = 6;
    private static final int HEAD = 3;

    private CharacterReference() {}

    /** Byte after the reference that begins at a position, -1 if there is none. */
    static int end(byte[] data, int at, int to) {
        if (to - at < HEAD + 2 || data[at] != '&' || data[at + 1] != '#' || data[at + 2] != 'x') {
            return -1;
        }
        int end = at + HEAD;
        while (end < to && end - at < HEAD + MOST_DIGITS && Character.digit(data[end], 16) >= 0) {
            end++;
        }
        boolean closed = end > at + HEAD && end < to && data[end] == ';';
        return closed && isText(value(data, at + HEAD, end)) ? end + 1 : -1;
    }

    /** The character that the reference before {@code end} stands for. */
    static int character(byte[] data, int at, int end) {
        return value(data, at + HEAD, end - 1);
    }

    static void write(ByteOutput out, int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        out.write('&');
        out.write('#');
        out.write('x');
        for (int i = digits.length(); i < 4; i++) {
            out.write('0');
        }
        for (int i = 0; i < digits.length(); i++) {
            out.write(digits.charAt(i));
        }
        out.write(';');
    }

    private static int value(byte[] data, int from, int to) {
        int value = 0;
        for (int at = from; at < to; at++) {
            value = value << 4 | Character.digit(data[at], 16);
        }
        return value;
    }

    private static boolean isText(int codePoint) {
        boolean control = codePoint < 0x20 || codePoint >= 0x7F && codePoint < 0xA0;
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !control && !surrogate && codePoint <= Character.MAX_CODE_POINT;
    }
}
