// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.ByteSearch;

/** Passes over values that nobody reads: only that their brackets match is looked at. One thread's. */
final class UnreadValue {
    /** How deep arrays and objects may be nested. */
    private static final int DEEPEST = 512;

    private final JsonCursor cursor;
    private final long[] brackets = new long[DEEPEST / Long.SIZE];

    private byte[] bytes = {};
    private int at;
    private int to;
    private boolean holdsRecord;

    UnreadValue(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /** Knows of no record that was passed. */
    void forget() {
        holdsRecord = false;
    }

    /** Whether what was passed since then, whole or not, has a member that makes an object a record. */
    boolean holdsRecord() {
        return holdsRecord;
    }

    /** Where what was passed last ends, whole or not. */
    int end() {
        return at;
    }

    /** Passes the value that comes next but for blanks. */
    void pass(byte[] newBytes, int from, int newTo) throws JsonDamage {
        bytes = newBytes;
        to = newTo;
        at = from;
        int next = peek();
        if (next == '{' || next == '[') {
            nested();
        } else if (next == '"') {
            string();
        } else {
            int begin = at;
            at = JsonStrings.wordEnd(bytes, at, to);
            if (at == begin) {
                throw cursor.broken(at, cursor.shown(at), "a value");
            }
        }
    }

    private int peek() {
        while (at < to && JsonCursor.isBlank(bytes[at])) {
            at++;
        }
        return at < to ? bytes[at] & 0xFF : -1;
    }

    private void nested() throws JsonDamage {
        int open = at;
        int depth = 0;
        do {
            int next = peek();
            switch (next) {
                case -1 ->
                    throw cursor.broken(
                            open,
                            bytes[open] == '{' ? "an object that does not end" : "an array that does not end",
                            "");
                case '"' -> {
                    int from = at + 1;
                    string();
                    holdsRecord |= JsonNames.isOfRecord(bytes, from, at - 1) && peek() == ':';
                    continue;
                }
                case '{', '[' -> {
                    if (depth == DEEPEST) {
                        throw cursor.broken(at, "arrays and objects nested more than " + DEEPEST + " deep", "");
                    }
                    long bit = 1L << depth;
                    brackets[depth >> 6] = next == '{' ? brackets[depth >> 6] | bit : brackets[depth >> 6] & ~bit;
                    depth++;
                }
                case '}', ']' -> {
                    depth--;
                    if ((brackets[depth >> 6] >> depth & 1) != (next == '}' ? 1 : 0)) {
                        throw cursor.broken(at, "\"" + (char) next + "\" closes what was not opened so", "");
                    }
                }
                default -> {
                    if (JsonCursor.isOfName(bytes[at])) {
                        plainName();
                        continue;
                    }
                }
            }
            at++;
        } while (depth > 0);
    }

    private void plainName() {
        int from = at;
        while (at < to && JsonCursor.isOfName(bytes[at])) {
            at++;
        }
        holdsRecord |= JsonNames.isOfRecord(bytes, from, at) && peek() == ':';
    }

    private void string() throws JsonDamage {
        int open = at++;
        at = ByteSearch.nextOfTwo(bytes, at, to, (byte) '"', (byte) '\\');
        while (at < to && bytes[at] == '\\') {
            at = ByteSearch.nextOfTwo(bytes, Math.min(to, at + 2), to, (byte) '"', (byte) '\\');
        }
        if (at >= to) {
            at = to;
            throw cursor.broken(open, "a string that does not end", "\"");
        }
        at++;
    }
}
