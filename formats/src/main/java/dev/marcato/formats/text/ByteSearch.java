// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes, eight at a time. A byte of {@code x ^ pattern} is zero where the byte is the one that is looked for; {@code (z - 0x01…)
 * & ~z & 0x80…} has its lowest bit in the first zero byte of z.
 */
public final class ByteSearch {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

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
            long eight = (long) LONGS.get(bytes, at);
            long found = zero(eight ^ first) | zero(eight ^ second);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
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
            long eight = (long) LONGS.get(bytes, at);
            long control = (eight - ' ' * ONES) & ~eight & HIGH;
            long found = zero(eight ^ first) | zero(eight ^ second) | control | eight & HIGH;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    private static long zero(long value) {
        return value - ONES & ~value & HIGH;
    }
}
