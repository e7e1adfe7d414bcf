// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks for record terminators (0x1D) eight bytes at a time, and for nothing else: the least that finding records can
 * cost. Its answer is the number of them and the sum of their places.
 */
final class RecordEnds {
    private static final byte TERMINATOR = 0x1D;
    private static final long TERMINATORS = 0x1D1D_1D1D_1D1D_1D1DL;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    private long count;
    private long places;

    /**
     * @param buffer from its beginning to its limit; its order becomes little-endian
     * @param offset of its first byte in the file
     */
    void find(ByteBuffer buffer, long offset) {
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        int end = buffer.limit();
        int words = end & ~7;
        for (int i = 0; i < words; i += 8) {
            long different = buffer.getLong(i) ^ TERMINATORS;
            // The highest bit of each byte that does not differ, and no other.
            long found = ~((different & LOW_BITS) + LOW_BITS | different | LOW_BITS);
            while (found != 0) {
                add(offset + i + (Long.numberOfTrailingZeros(found) >>> 3));
                found &= found - 1;
            }
        }
        for (int i = words; i < end; i++) {
            if (buffer.get(i) == TERMINATOR) {
                add(offset + i);
            }
        }
    }

    private void add(long place) {
        count++;
        places += place;
    }

    Answer answer() {
        return new Answer(count, places);
    }
}
