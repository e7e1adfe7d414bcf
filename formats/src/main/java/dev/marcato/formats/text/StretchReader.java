// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.io.Piece;
import java.util.function.Consumer;

/**
 * Reads the stretches that a source of text falls into: each goes from the start of a record to the next one. What it makes of
 * one depends on its bytes alone. One thread's.
 */
public interface StretchReader {
    /**
     * Makes pieces of a stretch, in order and without gaps: its record, clean, repaired or rejected, and what stands behind it.
     *
     * @param offset where in the source the stretch begins
     * @param startsRecord whether a record starts with it: what stands before the first record does not
     * @param pieces takes each piece; it may keep it, and the bytes, which are never written again
     */
    void read(byte[] bytes, int from, int to, long offset, boolean startsRecord, Consumer<Piece> pieces);

    /** The same for the stretch that its source ends with, where an end that is missing can be told. */
    default void readLast(byte[] bytes, int from, int to, long offset, boolean startsRecord, Consumer<Piece> pieces) {
        read(bytes, from, to, offset, startsRecord, pieces);
    }
}
