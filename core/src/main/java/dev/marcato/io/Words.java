// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of an array as one number, the first byte lowest. A mark is the highest bit of a byte: a search computes a word of
 * marks, and asks for the {@link #first} one.
 */
public final class Words {
    /** A 1 in each byte: {@code 'x' * ONES} has an x in each. */
    public static final long ONES = 0x0101010101010101L;

    /** The mark of each byte. */
    public static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /** Eight bytes, of which there must be so many in the array. */
    public static long get(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Puts eight bytes, for which there must be room. */
    public static void put(byte[] bytes, int at, long word) {
        LONGS.set(bytes, at, word);
    }

    /** Marks bytes that are zero: the lowest mark is right, and above it others may be marked, too. */
    public static long zeros(long word) {
        // A borrow can mark a byte above a true hit, never one below the first.
        return word - ONES & ~word & HIGH_BITS;
    }

    /**
     * Which byte has the lowest mark, 0 to 7.
     *
     * @param marks not zero, and marks only
     */
    public static int first(long marks) {
        // Below the mark all bits are set, and the ones of as many bytes add up: the quick compiler has no count of
        // trailing zeros.
        return (int) ((marks - 1 & ONES) * ONES >>> 56) - 1;
    }
}
