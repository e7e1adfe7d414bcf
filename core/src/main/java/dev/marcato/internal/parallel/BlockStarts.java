// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.io.StartScanner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream may be cut into blocks, in a format that must be looked through for it: before the last start of a record in
 * what was read. What comes behind goes into the next block. One caller at a time.
 */
final class BlockStarts {
    private static final byte[] NOTHING = {};

    private final StartScanner scanner;
    /** Read already, and for the next block. */
    private byte[] carried = NOTHING;
    /** From here on the scanner has to look. */
    private int unseen;
    /** Whether what is carried is all that comes from a start on, or from the beginning of the source. */
    private boolean atStart = true;
    /** Whether a record starts there. */
    private boolean atRecord;
    /** The starts in a block, so many of them. */
    private int[] starts = new int[64];

    private int count;

    BlockStarts(StartScanner scanner) {
        this.scanner = scanner;
    }

    private void add(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = start;
    }

    /** What the next block begins with. */
    byte[] carried() {
        return carried;
    }

    /**
     * Where a block is to end, and where its first record starts.
     *
     * @param end behind its last byte, as a position in what was read
     * @param start likewise, negative if none starts in it
     * @param starts likewise of all records, and of the one behind it; null if it is not known where that is
     */
    record Cut(int end, int start, int @Nullable [] starts) {}

    /** Looks through what was read for a block, what was carried among it; the rest is carried. */
    Cut cut(byte[] bytes, int length, boolean ended) {
        int first = atStart ? 0 : StartScanner.NONE;
        count = 0;
        if (atRecord) {
            add(0);
        }
        int last = StartScanner.NONE;
        int from = unseen;
        int found = scanner.next(bytes, from, length, ended);
        while (found != StartScanner.NONE) {
            first = first < 0 ? found : first;
            last = found;
            add(found);
            from = scanner.passed();
            found = scanner.next(bytes, from, length, ended);
        }
        from = scanner.passed();
        int end = ended ? length : last > 0 ? last : from;
        // Where nothing could be judged yet, all is carried, its start too.
        atStart = last > 0 || atStart && end == 0;
        atRecord = last > 0 || atRecord && end == 0;
        carried = Arrays.copyOfRange(bytes, end, length);
        unseen = Math.max(0, from - end);
        return new Cut(
                end, first < end ? first : StartScanner.NONE, ended || last > 0 ? Arrays.copyOf(starts, count) : null);
    }
}
