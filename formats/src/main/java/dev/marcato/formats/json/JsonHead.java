// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

/**
 * Tells by the first bytes of a source whether it is JSON, and whether a record a line or one document. It is of lines if the
 * first object ends on its line, and the line with it; or if that is open, since no line break was seen yet.
 */
final class JsonHead {
    private enum Shape {
        NONE,
        LINES,
        DOCUMENT
    }

    private JsonHead() {}

    static boolean isOfLines(byte[] head, int length) {
        return shape(head, length) == Shape.LINES;
    }

    static boolean isDocument(byte[] head, int length) {
        return shape(head, length) == Shape.DOCUMENT;
    }

    private static Shape shape(byte[] head, int length) {
        int at = begin(head, length);
        if (at == length) {
            return Shape.NONE;
        }
        if (head[at] == '[') {
            int next = blanks(head, at + 1, length);
            boolean array = next == length || head[next] == '{' || head[next] == ']';
            return array ? Shape.DOCUMENT : Shape.NONE;
        }
        if (head[at] != '{' || !beginsObject(head, blanks(head, at + 1, length), length)) {
            return Shape.NONE;
        }
        return firstObject(head, at, length);
    }

    /** Where text begins behind a byte order mark and blanks; the length if there is none. */
    static int begin(byte[] head, int length) {
        boolean marked = length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        return blanks(head, marked ? 3 : 0, length);
    }

    private static boolean beginsObject(byte[] head, int at, int length) {
        if (at == length || head[at] == '"' || head[at] == '}') {
            return true;
        }
        // A name without quotes.
        int end = at;
        while (end < length && (head[end] >= 'a' && head[end] <= 'z' || head[end] >= 'A' && head[end] <= 'Z')) {
            end++;
        }
        int colon = blanks(head, end, length);
        return end > at && (colon == length || head[colon] == ':');
    }

    private static Shape firstObject(byte[] head, int from, int length) {
        int depth = 0;
        boolean inString = false;
        int name = from;
        for (int at = from; at < length; at++) {
            byte value = head[at];
            if (value == '\n') {
                return Shape.DOCUMENT;
            }
            if (inString) {
                at += value == '\\' ? 1 : 0;
                inString = value != '"';
            } else if (value == '"') {
                inString = true;
                name = at + 1;
            } else if (value == '[' && isItems(head, name, at)) {
                return Shape.DOCUMENT;
            } else if (value == '{' || value == '[') {
                depth++;
            } else if (value == '}' || value == ']') {
                depth--;
                if (depth == 0) {
                    return endsLine(head, at + 1, length) ? Shape.LINES : Shape.DOCUMENT;
                }
            }
        }
        return Shape.LINES;
    }

    /** Whether the string that began at a place, and ended before another, is the name of an array of records. */
    private static boolean isItems(byte[] head, int name, int bracket) {
        int end = name;
        while (end < bracket && head[end] != '"') {
            end++;
        }
        return JsonNames.isItems(head, name, end);
    }

    private static boolean endsLine(byte[] head, int from, int length) {
        int at = from;
        while (at < length && (head[at] == ' ' || head[at] == '\t' || head[at] == '\r')) {
            at++;
        }
        return at == length || head[at] == '\n';
    }

    /** Behind blanks. */
    static int blanks(byte[] head, int from, int length) {
        int at = from;
        while (at < length && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r' || head[at] == '\t')) {
            at++;
        }
        return at;
    }
}
