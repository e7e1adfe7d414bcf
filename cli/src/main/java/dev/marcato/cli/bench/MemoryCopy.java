// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;

/**
 * Copies one array into another, each thread its part: what the memory lets through, where the arrays are larger than the
 * caches.
 */
final class MemoryCopy {
    private static final int TIMES_CACHE = 4;
    private static final long LEAST_BYTES = 32 << 20;
    private static final long MOST_BYTES = 512 << 20;
    private static final int SHARES_OF_HEAP = 8;
    private static final int MARK_EVERY = 4096;

    private final byte[] from;
    private final byte[] to;

    private MemoryCopy(int bytes) {
        from = new byte[bytes];
        to = new byte[bytes];
        for (int i = 0; i < bytes; i += MARK_EVERY) {
            from[i] = (byte) (i / MARK_EVERY);
        }
    }

    /**
     * @param cacheBytes the largest cache, 0 if it is not known
     * @param heapBytes how large the heap may grow
     */
    static MemoryCopy of(long cacheBytes, long heapBytes) {
        long wanted = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, TIMES_CACHE * cacheBytes));
        return new MemoryCopy((int) Math.min(wanted, heapBytes / SHARES_OF_HEAP));
    }

    /** How many bytes are copied: each is read once and written once. */
    int bytes() {
        return from.length;
    }

    Answer run(int threads) throws IOException {
        Crew.work(threads, index -> {
            int start = (int) ((long) from.length * index / threads);
            int end = (int) ((long) from.length * (index + 1) / threads);
            System.arraycopy(from, start, to, start, end - start);
        });
        long sum = 0;
        for (int i = 0; i < to.length; i += MARK_EVERY) {
            sum += to[i];
        }
        return new Answer(0, sum);
    }
}
