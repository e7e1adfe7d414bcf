// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal;

/**
 * Text from outside made safe for terminals and logs: the one place where that happens. Damaged and hostile records
 * hold escape sequences, line breaks and characters that reverse the reading order; in a message they would rewrite the
 * screen or forge a line of a log.
 */
public final class SafeText {
    /** Characters that {@link #of(String)} lets through. */
    public static final int MAX_LENGTH = 300;

    private static final String CUT = "...";
    private static final String HEX = "0123456789ABCDEF";

    private SafeText() {}

    /** {@link #of(String, int)} with {@link #MAX_LENGTH}. */
    public static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /**
     * Escapes what does not show or changes how the rest shows, as <code>\x1B</code> or <code>&#92;u202E</code>. A backslash stays as it is, so
     * that safe text passes unchanged.
     *
     * @param max greatest length of the result in characters; what is longer ends in three dots
     */
    public static String of(String text, int max) {
        int length = text.length();
        if (length <= max && isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(Math.min(length + 16, max + 8));
        int keep = 0; // length of the longest prefix that leaves room for the dots
        for (int at = 0; at < length && safe.length() <= max; ) {
            int character = text.codePointAt(at);
            append(safe, character);
            at += Character.charCount(character);
            if (safe.length() <= max - CUT.length()) {
                keep = safe.length();
            }
        }
        if (safe.length() > max) {
            safe.setLength(keep);
            safe.append(CUT);
        }
        return safe.toString();
    }

    /**
     * Shows bytes whose encoding is not known: printable ASCII as it is, all else as <code>\xE9</code>.
     *
     * @param from first byte
     * @param to byte after the last
     * @param maxBytes how many of them to show at most; dots follow where there are more
     */
    public static String ofBytes(byte[] data, int from, int to, int maxBytes) {
        int end = Math.min(to, from + maxBytes);
        StringBuilder safe = new StringBuilder(end - from + 8);
        for (int at = from; at < end; at++) {
            int value = data[at] & 0xFF;
            if (value >= 0x20 && value < 0x7F) {
                safe.append((char) value);
            } else {
                safe.append("\\x");
                hex(safe, value);
            }
        }
        return end < to ? safe.append(CUT).toString() : safe.toString();
    }

    /** One byte as {@code 0x1F}. */
    public static String ofByte(int value) {
        return hex(new StringBuilder("0x"), value).toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder safe, int character) {
        if (shows(character)) {
            safe.appendCodePoint(character);
        } else if (character < 0x100) {
            hex(safe.append("\\x"), character);
        } else if (character < 0x10000) {
            hex(hex(safe.append("\\u"), character >> 8), character);
        } else {
            hex(hex(hex(safe.append("\\u{"), character >> 16), character >> 8), character)
                    .append('}');
        }
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static StringBuilder hex(StringBuilder to, int value) {
        return to.append(HEX.charAt(value >> 4 & 15)).append(HEX.charAt(value & 15));
    }
}
