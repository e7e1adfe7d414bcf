// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.StartScanner;
import java.util.Arrays;

/**
 * Finds where records start in a JSON document of any size, right or damaged. One thread's.
 *
 * <p>A start is a brace that opens an object in a place for records: at the top, in an array at the top, or in an array that is
 * called {@code records} or something that ends so. Where what opens there is an envelope, the record in it is another start if
 * {@code "leader"}, {@code "fields"}, {@code "controlfield"} or {@code "datafield"} is its first name, as FOLIO's are.
 *
 * <p>Damage does not spread, since two things are starts whatever stands before them. One is a brace and {@code "leader":}, or its like: it
 * is part of no string, because the quote would have ended that, and of no record, because records are not nested. So neither a
 * string nor a brace that was not closed reaches beyond the next such record. The other is a brace that begins a line, and behind
 * it the name that the record before began with: it mends documents of a record a line whose records begin otherwise.
 *
 * <p>What it knows at a start is that start alone, so that a scanner that begins there finds the same.
 */
final class JsonStarts implements StartScanner {
    /** Names are looked for so far behind a brace; fewer bytes are left for the next call, unless the source ends. */
    private static final int AHEAD = 64;
    /** Envelopes are not deeper than this where they have an array of records. */
    private static final int ITEMS_DEPTH = 2;

    private static final boolean[] ENDS_TEXT = new boolean[256];
    private static final boolean[] IS_STRUCTURE = new boolean[256];

    static {
        for (byte value : new byte[] {'"', '\\', '{'}) {
            ENDS_TEXT[value] = true;
            IS_STRUCTURE[value] = true;
        }
        for (byte value : new byte[] {'}', '[', ']', ',', ':'}) {
            IS_STRUCTURE[value] = true;
        }
    }

    private final RecordInside inside = new RecordInside();
    private final byte[] itemName = new byte[AHEAD];
    private int itemNameLength;
    private boolean inRecord;
    private boolean inString;
    private boolean escaped;
    /** Brackets open since the last start, or since what is around it was closed. */
    private int depth;
    /** The last character of structure, outside strings; in a record it tells nothing until the last bracket is closed. */
    private byte before;
    /** The byte before those that the next call looks at. */
    private byte last = '\n';

    private int passed;

    @Override
    public int passed() {
        return passed;
    }

    @Override
    public int next(byte[] bytes, int from, int to, boolean ended) {
        int at = from;
        while (at < to) {
            if (escaped) {
                escaped = false;
                // No escape has a brace: it may as well begin the next record.
                if (bytes[at] != '{') {
                    at++;
                    continue;
                }
            }
            if (inRecord && depth > 0) {
                at = inside.pass(bytes, at, to - AHEAD, depth, inString);
                depth = inside.depth();
                inString = inside.inString();
            }
            boolean[] stops = inString ? ENDS_TEXT : IS_STRUCTURE;
            while (at < to && !stops[bytes[at] & 0xFF]) {
                at++;
            }
            if (at == to) {
                break;
            }
            byte value = bytes[at];
            if (mustLookAhead(value)) {
                if (to - at < AHEAD && !ended) {
                    return stop(bytes, from, at);
                }
                int end = Math.min(to, at + AHEAD);
                if (value == '{') {
                    if (isStart(bytes, from, at, end)) {
                        begin(bytes, at, end);
                        return at;
                    }
                } else {
                    int items = behindItems(bytes, at + 1, end);
                    if (items >= 0) {
                        at = items;
                        depth = 0;
                        before = '[';
                        continue;
                    }
                }
            }
            see(value);
            at++;
        }
        return stop(bytes, from, to);
    }

    private boolean mustLookAhead(byte value) {
        return value == '{'
                || value == '"' && !inString && !inRecord && depth <= ITEMS_DEPTH && (before == '{' || before == ',');
    }

    private int stop(byte[] bytes, int from, int at) {
        last = at > from ? bytes[at - 1] : last;
        passed = at;
        return NONE;
    }

    private void begin(byte[] bytes, int at, int end) {
        int name = nameFrom(bytes, at + 1, end);
        int nameEnd = name < 0 ? name : nameTo(bytes, name, end);
        itemNameLength = 0;
        inRecord = false;
        if (nameEnd > name) {
            itemNameLength = nameEnd - name;
            System.arraycopy(bytes, name, itemName, 0, itemNameLength);
            inRecord = JsonNames.isOfRecord(bytes, name, nameEnd);
        }
        inString = false;
        depth = 1;
        before = '{';
        last = '{';
        passed = at + 1;
    }

    private void see(byte value) {
        if (inString) {
            inString = value != '"';
            escaped = value == '\\';
            return;
        }
        switch (value) {
            case '"' -> inString = true;
            case '{' -> depth++;
            case '[' -> depth += depth > 0 || before == ':' ? 1 : 0;
            case '}', ']' -> depth = Math.max(0, depth - 1);
            default -> {}
        }
        if (value != '"' && value != '\\') {
            before = value;
        } else if (value == '"' && before != ':') {
            // A string that is no member's value: what comes next is not one's either, unless there is a colon.
            before = '"';
        }
    }

    private boolean isStart(byte[] bytes, int from, int at, int end) {
        if (!inString && depth == 0 && before != ':') {
            return true;
        }
        int name = nameFrom(bytes, at + 1, end);
        int nameEnd = name < 0 ? name : nameTo(bytes, name, end);
        if (nameEnd <= name) {
            return false;
        }
        if (JsonNames.isOfRecord(bytes, name, nameEnd)) {
            int colon = behind(bytes, nameEnd + 1, end, ':');
            return colon >= 0
                    && (JsonNames.is(JsonNames.LEADER, bytes, name, nameEnd) || behind(bytes, colon, end, '[') >= 0);
        }
        byte previous = at > from ? bytes[at - 1] : last;
        return previous == '\n'
                && itemNameLength > 0
                && Arrays.equals(itemName, 0, itemNameLength, bytes, name, nameEnd)
                && behind(bytes, nameEnd + 1, end, ':') >= 0;
    }

    /** Behind the bracket that opens an array of records, where its name begins at a place; else negative. */
    private int behindItems(byte[] bytes, int name, int end) {
        int nameEnd = nameTo(bytes, name, end);
        int colon = nameEnd < 0 ? nameEnd : behind(bytes, nameEnd + 1, end, ':');
        if (colon < 0) {
            return NONE;
        }
        inRecord = depth == 1 && JsonNames.isOfRecord(bytes, name, nameEnd);
        return JsonNames.isItems(bytes, name, nameEnd) ? behind(bytes, colon, end, '[') : NONE;
    }

    /** Where a name begins behind blanks and a quote, negative if there is none. */
    private static int nameFrom(byte[] bytes, int from, int end) {
        return behind(bytes, from, end, '"');
    }

    /** Where a name ends, negative if it does not, or is not a plain one. */
    private static int nameTo(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at++) {
            if (ENDS_TEXT[bytes[at] & 0xFF]) {
                return bytes[at] == '"' ? at : NONE;
            }
        }
        return NONE;
    }

    /** Behind a character that comes next but for blanks, negative if another one does. */
    private static int behind(byte[] bytes, int from, int end, char character) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at < end && bytes[at] == character ? at + 1 : NONE;
    }
}
