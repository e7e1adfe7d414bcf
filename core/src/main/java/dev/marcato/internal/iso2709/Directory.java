// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;

import dev.marcato.internal.iso2709.EntryReader.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    /** Three entries that lost or gained a byte: what is worse is not cut into entries by search. */
    private static final int MOST_DOUBTFUL = 800;

    /** An entry that lost a byte. */
    private static final int SIZE_OF_SHORTEST = ENTRY_LENGTH - 1;

    /** An entry in which both numbers have a digit more. */
    private static final int SIZE_OF_LONGEST = ENTRY_LENGTH + 2;

    /** What it costs that all entries are longer than usual. */
    private static final int LONGER_ENTRIES = 60;

    private static final int UNKNOWN = -1;

    private final byte[] b;
    private final EntryReader reader;
    private int[] from = new int[16];
    private int[] size = new int[16];
    private int[] lengths = new int[16];
    private int[] starts = new int[16];
    private int count;
    private int cost;
    private int visited;
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
     * The entries between two positions, of whatever size they are, none where that is too doubtful; null where the
     * bytes are too many.
     *
     * @param dataLength how many bytes of data there are at most
     * @param most what it may cost to believe them
     */
    static @Nullable Directory searched(byte[] b, int from, int to, int dataLength, int most) {
        if (to - from > LONGEST_SEARCH) {
            return null;
        }
        Directory directory = new Directory(b, dataLength);
        directory.search(from, to, Math.min(most, MOST_DOUBTFUL));
        return directory;
    }

    /**
     * Whether a search could find a directory that fits so many parts of data. It finds entries of 11 to 14 bytes, and
     * stray bytes only a few.
     *
     * @param length bytes of the directory
     * @param most what it may cost to believe it, and that it fits
     */
    static boolean searchedCouldFit(int length, int parts, int most) {
        int fewest = (length - MOST_DOUBTFUL / EntryReader.STRAY_BYTE) / SIZE_OF_LONGEST;
        int largest = length / SIZE_OF_SHORTEST;
        return (parts >= fewest || Alignment.atLeast(fewest, parts) <= most)
                && (parts <= largest || Alignment.atLeast(largest, parts) <= most);
    }

    private void readGrid(int first, int to, Layout layout) {
        cost = layout == Layout.USUAL ? 0 : LONGER_ENTRIES;
        int expected = 0;
        for (int p = first; p < to; p += layout.size()) {
            Numbers numbers = layout == Layout.USUAL
                    ? reader.usual(p)
                    : new Numbers(
                            Bytes.padded(b, p + 3, layout.lengthDigits),
                            Bytes.padded(b, p + 3 + layout.lengthDigits, layout.startDigits));
            add(p, layout.size(), numbers);
            cost += reader.shapeCost(p, numbers);
            if (layout != Layout.USUAL) {
                cost += EntryReader.follows(numbers.start(), expected) ? 0 : EntryReader.START_DISAGREES;
                expected = EntryReader.expectedAfter(numbers, expected);
            }
        }
    }

    private void search(int first, int to, int most) {
        EntryLattice lattice = new EntryLattice(reader, first, to, most);
        int[] positions = lattice.cut();
        cost = Math.min(lattice.cost(), Alignment.IMPOSSIBLE);
        visited = lattice.visited();
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

    /** Whether nearly each entry begins where the one before it ends, and all of them about fill the data. */
    boolean agreesWithItself(int length) {
        int following = 0;
        int end = 0;
        for (int i = 0; i < count; i++) {
            following += starts[i] == end ? 1 : 0;
            end = starts[i] + lengths[i];
        }
        return 5 * following >= 4 * count && end <= 2 * length;
    }

    /** How many entries the search tried. */
    int visited() {
        return visited;
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

    /** How many bytes an entry has. */
    int size(int entry) {
        return size[entry];
    }

    /** The first three bytes of an entry; -1 where one of them is a separator, which no tag can be written with. */
    int plainTag(int entry) {
        int p = from[entry];
        int tag = 0;
        for (int i = p; i < p + 3; i++) {
            if (b[i] >= Bytes.RECORD_TERMINATOR && b[i] <= Bytes.SUBFIELD_DELIMITER) {
                return UNKNOWN;
            }
            tag = tag << 8 | b[i] & 0xFF;
        }
        return tag;
    }

    /** Whether the tag of an entry says control field. */
    boolean control(int entry) {
        int p = from[entry];
        return !hit(entry) && b[p] == '0' && b[p + 1] == '0';
    }

    /** Whether something other than a digit stands among the numbers: then the byte came or went there. */
    boolean numbersVisiblyHit(int entry) {
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
}
