// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;

/** Finds bytes in text, eight at a time. All positions are those of the array. Stateless, safe for all threads. */
public final class Lines {

    private Lines() {}

    /** The first line feed at or behind a place, or {@code to}. */
    public static int lineFeed(byte[] bytes, int from, int to) {
        return find((byte) '\n', bytes, from, to);
    }

    /** The first byte of a value at or behind a place, or {@code to}. */
    public static int find(byte value, byte[] bytes, int from, int to) {
        long pattern = (value & 0xFF) * ONES;
        int at = from;
        for (; at <= to - 8; at += 8) {
            long zero = Words.zeros(Words.get(bytes, at) ^ pattern);
            if (zero != 0) {
                return at + Words.first(zero);
            }
        }
        while (at < to && bytes[at] != value) {
            at++;
        }
        return at;
    }

    /** Where the text of a line ends: before its LF, and before a CR that stands there. */
    public static int textEnd(byte[] bytes, int from, int lineFeed) {
        return lineFeed > from && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    }

    /** Whether there is nothing but blanks and tabs. */
    public static boolean isBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at == to;
    }

    /** Whether a byte order mark of UTF-8 begins at a place. */
    public static boolean isByteOrderMark(byte[] bytes, int at, int to) {
        return to - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
    }

    /** Where the text of a line begins: behind a byte order mark. */
    public static int lineStart(byte[] bytes, int at, int to) {
        return isByteOrderMark(bytes, at, to) ? at + 3 : at;
    }

    /** Whether the bytes are right UTF-8: shortest forms, no surrogates, nothing cut off. */
    public static boolean isUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = high(bytes, at, to);
            if (at == to) {
                return true;
            }
            int length = sequence(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The first byte above 0x7F at or behind a place, or {@code to}. */
    static int high(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - 8) {
            long found = Words.get(bytes, at) & HIGH_BITS;
            if (found != 0) {
                return at + Words.first(found);
            }
            at += 8;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** How many bytes the character that begins here has in UTF-8; 0 where that is none. */
    public static int sequence(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || to - at < length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
