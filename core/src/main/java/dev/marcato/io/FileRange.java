// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

/**
 * A stretch of a source, in uncompressed bytes. It owns the records whose start is announced by a record terminator in
 * {@code [start - 1, end - 1)}, a virtual terminator standing before the first byte of the source. So ranges that lie
 * side by side own every record once, wherever they are cut; the last record of a range may end behind it.
 *
 * @param start first byte, 0-based
 * @param end the byte behind the last one
 */
public record FileRange(long start, long end) {
    /** A whole source, however long it is. */
    public static final FileRange WHOLE = new FileRange(0, Long.MAX_VALUE);

    /** @throws IllegalArgumentException when the range is negative */
    public FileRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("range from " + start + " to " + end);
        }
    }

    /** Whether a record announced by the terminator at this position (-1: the virtual one) belongs to this range. */
    public boolean owns(long terminator) {
        return terminator >= start - 1 && terminator < end - 1;
    }
}
