// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;

import dev.marcato.internal.iso2709.EntryReader.Numbers;
import java.util.Arrays;

/**
 * The cheapest way to cut a directory into entries of 11 to 14 bytes and stray bytes. Entries that follow one another
 * as they should, from either end, stand; the search is for what lies between. Of each place the cheapest ways are kept
 * that expect different things of the next entry, because the cheapest one so far may be the wrong one.
 */
final class EntryLattice {
    private static final int[] SIZES = {12, 13, 14, 11, 1};
    private static final int WAYS = 4;
    private static final int NO_WAY = Integer.MAX_VALUE;

    private final EntryReader reader;
    private final int from;
    private final int to;
    private int left;
    private int right;

    /** For each byte and way: cost, what the next entry starts with, the size of the last entry, and its own way. */
    private int[] costs = {};

    private int[] expected = {};
    private byte[] sizes = {};
    private byte[] ways = {};
    private int cost;
    private int visited;
    private final int limit;

    /** @param limit a way that costs more is not looked for */
    EntryLattice(EntryReader reader, int from, int to, int limit) {
        this.limit = limit;
        this.reader = reader;
        this.from = from;
        this.to = to;
    }

    /** How many entries were tried. */
    int visited() {
        return visited;
    }

    /** What the way found by {@link #cut()} costs; more than the limit where there is none. */
    int cost() {
        return cost;
    }

    /** Positions of the entries, and behind them the end, if there is a way; a stray byte is an entry of one byte. */
    int[] cut() {
        int start = passSound();
        int n = right - left;
        costs = new int[WAYS * (n + 1)];
        expected = new int[WAYS * (n + 1)];
        sizes = new byte[WAYS * (n + 1)];
        ways = new byte[WAYS * (n + 1)];
        Arrays.fill(costs, NO_WAY);
        costs[0] = 0;
        expected[0] = start;
        for (int i = 0; i < n; i++) {
            if (costs[WAYS * i] != NO_WAY) {
                extend(i, n);
            }
        }
        int end = bestEnd(n);
        return cost > limit ? new int[0] : follow(n, end);
    }

    /** Leaves the sound entries alone, but for the last on each side, which may look sound by chance. */
    private int passSound() {
        SoundEntries sound = new SoundEntries(reader, from, to);
        left = Math.max(from, sound.left() - ENTRY_LENGTH);
        right = Math.min(to, sound.right() + 2 * ENTRY_LENGTH);
        return sound.lastStart();
    }

    private void extend(int i, int n) {
        int p = left + i;
        for (int size : SIZES) {
            if (i + size > n) {
                continue;
            }
            int most = limit - reader.leastCost(size);
            // Only of an entry with a byte too many do the numbers depend on what is expected.
            Numbers numbers = size == ENTRY_LENGTH ? reader.usual(p) : Numbers.NONE;
            for (int way = 0; way < WAYS && costs[WAYS * i + way] <= most; way++) {
                visited++;
                int before = expected[WAYS * i + way];
                if (size > ENTRY_LENGTH) {
                    numbers = reader.numbers(p, size, before);
                }
                int sum = costs[WAYS * i + way] + reader.cost(p, size, numbers, before);
                put(i + size, sum, size == 1 ? before : EntryReader.expectedAfter(numbers, before), size, way);
            }
        }
    }

    /** Keeps a way among the cheapest of a place, one for each expectation. */
    private void put(int i, int sum, int next, int size, int way) {
        if (sum > limit) {
            return;
        }
        int first = WAYS * i;
        int slot = first;
        while (slot < first + WAYS && costs[slot] <= sum) {
            if (expected[slot] == next) {
                return;
            }
            slot++;
        }
        if (slot == first + WAYS) {
            return;
        }
        int last = slot;
        while (last < first + WAYS - 1 && costs[last] != NO_WAY && expected[last] != next) {
            last++;
        }
        for (int s = last; s > slot; s--) {
            costs[s] = costs[s - 1];
            expected[s] = expected[s - 1];
            sizes[s] = sizes[s - 1];
            ways[s] = ways[s - 1];
        }
        costs[slot] = sum;
        expected[slot] = next;
        sizes[slot] = (byte) size;
        ways[slot] = (byte) way;
    }

    private int bestEnd(int n) {
        int best = 0;
        cost = NO_WAY;
        for (int way = 0; way < WAYS && costs[WAYS * n + way] != NO_WAY; way++) {
            int sum = costs[WAYS * n + way];
            if (right < to) {
                Numbers numbers = reader.usual(right);
                sum += EntryReader.follows(numbers.start(), expected[WAYS * n + way]) ? 0 : EntryReader.START_DISAGREES;
            }
            if (sum < cost) {
                cost = sum;
                best = way;
            }
        }
        return best;
    }

    private int[] follow(int n, int end) {
        int[] backwards = new int[n + 1];
        int steps = 0;
        int way = end;
        for (int i = n; i > 0; ) {
            int slot = WAYS * i + way;
            i -= sizes[slot];
            way = ways[slot];
            backwards[steps++] = left + i;
        }
        int[] positions = new int[(left - from) / ENTRY_LENGTH + steps + (to - right) / ENTRY_LENGTH + 1];
        int count = 0;
        for (int p = from; p < left; p += ENTRY_LENGTH) {
            positions[count++] = p;
        }
        while (steps > 0) {
            positions[count++] = backwards[--steps];
        }
        for (int p = right; p < to; p += ENTRY_LENGTH) {
            positions[count++] = p;
        }
        positions[count] = to;
        return positions;
    }
}
