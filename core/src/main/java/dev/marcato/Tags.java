// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import java.nio.charset.StandardCharsets;

/**
 * Tags as the index of a record holds them: three bytes in an int, the first one highest. A pattern is a long: the mask
 * of the bytes that count in its upper half, their values in its lower.
 */
final class Tags {
    private static final int WIDTH = 3;
    private static final String[] NUMERIC = new String[1000];

    static {
        for (int i = 0; i < NUMERIC.length; i++) {
            NUMERIC[i] = new String(
                    new byte[] {(byte) ('0' + i / 100), (byte) ('0' + i / 10 % 10), (byte) ('0' + i % 10)},
                    StandardCharsets.ISO_8859_1);
        }
    }

    private Tags() {}

    /** Packs a tag that {@link Refusals#tag} lets through. */
    static int pack(String tag) {
        Refusals.tag(tag);
        return tag.charAt(0) << 16 | tag.charAt(1) << 8 | tag.charAt(2);
    }

    /** The text of a packed tag, one character for each byte. */
    static String text(int packed) {
        int first = (packed >> 16 & 0xFF) - '0';
        int second = (packed >> 8 & 0xFF) - '0';
        int third = (packed & 0xFF) - '0';
        if (first >= 0 && first < 10 && second >= 0 && second < 10 && third >= 0 && third < 10) {
            return NUMERIC[first * 100 + second * 10 + third];
        }
        byte[] bytes = {(byte) (packed >> 16), (byte) (packed >> 8), (byte) packed};
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Whether a tag is that of a control field: 00X. */
    static boolean isControl(int packed) {
        return packed >> 8 == ('0' << 8 | '0');
    }

    /**
     * Compiles a tag or a tag pattern. A full stop stands for any character; so does X, unless the pattern holds another
     * letter: 9XX is a pattern, TXT is a tag.
     */
    static long pattern(String pattern) {
        if (pattern.length() != WIDTH) {
            throw notATag(pattern);
        }
        int mask = 0;
        int value = 0;
        for (int i = 0; i < WIDTH; i++) {
            char character = pattern.charAt(i);
            mask <<= 8;
            value <<= 8;
            if (character > 0xFF) {
                throw notATag(pattern);
            }
            if (character != '.' && !(isX(character) && hasNoOtherLetter(pattern))) {
                mask |= 0xFF;
                value |= character;
            }
        }
        return (long) mask << 32 | value;
    }

    static boolean matches(long pattern, int packed) {
        return (packed & (int) (pattern >>> 32)) == (int) pattern;
    }

    private static boolean isX(char character) {
        return character == 'X' || character == 'x';
    }

    private static boolean hasNoOtherLetter(String pattern) {
        for (int i = 0; i < WIDTH; i++) {
            char character = pattern.charAt(i);
            if (Character.isLetter(character) && !isX(character)) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException notATag(String pattern) {
        return new IllegalArgumentException("\"" + Refusals.quote(pattern)
                + "\" is neither a tag nor a tag pattern: both have three characters, such as 245 or 6..");
    }
}
