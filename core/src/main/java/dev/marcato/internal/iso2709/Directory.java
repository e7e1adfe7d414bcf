// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.START_MODULUS;

import dev.marcato.internal.iso2709.EntryReader.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a damaged directory. Usually they stand on a grid of 12 bytes; where an entry lost or gained a byte,
 * or was written with five digits of length or six of start, the cheapest way to cut the directory into entries is
 * looked for, so that the others still hold.
 */
final class Directory {
    /** A directory longer than this is no directory, and would cost too much memory to find out about. */
    private static final int LONGEST = 1 << 20;

    private static final int LONGEST_SEARCH = 1 << 17;
    private static final int UNKNOWN = -1;

    private final byte[] b;
    private final EntryReader reader;
    private int[] from = new int[16];
    private int[] size = new int[16];
    private int[] lengths = new int[16];
    private int[] starts = new int[16];
    private int count;
    private int cost;
    private boolean regular = true;
    private boolean damaged;

    private Directory(byte[] b, int dataLength) {
        this.b = b;
        this.reader = new EntryReader(b, dataLength);
    }

    /** How the numbers of an entry are written. Writers of oversize records give all of them a digit more. */
    private enum Layout {
        USUAL(4, 5),
        LONG_LENGTHS(5, 5),
        LONG_STARTS(4, 6),
        LONG_BOTH(5, 6);

        final int lengthDigits;
        final int startDigits;

        Layout(int lengthDigits, int startDigits) {
            this.lengthDigits = lengthDigits;
            this.startDigits = startDigits;
        }

        int size() {
            return 3 + lengthDigits + startDigits;
        }
    }

    /**
     * The entries between two positions, all of one size: a directory for each size that fits.
     *
     * @param dataLength how many bytes of data there are at most
     */
    static List<Directory> onGrid(byte[] b, int from, int to, int dataLength) {
        List<Directory> fitting = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            if (to - from <= LONGEST && (to - from) % layout.size() == 0) {
                Directory directory = new Directory(b, dataLength);
                directory.readGrid(from, to, layout);
                fitting.add(directory);
            }
        }
        return fitting;
    }

    /**
     * The entries between two positions, of whatever size they are; null where the bytes are too many.
     *
     * @param dataLength how many bytes of data there are at most
     */
    static @Nullable Directory searched(byte[] b, int from, int to, int dataLength) {
        if (to - from > LONGEST_SEARCH) {
            return null;
        }
        Directory directory = new Directory(b, dataLength);
        directory.search(from, to);
        return directory;
    }

    private void readGrid(int first, int to, Layout layout) {
        cost = layout == Layout.USUAL ? 0 : EntryReader.LONG_ENTRY;
        int expected = 0;
        for (int p = first; p < to; p += layout.size()) {
            Numbers numbers = new Numbers(
                    Bytes.number(b, p + 3, layout.lengthDigits),
                    Bytes.number(b, p + 3 + layout.lengthDigits, layout.startDigits));
            add(p, layout.size(), numbers);
            cost += reader.shapeCost(p, numbers);
            if (layout != Layout.USUAL) {
                cost += EntryReader.follows(numbers.start(), expected) ? 0 : EntryReader.START_DISAGREES;
                expected = EntryReader.expectedAfter(numbers, expected);
            }
        }
    }

    private void search(int first, int to) {
        EntryLattice lattice = new EntryLattice(reader, first, to);
        int[] positions = lattice.cut();
        cost = lattice.cost();
        int expected = 0;
        for (int i = 0; i < positions.length - 1; i++) {
            int p = positions[i];
            int bytes = positions[i + 1] - p;
            if (bytes == 1) {
                regular = false;
                damaged = true;
                continue;
            }
            Numbers numbers = reader.numbers(p, bytes, expected);
            add(p, bytes, numbers);
            damaged |= bytes != ENTRY_LENGTH && numbers.length() < 0;
            expected = EntryReader.expectedAfter(numbers, expected);
        }
    }

    private void add(int p, int bytes, Numbers numbers) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            size = Arrays.copyOf(size, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        from[count] = p;
        size[count] = bytes;
        lengths[count] = numbers.length();
        starts[count] = numbers.start();
        count++;
        regular &= bytes == ENTRY_LENGTH;
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
        if (size[entry] <= ENTRY_LENGTH - 2 || reader.tagCost(p) > 0) {
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
}
