// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Utf8;
import dev.marcato.io.Words;

/**
 * Scans for what is not plain text in ASCII. Positions are absolute in the array. Eight bytes are looked at at a time,
 * where the array has them also beyond the range: most values are short, and their ends would cost more than they do.
 */
public final class Ascii {
    /** Begins an escape sequence, and with it another character set, in MARC-8 and in the ISO 2022 family. */
    public static final byte ESCAPE = 0x1B;

    private static final long ESCAPES = ESCAPE * ONES;

    private Ascii() {}

    /** First byte that is an escape or 0x80 or more, or {@code to}: before it there is nothing but plain ASCII. */
    public static int firstSpecial(byte[] data, int from, int to) {
        int words = Math.min(to, data.length - (Long.BYTES - 1));
        int at = from;
        for (; at < words; at += Long.BYTES) {
            long bytes = Words.get(data, at);
            long differing = bytes ^ ESCAPES;
            // A borrow can mark a byte above a true hit, never one below the first: the lowest mark is exact.
            long special = (bytes | (differing - ONES & ~differing)) & HIGH_BITS;
            if (special != 0) {
                return Math.min(to, at + Words.first(special));
            }
        }
        while (at < to && data[at] >= 0 && data[at] != ESCAPE) {
            at++;
        }
        return Math.min(at, to);
    }

    /** As {@link #firstSpecial(byte[], int, int)}, where one more byte of ASCII, which may mean more, ends the run. */
    static int firstSpecial(byte[] data, int from, int to, byte ending) {
        long endings = ending * ONES;
        int words = Math.min(to, data.length - (Long.BYTES - 1));
        int at = from;
        for (; at < words; at += Long.BYTES) {
            long bytes = Words.get(data, at);
            long escapes = bytes ^ ESCAPES;
            long others = bytes ^ endings;
            long special = (bytes | (escapes - ONES & ~escapes) | (others - ONES & ~others)) & HIGH_BITS;
            if (special != 0) {
                return Math.min(to, at + Words.first(special));
            }
        }
        while (at < to && data[at] >= 0 && data[at] != ESCAPE && data[at] != ending) {
            at++;
        }
        return Math.min(at, to);
    }

    /** Whether all bytes are right UTF-8 and none is an escape, with which other sets begin. */
    public static boolean isUnescapedUtf8(byte[] data, int from, int to) {
        int at = firstSpecial(data, from, to);
        while (at < to) {
            int length = data[at] == ESCAPE ? 0 : Utf8.length(data, at, to);
            if (length == 0) {
                return false;
            }
            at = firstSpecial(data, at + length, to);
        }
        return true;
    }

    /**
     * Whether there is nothing but plain ASCII, which is the same text in every encoding: no escape, no byte of 0x80 or
     * more, and no numeric character reference, which is a character in MARC-8 and text elsewhere.
     */
    public static boolean isPlain(byte[] data, int from, int to) {
        int at = firstSpecial(data, from, to, (byte) '&');
        while (at < to && data[at] == '&' && CharacterReference.end(data, at, to) < 0) {
            at = firstSpecial(data, at + 1, to, (byte) '&');
        }
        return at == to;
    }
}
