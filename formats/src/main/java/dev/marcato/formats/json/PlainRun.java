// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;

/**
 * Copies runs of bytes that stand for themselves in a JSON string: all but quote, backslash and control characters. Eight at a time,
 * also beyond the run where the array has them: most values are short, and their ends would cost more than they do.
 */
final class PlainRun {
    /** How many bytes behind a run may be overwritten where it is copied to. */
    static final int BEYOND = Long.BYTES;

    private PlainRun() {}

    /** Whether a byte is a character of ASCII that stands for itself. */
    static boolean isPlain(byte value) {
        return value >= ' ' && value != '"' && value != '\\';
    }

    /**
     * Copies a run.
     *
     * @return its length; {@code ~length}, which is negative, where there may be bytes of 0x80 or more in it
     */
    static int copy(byte[] bytes, int from, int to, byte[] target, int place) {
        int shift = place - from;
        // One limit, not two conditions: the compiler takes the checks of the array out of the loop by it.
        int words = Math.min(to, bytes.length - (Long.BYTES - 1));
        int at = from;
        long seen = 0;
        for (; at < words; at += Long.BYTES) {
            long eight = Words.get(bytes, at);
            Words.put(target, at + shift, eight);
            seen |= eight;
            long special = special(eight);
            if (special != 0) {
                at += Words.first(special);
                return length(Math.min(to, at) - from, seen);
            }
        }
        while (at < to && (bytes[at] < 0 || isPlain(bytes[at]))) {
            seen |= bytes[at];
            target[at + shift] = bytes[at];
            at++;
        }
        return length(Math.min(at, to) - from, seen);
    }

    private static int length(int length, long seen) {
        return (seen & HIGH_BITS) == 0 ? length : ~length;
    }

    /**
     * The high bit of each byte that is special; above the lowest of them others may be set, too. To turn the second bit leaves
     * control characters below 0x20, makes the quote 0x20, and all else more than that.
     */
    private static long special(long eight) {
        long quoteOrControl = (eight ^ 2 * ONES) - 0x21 * ONES;
        long backslash = (eight ^ '\\' * ONES) - ONES;
        return (quoteOrControl | backslash) & ~eight & HIGH_BITS;
    }
}
