// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

/**
 * BGZF: gzip in members of at most 64 KiB, each of which tells its size in its header, so that they can be found and
 * inflated independently of each other (SAM specification, 4.1). For any gzip tool it is gzip.
 */
final class Bgzf {
    /** A block has at most so many bytes, compressed or not. */
    static final int MOST_BYTES = 1 << 16;

    static final int HEADER = 18;
    static final int TRAILER = 8;

    private static final byte[] FIRST = {0x1F, (byte) 0x8B, 8, 4};
    private static final int EXTRA = 10;
    private static final int SIZE = 16;
    /** Six bytes of extra field: B, C, two bytes of size. */
    private static final byte[] SIZE_FIELD = {6, 0, 'B', 'C', 2, 0};

    private Bgzf() {}

    /**
     * The size of the block that begins at a position, or 0 if that is not the beginning of one. Its size must stand first in the
     * extra field and alone, as all known writers have it.
     */
    static int blockSize(byte[] b, int from, int limit) {
        if (limit - from < HEADER || !startsWith(b, from, FIRST) || !startsWith(b, from + EXTRA, SIZE_FIELD)) {
            return 0;
        }
        int size = short16(b, from + SIZE) + 1;
        return size >= HEADER + TRAILER ? size : 0;
    }

    /** How many bytes a block says it comes to, of as many as there may be. */
    static int saidBytes(byte[] b, int from, int size) {
        return (int) Math.min(MOST_BYTES, int32(b, from + size - 4));
    }

    /** Writes the header of a block of that size. */
    static void writeHeader(byte[] target, int size) {
        System.arraycopy(FIRST, 0, target, 0, FIRST.length);
        target[EXTRA - 1] = (byte) 0xFF;
        System.arraycopy(SIZE_FIELD, 0, target, EXTRA, SIZE_FIELD.length);
        target[SIZE] = (byte) (size - 1);
        target[SIZE + 1] = (byte) (size - 1 >> 8);
    }

    /** A number of four bytes, least first, as gzip has them. */
    static long int32(byte[] b, int from) {
        return short16(b, from) | (long) short16(b, from + 2) << 16;
    }

    static void writeInt32(byte[] target, int at, long value) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (value >> 8 * i);
        }
    }

    private static int short16(byte[] b, int from) {
        return b[from] & 0xFF | (b[from + 1] & 0xFF) << 8;
    }

    private static boolean startsWith(byte[] b, int from, byte[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (b[from + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
