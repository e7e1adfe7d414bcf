// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;

/** Looks for bytes that matter in markup, eight at a time. Positions are absolute in the array. */
final class Scan {
    private static final long LESS = '<' * ONES;
    /** These bits are the same in {@code <} and {@code :}, and in no others but {@code 8} and {@code >}. */
    private static final long LESS_OR_COLON_BITS = 0xF9F9F9F9F9F9F9F9L;

    private static final long LESS_OR_COLON = LESS & LESS_OR_COLON_BITS;
    private static final long LETTERS_R = 'r' * ONES;
    private static final long EXCLAMATIONS = '!' * ONES;
    private static final long QUESTIONS = '?' * ONES;
    private static final long AMPERSANDS = '&' * ONES;
    private static final long BLANKS = ' ' * ONES;

    private Scan() {}

    /** The first {@code <}, or {@code to}. */
    static int less(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long hit = Words.zeros(Words.get(bytes, at) ^ LESS);
            if (hit != 0) {
                return at + Words.first(hit);
            }
        }
        while (at < to && bytes[at] != '<') {
            at++;
        }
        return at;
    }

    /**
     * The first {@code <} or {@code :} before an {@code r}, a {@code !} or a {@code ?}; or {@code to}. Others may be found, too.
     *
     * @param to there must be nine bytes more in the array
     */
    static int telling(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += Long.BYTES) {
            long lead = (Words.get(bytes, at) & LESS_OR_COLON_BITS) ^ LESS_OR_COLON;
            long next = Words.get(bytes, at + 1);
            long letter = next ^ LETTERS_R;
            long declaration = next ^ EXCLAMATIONS;
            long instruction = next ^ QUESTIONS;
            // As above. Of the two marks of a pair neither is missing where both bytes are right.
            long hit = ((lead - ONES) & ~lead)
                    & (((letter - ONES) & ~letter)
                            | ((declaration - ONES) & ~declaration)
                            | ((instruction - ONES) & ~instruction))
                    & HIGH_BITS;
            if (hit != 0) {
                return Math.min(to, at + Words.first(hit));
            }
        }
        return to;
    }

    /** The first byte that is more than a character of ASCII: markup, a reference, a control, a part of UTF-8; or {@code to}. */
    static int special(byte[] bytes, int from, int to) {
        int words = Math.min(to, bytes.length - (Long.BYTES - 1));
        int at = from;
        for (; at < words; at += Long.BYTES) {
            long hit = special(Words.get(bytes, at));
            if (hit != 0) {
                return Math.min(to, at + Words.first(hit));
            }
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != '<' && bytes[at] != '&') {
            at++;
        }
        return Math.min(at, to);
    }

    /** Marks the highest bit of such bytes among eight: the lowest mark is exact, since a borrow can only go up. */
    static long special(long eight) {
        long less = eight ^ LESS;
        long ampersand = eight ^ AMPERSANDS;
        return (eight | ((less - ONES) & ~less) | ((ampersand - ONES) & ~ampersand) | ((eight - BLANKS) & ~eight))
                & HIGH_BITS;
    }

    /** The first byte that is no white space, or {@code to}. */
    static int ink(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    /** White space as XML has it. */
    static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /** Whether a text of ASCII stands there. */
    static boolean stands(byte[] bytes, int at, int to, String text) {
        if (to - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first place at which a text of ASCII stands, or -1. */
    static int find(byte[] bytes, int from, int to, String text) {
        for (int at = from; at <= to - text.length(); at++) {
            if (bytes[at] == text.charAt(0) && stands(bytes, at, to, text)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the character of so many bytes is U+FFFE or U+FFFF, which XML forbids. */
    static boolean isForbidden(byte[] bytes, int at, int length) {
        return length == 3
                && bytes[at] == (byte) 0xEF
                && bytes[at + 1] == (byte) 0xBF
                && (bytes[at + 2] & 0xFF) >= 0xBE;
    }
}
