// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.Ascii;
import dev.marcato.internal.charset.TextCodec;

/**
 * Text of a record for people. Records are data from outside: what would move a cursor, colour a screen, break a line or
 * turn the reading order around is written as an escape, and so is every byte that stands for no character.
 */
final class VisibleText {
    private static final String HEX = "0123456789ABCDEF";

    private VisibleText() {}

    /** Appends decoded bytes; what cannot be decoded is seen byte by byte. */
    static void append(StringBuilder to, TextCodec codec, byte[] data, int from, int end) {
        int at = from;
        while (at < end && data[at] >= 0x20 && data[at] < 0x7F) {
            at++;
        }
        if (at == end && codec.extendsAscii() && Ascii.isPlain(data, from, end)) {
            for (int i = from; i < end; i++) {
                to.append((char) data[i]);
            }
        } else {
            append(to, codec.show(data, from, end));
        }
    }

    static void append(StringBuilder to, String text) {
        int length = text.length();
        int plain = 0;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (isHarmful(character)) {
                to.append(text, plain, i);
                escape(to, character);
                plain = i + 1;
            }
        }
        to.append(text, plain, length);
    }

    /** Appends a byte as {@code \x1B}. */
    static void appendByte(StringBuilder to, int value) {
        to.append("\\x").append(HEX.charAt(value >> 4 & 15)).append(HEX.charAt(value & 15));
    }

    private static void escape(StringBuilder to, char character) {
        if (character < 0x100) {
            appendByte(to, character);
        } else {
            to.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                to.append(HEX.charAt(character >> shift & 15));
            }
        }
    }

    /** Controls (C0, DEL, C1), line and paragraph separators, and the characters that override the reading order. */
    private static boolean isHarmful(char character) {
        return character < 0x20
                || character >= 0x7F
                        && (character < 0xA0
                                || character >= 0x2028 && character <= 0x202E
                                || character >= 0x2066 && character <= 0x2069);
    }
}
