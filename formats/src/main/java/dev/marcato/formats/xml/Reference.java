// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

/**
 * What stands at an {@code &}: a reference to a character, to an entity that nobody knows, or neither. No entity but the five
 * of XML itself is ever known, since a document type is never read.
 *
 * @param character the character, {@link #UNKNOWN} or {@link #NONE}
 * @param end behind its semicolon; behind the {@code &} where it is none
 */
record Reference(int character, int end) {
    static final int UNKNOWN = -1;
    static final int NONE = -2;

    private static final int LONGEST_NAME = 40;
    /** More than any character is. */
    private static final int TOO_LARGE = 0x110000;

    /** Looks at an {@code &}. */
    static Reference at(byte[] bytes, int at, int to) {
        if (Scan.stands(bytes, at + 1, to, "amp;")) {
            return new Reference('&', at + 5);
        }
        if (Scan.stands(bytes, at + 1, to, "lt;")) {
            return new Reference('<', at + 4);
        }
        if (Scan.stands(bytes, at + 1, to, "gt;")) {
            return new Reference('>', at + 4);
        }
        if (Scan.stands(bytes, at + 1, to, "quot;")) {
            return new Reference('"', at + 6);
        }
        if (Scan.stands(bytes, at + 1, to, "apos;")) {
            return new Reference('\'', at + 6);
        }
        return at + 1 < to && bytes[at + 1] == '#' ? number(bytes, at, to) : name(bytes, at, to);
    }

    private static Reference number(byte[] bytes, int at, int to) {
        boolean hexadecimal = at + 2 < to && bytes[at + 2] == 'x';
        int radix = hexadecimal ? 16 : 10;
        int first = at + (hexadecimal ? 3 : 2);
        int value = 0;
        int next = first;
        while (next < to) {
            int digit = bytes[next] < 0 ? -1 : Character.digit(bytes[next], radix);
            if (digit < 0) {
                break;
            }
            value = Math.min(TOO_LARGE, value * radix + digit);
            next++;
        }
        boolean complete = next > first && next < to && bytes[next] == ';';
        return complete ? new Reference(value, next + 1) : new Reference(NONE, at + 1);
    }

    private static Reference name(byte[] bytes, int at, int to) {
        int limit = Math.min(to, at + 1 + LONGEST_NAME);
        int end = at + 1;
        while (end < limit && Names.isPart(bytes[end])) {
            end++;
        }
        boolean complete = end > at + 1 && end < to && bytes[end] == ';' && Names.isStart(bytes[at + 1]);
        return complete ? new Reference(UNKNOWN, end + 1) : new Reference(NONE, at + 1);
    }

    boolean isCharacter() {
        return character >= 0;
    }

    /** Whether it is a character that XML 1.0 allows in a document. */
    boolean isAllowed() {
        return isAllowed(character);
    }

    /** Whether XML 1.0 allows a character in a document. */
    static boolean isAllowed(int character) {
        return character >= ' ' && character < 0xD800
                || character == '\n'
                || character == '\t'
                || character == '\r'
                || character >= 0xE000 && character < 0xFFFE
                || character >= 0x10000 && character < TOO_LARGE;
    }
}
