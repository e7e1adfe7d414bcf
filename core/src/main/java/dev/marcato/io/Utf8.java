// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

/** The form of UTF-8 (RFC 3629): no longer forms than needed, no surrogates, nothing above U+10FFFF. Positions are in the array. */
public final class Utf8 {
    private Utf8() {}

    /** The first byte of 0x80 or more, or {@code to}. */
    public static int firstHigh(byte[] bytes, int from, int to) {
        int at = from;
        // Words may reach beyond the range: most values are short, and their ends would cost more than they do.
        int words = Math.min(to, bytes.length - (Long.BYTES - 1));
        for (; at < words; at += Long.BYTES) {
            long high = Words.get(bytes, at) & Words.HIGH_BITS;
            if (high != 0) {
                return Math.min(to, at + Words.first(high));
            }
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return Math.min(at, to);
    }

    /** Whether all bytes are characters. */
    public static boolean isRight(byte[] bytes, int from, int to) {
        int at = firstHigh(bytes, from, to);
        while (at < to) {
            int length = length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at = firstHigh(bytes, at + length, to);
        }
        return true;
    }

    /** Whether a byte order mark stands at a place. */
    public static boolean isByteOrderMark(byte[] bytes, int at, int to) {
        return to - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
    }

    /** How many bytes the character has that begins at a place; 0 if these bytes are none, or it breaks off. */
    public static int length(byte[] bytes, int at, int to) {
        int first = bytes[at];
        if (first >= 0) {
            return 1;
        }
        int wanted = wanted(first & 0xFF);
        return wanted > 0 && there(bytes, at, to, wanted) == wanted ? wanted : 0;
    }

    /** The same, but 1 for a byte that begins no character. */
    public static int lengthOrOne(byte[] bytes, int at, int to) {
        return bytes[at] >= 0 ? 1 : Math.max(1, length(bytes, at, to));
    }

    /** How many bytes are there of a character that begins rightly and then breaks off; 0 if it begins wrongly. */
    public static int partial(byte[] bytes, int at, int to) {
        int wanted = wanted(bytes[at] & 0xFF);
        int there = wanted > 0 ? there(bytes, at, to, wanted) : 0;
        return there < wanted ? there : 0;
    }

    /** How many bytes belong together although they are no character, as the JDK sees it: at least one; a surrogate whole. */
    public static int damaged(byte[] bytes, int at, int to) {
        boolean surrogate = bytes[at] == (byte) 0xED && at + 1 < to && (bytes[at + 1] & 0xE0) == 0xA0;
        if (surrogate) {
            return at + 2 < to && isContinuation(bytes[at + 2]) ? 3 : 2;
        }
        return Math.max(1, partial(bytes, at, to));
    }

    /** The character of a length that {@link #length} gave. */
    public static int character(byte[] bytes, int at, int length) {
        if (length == 1) {
            return bytes[at];
        }
        int character = bytes[at] & 0xFF >> length + 1;
        for (int next = at + 1; next < at + length; next++) {
            character = character << 6 | bytes[next] & 0x3F;
        }
        return character;
    }

    /** Where the first byte stands that begins no character, or the end. */
    public static int firstWrong(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = length(bytes, at, to);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return to;
    }

    private static int wanted(int lead) {
        return lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    }

    private static int there(byte[] bytes, int at, int to, int wanted) {
        int limit = Math.min(to, at + wanted);
        int next = at + 1;
        if (next < limit && isSecond(bytes[at] & 0xFF, bytes[next] & 0xFF)) {
            next++;
            while (next < limit && isContinuation(bytes[next])) {
                next++;
            }
        }
        return next - at;
    }

    /** The second byte is limited further, by the first. */
    private static boolean isSecond(int lead, int value) {
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return value >= lowest && value <= highest;
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }
}
