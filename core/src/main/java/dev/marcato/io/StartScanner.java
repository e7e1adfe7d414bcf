// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

/**
 * Looks through a source from its beginning on, and finds where records start. What it has seen it remembers, as far as
 * that matters: whether it is inside a comment, or within quotes. One thread's.
 */
public interface StartScanner {
    /** What {@link #next} says where it found no start. */
    int NONE = -1;

    /**
     * Looks for the next start of a record.
     *
     * @param from the byte that {@link #passed()} named, or the first one that there is
     * @param to behind the last byte that is there yet
     * @param ended whether the source ends there
     * @return the start's position in the array, at or behind {@code from}, {@code to} among them; {@link #NONE} if there is
     *     none in what can be judged yet
     */
    int next(byte[] bytes, int from, int to, boolean ended);

    /**
     * Where the next call has to go on, as a position in the array of the last one: behind a start that was found. Where none
     * was, the bytes from there on, fewer than 64, could not be judged by themselves: they must be given again, with what
     * follows them.
     */
    int passed();
}
