// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;

/**
 * Finds bytes, eight at a time. A byte of {@code x ^ pattern} is zero where the byte is the one that is looked for; {@code (z - 0x01…)
 * & ~z & 0x80…} has its lowest bit in the first zero byte of z.
 */
public final class ByteSearch {

    private ByteSearch() {}

    /** Where the next byte of this value stands, or the end. */
    public static int next(byte[] bytes, int from, int to, byte value) {
        return nextOfTwo(bytes, from, to, value, value);
    }

    /** Where the next byte of either value stands, or the end. */
    public static int nextOfTwo(byte[] bytes, int from, int to, byte one, byte other) {
        long first = (one & 0xFF) * ONES;
        long second = (other & 0xFF) * ONES;
        int at = from;
        while (to - at >= Long.BYTES) {
            long eight = Words.get(bytes, at);
            long found = Words.zeros(eight ^ first) | Words.zeros(eight ^ second);
            if (found != 0) {
                return at + Words.first(found);
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    /** Where the next byte stands that is not ASCII, is a control character (below 0x20), or has either value; or the end. */
    public static int nextSpecial(byte[] bytes, int from, int to, byte one, byte other) {
        long first = one * ONES;
        long second = other * ONES;
        int at = from;
        while (to - at >= Long.BYTES) {
            long eight = Words.get(bytes, at);
            long control = (eight - ' ' * ONES) & ~eight & HIGH_BITS;
            long found = Words.zeros(eight ^ first) | Words.zeros(eight ^ second) | control | eight & HIGH_BITS;
            if (found != 0) {
                return at + Words.first(found);
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }
}
