// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

/**
 * What records stand in, in all of a document, as its first bytes tell: whoever reads only a part of it needs no more to know
 * which commas and brackets are due between two records.
 */
enum Surroundings {
    /** In an array that is the document. */
    ARRAY,
    /** In an array that an object has. */
    ENVELOPE,
    /** Nothing: each is a text of its own, and another one may follow it. */
    NOTHING,
    /** What is not known: then nothing is due. */
    UNKNOWN;

    /** What the records of a source that begins so stand in. */
    static Surroundings of(byte[] head, int length) {
        int at = JsonHead.begin(head, length);
        if (at == length) {
            return UNKNOWN;
        }
        return switch (head[at]) {
            case '[' -> ARRAY;
            case '{' -> ofObject(head, at, length);
            default -> UNKNOWN;
        };
    }

    /** Whether it is an envelope tells an array of records, whether it is a record a member that only records have. */
    private static Surroundings ofObject(byte[] head, int from, int length) {
        int depth = 0;
        boolean isRecord = false;
        int name = from;
        int nameEnd = from;
        for (int at = from; at < length; at++) {
            byte value = head[at];
            if (value == '"') {
                name = at + 1;
                nameEnd = stringEnd(head, name, length);
                isRecord |= depth == 1 && isMemberOfRecord(head, name, nameEnd, length);
                at = nameEnd;
            } else if (value == '[' && !isRecord && JsonNames.isItems(head, name, nameEnd)) {
                return ENVELOPE;
            } else if (value == '{' || value == '[') {
                depth++;
            } else if (value == '}' || value == ']') {
                depth--;
                if (depth == 0) {
                    break;
                }
            }
        }
        return isRecord ? NOTHING : UNKNOWN;
    }

    private static boolean isMemberOfRecord(byte[] head, int name, int nameEnd, int length) {
        if (nameEnd >= length || !JsonNames.isOfRecord(head, name, nameEnd)) {
            return false;
        }
        int colon = JsonHead.blanks(head, nameEnd + 1, length);
        int value = JsonHead.blanks(head, colon + 1, length);
        if (value >= length || head[colon] != ':') {
            return false;
        }
        if (JsonNames.is(JsonNames.LEADER, head, name, nameEnd)) {
            return head[value] == '"';
        }
        // A server's answer may have a list of names that is called so, too.
        int first = JsonHead.blanks(head, value + 1, length);
        return head[value] == '[' && first < length && head[first] == '{';
    }

    /** Where the quote stands that ends a string; the length if there is none. */
    private static int stringEnd(byte[] head, int from, int length) {
        int at = from;
        while (at < length && head[at] != '"') {
            at += head[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, length);
    }
}
