// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.START_MODULUS;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a damaged directory. Usually they stand on a grid of 12 bytes; where an entry lost or gained a byte,
 * or was written with five digits of length or six of start, the cheapest way to cut the directory into entries is
 * looked for, so that the others still hold.
 */
final class Directory {
    /** Costs are in hundredths of one certain fault. */
    private static final int NUMBER_UNREADABLE = 100;

    private static final int TAG_UNUSUAL = 40;
    /** An entry with a longer number, where the entry before says where it starts, and where it does not. */
    private static final int LONG_ENTRY = 60;

    private static final int LONG_ENTRY_UNPROVED = 200;
    private static final int BYTE_LOST_OR_GAINED = 250;
    private static final int STRAY_BYTE = 300;
    private static final int START_DISAGREES = 80;

    /** A directory longer than this is no directory, and would cost too much memory to find out about. */
    private static final int LONGEST = 1 << 20;

    private static final int LONGEST_LATTICE = 1 << 17;
    private static final int UNKNOWN = -1;

    private final byte[] b;
    private int[] from = new int[16];
    private int[] size = new int[16];
    private int count;
    private int cost;
    private boolean regular = true;
    private boolean damaged;

    private int[] lengths = {};
    private int[] starts = {};

    private Directory(byte[] b) {
        this.b = b;
    }

    /** The entries between two positions, or null where the bytes are too many for a directory. */
    static @Nullable Directory read(byte[] b, int from, int to) {
        if (to - from > LONGEST || to < from) {
            return null;
        }
        Directory directory = new Directory(b);
        if ((to - from) % ENTRY_LENGTH == 0) {
            directory.onGrid(from, to);
            if (directory.cost <= 2 * NUMBER_UNREADABLE || to - from > LONGEST_LATTICE) {
                return directory;
            }
        } else if (to - from > LONGEST_LATTICE) {
            return null;
        }
        Directory searched = new Directory(b);
        searched.cheapest(from, to);
        return directory.count > 0 && directory.cost <= searched.cost ? directory : searched;
    }

    /** How many entries there are. */
    int count() {
        return count;
    }

    /** How far the entries are from what a directory should be; 0 where nothing is wrong with them. */
    int cost() {
        return cost;
    }

    /** Whether each entry has 12 bytes. */
    boolean regular() {
        return regular;
    }

    /** An entry's field length with its terminator, in bytes; -1 where it cannot be read. */
    int length(int entry) {
        return lengths[entry];
    }

    /** An entry's starting position from the base address; -1 where it cannot be read. */
    int start(int entry) {
        return starts[entry];
    }

    /** Where an entry stands in the array. */
    int position(int entry) {
        return from[entry];
    }

    /** Whether an entry lost or gained a byte, or bytes stand between entries. */
    boolean damaged() {
        return damaged;
    }

    /** Whether an entry lost or gained a byte, so that its tag has to be found out. */
    boolean hit(int entry) {
        return lengths[entry] == UNKNOWN && size[entry] != ENTRY_LENGTH;
    }

    /** The first three bytes of an entry; only those are the tag where the entry is not hit. */
    int tag(int entry) {
        int p = from[entry];
        return size[entry] < 3 ? 0 : (b[p] & 0xFF) << 16 | (b[p + 1] & 0xFF) << 8 | b[p + 2] & 0xFF;
    }

    /** Whether the tag of an entry says control field. */
    boolean control(int entry) {
        int p = from[entry];
        return !hit(entry) && b[p] == '0' && b[p + 1] == '0';
    }

    /**
     * The tag of a field whose length and start are known from the data; -1 where a byte of the tag itself was lost, or
     * may have been.
     */
    int tag(int entry, int length, int start) {
        int tag = tag(entry);
        if (!hit(entry)) {
            return separatorIn(tag) ? UNKNOWN : tag;
        }
        if (numbersVisiblyHit(entry)) {
            return tag;
        }
        byte[] numbers = String.format("%04d%05d", length % 10_000, start % START_MODULUS)
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        int p = from[entry];
        if (size[entry] == ENTRY_LENGTH - 1) {
            boolean tagLost = Arrays.equals(b, p + 2, p + 11, numbers, 0, 9);
            boolean numberLost = IntStream.range(0, 9).anyMatch(lost -> equalWithout(numbers, lost, b, p + 3));
            return numberLost && !tagLost ? tag : UNKNOWN;
        }
        if (size[entry] == ENTRY_LENGTH + 1) {
            return tagWithoutExtraByte(p, numbers);
        }
        return UNKNOWN;
    }

    /** Whether something other than a digit stands among the numbers: then the byte came or went there. */
    private boolean numbersVisiblyHit(int entry) {
        int p = from[entry];
        if (size[entry] <= ENTRY_LENGTH - 2 || tagCost(p) > 0) {
            return false;
        }
        for (int i = p + 3; i < p + size[entry]; i++) {
            if (!Bytes.isDigit(b[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean separatorIn(int tag) {
        return IntStream.of(tag >> 16, tag >> 8 & 0xFF, tag & 0xFF).anyMatch(c -> c >= 0x1D && c <= 0x1F);
    }

    /** Whether {@code whole} without one of its bytes stands at a position. */
    private static boolean equalWithout(byte[] whole, int lost, byte[] b, int p) {
        return Arrays.equals(whole, 0, lost, b, p, p + lost)
                && Arrays.equals(whole, lost + 1, whole.length, b, p + lost, p + whole.length - 1);
    }

    /** The one tag that is left when a byte is taken away such that the numbers are right. */
    private int tagWithoutExtraByte(int p, byte[] numbers) {
        Set<Integer> tags = new HashSet<>();
        for (int extra = 0; extra <= ENTRY_LENGTH; extra++) {
            byte[] entry = new byte[ENTRY_LENGTH];
            System.arraycopy(b, p, entry, 0, extra);
            System.arraycopy(b, p + extra + 1, entry, extra, ENTRY_LENGTH - extra);
            if (Arrays.equals(entry, 3, ENTRY_LENGTH, numbers, 0, 9)) {
                tags.add((entry[0] & 0xFF) << 16 | (entry[1] & 0xFF) << 8 | entry[2] & 0xFF);
            }
        }
        if (tags.size() > 1) {
            // A letter or sign among digits is the one that came in.
            tags.removeIf(tag -> !isDigits(tag));
        }
        return tags.size() == 1 ? tags.iterator().next() : UNKNOWN;
    }

    private static boolean isDigits(int tag) {
        return IntStream.of(tag >> 16, tag >> 8 & 0xFF, tag & 0xFF).allMatch(c -> c >= '0' && c <= '9');
    }

    private void onGrid(int first, int to) {
        for (int p = first; p < to; p += ENTRY_LENGTH) {
            add(p, ENTRY_LENGTH);
        }
        readNumbers();
        for (int i = 0; i < count; i++) {
            cost += (lengths[i] < 0 ? NUMBER_UNREADABLE : 0)
                    + (starts[i] < 0 ? NUMBER_UNREADABLE : 0)
                    + tagCost(from[i])
                    + terminatorCost(from[i]);
        }
    }

    /** A field terminator among the numbers says that the directory ends there. */
    private int terminatorCost(int p) {
        return Bytes.indexOf(b, Bytes.FIELD_TERMINATOR, p + 3, p + ENTRY_LENGTH) < 0 ? 0 : STRAY_BYTE;
    }

    private void add(int p, int bytes) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            size = Arrays.copyOf(size, 2 * count);
        }
        from[count] = p;
        size[count] = bytes;
        count++;
        regular &= bytes == ENTRY_LENGTH;
    }

    private void readNumbers() {
        lengths = new int[count];
        starts = new int[count];
        for (int i = 0; i < count; i++) {
            Numbers numbers = numbers(from[i], size[i], UNKNOWN);
            lengths[i] = numbers.length;
            starts[i] = numbers.start;
        }
    }

    private record Numbers(int length, int start) {
        static final Numbers NONE = new Numbers(UNKNOWN, UNKNOWN);
    }

    /** Length and start of an entry of so many bytes; of two ways to read it the one that starts where expected. */
    private Numbers numbers(int p, int bytes, int expectedStart) {
        return switch (bytes) {
            case 12 -> new Numbers(Bytes.number(b, p + 3, 4), Bytes.number(b, p + 7, 5));
            case 13 -> {
                if (Bytes.number(b, p + 3, 9) < 0 || !Bytes.isDigit(b[p + 12])) {
                    yield Numbers.NONE;
                }
                Numbers longLength = new Numbers(Bytes.number(b, p + 3, 5), Bytes.number(b, p + 8, 5));
                Numbers longStart = new Numbers(Bytes.number(b, p + 3, 4), Bytes.number(b, p + 7, 6));
                boolean plainLength = longLength.length <= Bytes.LARGEST_FIELD;
                boolean plainStart = longStart.start < START_MODULUS;
                if (expectedStart >= 0) {
                    yield !plainStart && longStart.start == expectedStart
                            ? longStart
                            : !plainLength && longLength.start == expectedStart ? longLength : Numbers.NONE;
                }
                yield !plainStart && longStart.start < 10 * START_MODULUS && plainLength ? longStart : Numbers.NONE;
            }
            case 14 -> Bytes.number(b, p + 3, 9) < 0 || Bytes.number(b, p + 12, 2) < 0
                    ? Numbers.NONE
                    : new Numbers(Bytes.number(b, p + 3, 5), Bytes.number(b, p + 8, 6));
            default -> Numbers.NONE;
        };
    }

    private int tagCost(int p) {
        for (int i = p; i < p + 3; i++) {
            boolean usual = b[i] >= '0' && b[i] <= '9' || b[i] >= 'A' && b[i] <= 'Z' || b[i] >= 'a' && b[i] <= 'z';
            if (!usual) {
                return TAG_UNUSUAL;
            }
        }
        return 0;
    }

    /** The cheapest way through the bytes by entries of any size; one step for each byte and size. */
    private void cheapest(int first, int to) {
        int n = to - first;
        int[] costs = new int[n + 1];
        int[] next = new int[n + 1];
        byte[] sizes = new byte[n + 1];
        Arrays.fill(costs, Integer.MAX_VALUE);
        costs[0] = 0;
        next[0] = 0;
        for (int i = 0; i < n; i++) {
            if (costs[i] == Integer.MAX_VALUE) {
                continue;
            }
            for (int bytes : new int[] {12, 13, 14, 11, 1}) {
                if (i + bytes > n) {
                    continue;
                }
                int p = first + i;
                Numbers numbers = numbers(p, bytes, next[i]);
                int sum = costs[i] + entryCost(p, bytes, numbers, next[i]);
                if (sum < costs[i + bytes]) {
                    costs[i + bytes] = sum;
                    sizes[i + bytes] = (byte) bytes;
                    next[i + bytes] = bytes == 1 ? next[i] : expectedAfter(numbers, next[i]);
                }
            }
        }
        cost = costs[n];
        int[] ends = new int[n + 1];
        int steps = 0;
        for (int i = n; i > 0; i -= sizes[i]) {
            ends[steps++] = i;
        }
        int expected = 0;
        int[] foundLengths = new int[steps];
        int[] foundStarts = new int[steps];
        for (int s = steps - 1; s >= 0; s--) {
            int bytes = sizes[ends[s]];
            if (bytes == 1) {
                regular = false;
                damaged = true;
                continue;
            }
            int p = first + ends[s] - bytes;
            Numbers numbers = numbers(p, bytes, expected);
            foundLengths[count] = numbers.length;
            foundStarts[count] = numbers.start;
            add(p, bytes);
            damaged |= bytes != ENTRY_LENGTH && numbers.length < 0;
            expected = expectedAfter(numbers, expected);
        }
        lengths = Arrays.copyOf(foundLengths, count);
        starts = Arrays.copyOf(foundStarts, count);
    }

    /**
     * Where the next entry starts: a position, or where this one cannot be read, {@code -2 - position} for somewhere
     * behind the last position that was known.
     */
    private static int expectedAfter(Numbers numbers, int expected) {
        if (numbers.length > 0 && numbers.start >= 0) {
            return numbers.start + numbers.length;
        }
        return expected >= 0 ? -2 - expected : expected;
    }

    private static boolean follows(int start, int expected) {
        if (expected >= 0) {
            return (start - expected) % START_MODULUS == 0;
        }
        int gap = Math.floorMod(start - (-2 - expected), START_MODULUS);
        return gap > 0 && gap <= Bytes.LARGEST_FIELD;
    }

    private int entryCost(int p, int bytes, Numbers numbers, int expected) {
        int longCost = expected < 0 ? LONG_ENTRY_UNPROVED : LONG_ENTRY;
        int shape = switch (bytes) {
            case 1 -> STRAY_BYTE;
            case 11 -> BYTE_LOST_OR_GAINED;
            case 12 -> tagCost(p)
                    + terminatorCost(p)
                    + (numbers.length < 0 ? NUMBER_UNREADABLE : 0)
                    + (numbers.start < 0 ? NUMBER_UNREADABLE : 0);
            case 13 -> numbers.start < 0 ? BYTE_LOST_OR_GAINED : longCost + tagCost(p);
            default -> numbers.start < 0 ? BYTE_LOST_OR_GAINED + STRAY_BYTE : longCost + tagCost(p);
        };
        boolean disagrees = numbers.start >= 0 && !follows(numbers.start, expected);
        return shape + (disagrees ? START_DISAGREES : 0);
    }
}
