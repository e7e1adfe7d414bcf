// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

/**
 * The control numbers seen so far, as 64-bit hashes in a table that grows. Among a million numbers two different ones
 * are taken for the same with a probability of one in thirty million. Not thread-safe.
 */
final class ControlNumbers {
    /** Numbers that are remembered (16 MiB); later ones are still compared with these. */
    static final int LIMIT = 1_000_000;

    private static final int SMALLEST = 1 << 4;

    private long[] table = new long[SMALLEST];
    private int size;

    /** Remembers a number; whether it was seen before. */
    boolean seen(byte[] data, int from, int to) {
        long hash = hash(data, from, to);
        int slot = slot(table, hash);
        if (table[slot] == hash) {
            return true;
        }
        if (size < LIMIT) {
            table[slot] = hash;
            size++;
            if (size > table.length / 2) {
                grow();
            }
        }
        return false;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                larger[slot(larger, hash)] = hash;
            }
        }
        table = larger;
    }

    /** Where a hash stands, or the free slot where it should. */
    private static int slot(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** FNV-1a with a finish that spreads it over all bits; never 0, which marks a free slot. */
    private static long hash(byte[] data, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ data[i] & 0xFF) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
