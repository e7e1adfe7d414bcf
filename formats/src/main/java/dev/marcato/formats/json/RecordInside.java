// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;

/**
 * Passes over the inside of a record in JSON text, eight bytes at a time, and only counts brackets and quotes: most of a document
 * is that. One thread's.
 */
final class RecordInside {
    /** What differs between the two kinds of brackets: {@code [} and <code>{</code>, {@code ]} and <code>}</code>. */
    private static final long KIND_OF_BRACKET = 0x20 * ONES;

    /** Brackets that are open. */
    private int depth;

    private boolean inString;

    int depth() {
        return depth;
    }

    boolean inString() {
        return inString;
    }

    /**
     * Passes bytes, up to eight that have a backslash, the last bracket that closes, or a brace that might be the start of a record.
     *
     * @param to looked at are these bytes, and up to ten more
     * @return the first byte that was not passed; those behind {@code to} may have been
     */
    int pass(byte[] bytes, int from, int to, int openBrackets, boolean startsInString) {
        int open = openBrackets;
        long inside = startsInString ? ONES : 0;
        int at = from;
        for (; at < to; at += Long.BYTES) {
            long eight = Words.get(bytes, at);
            long brackets = eight & ~KIND_OF_BRACKET;
            // Each byte of the product is the number of quotes up to it: odd in strings.
            long odd = ((matching(eight, '"') >>> 7) * ONES ^ inside) & ONES;
            long outside = (odd ^ ONES) << 7;
            long opening = matching(brackets, '[');
            int stillOpen = open - Long.bitCount(matching(brackets, ']') & outside);
            // Moves the bit by which the kinds of brackets differ to where a match has its own.
            long braces = opening & eight << 2;
            if (stillOpen < 1 || matching(eight, '\\') != 0 || braces != 0 && mayStart(bytes, from, at, braces)) {
                break;
            }
            open = stillOpen + Long.bitCount(opening & outside);
            inside = (odd >>> 56) * ONES;
        }
        depth = open;
        inString = inside != 0;
        return at;
    }

    /** The high bit of each byte that is this character. */
    private static long matching(long eight, char character) {
        long differing = eight ^ character * ONES;
        return ~((differing & ~HIGH_BITS) + ~HIGH_BITS | differing | ~HIGH_BITS);
    }

    private static boolean mayStart(byte[] bytes, int from, int at, long braces) {
        for (long left = braces; left != 0; left &= left - 1) {
            int brace = at + Words.first(left);
            if (brace == from || mayStart(bytes, brace)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a brace in a record may be the start of another: it begins a line, or what may be a name of a record's is behind it. */
    private static boolean mayStart(byte[] bytes, int brace) {
        if (bytes[brace - 1] == '\n' || bytes[brace + 1] <= ' ') {
            return true;
        }
        byte initial = bytes[brace + 2];
        boolean ofRecord = initial == 'l' || initial == 'f' || initial == 'c' || initial == 'd';
        return ofRecord && bytes[brace + 1] == '"' && bytes[brace + 3] != '"';
    }
}
