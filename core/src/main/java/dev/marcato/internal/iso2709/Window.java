// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import java.io.IOException;
import java.io.InputStream;

/**
 * A moving view on a source: an array that holds the bytes still needed, and more on demand. A block is never written
 * again after it was left, because records share it. Not for several threads.
 */
final class Window {
    /** So many bytes before the ones asked for stay here: what announces a record is looked at again. */
    static final int LOOKBACK = 3;

    private static final int LARGEST_SLACK = 1 << 20;

    private final InputStream in;
    private final int blockBytes;
    private byte[] bytes;
    private int limit;
    private long base;
    private boolean ended;
    private long bytesCopied;

    /** A window on a stream whose first byte stands at {@code position} of the source. */
    Window(InputStream in, long position, int blockBytes) {
        this.in = in;
        this.blockBytes = blockBytes;
        this.bytes = new byte[blockBytes];
        this.base = position;
    }

    /** A window on a source that is all in memory. */
    Window(byte[] bytes) {
        this.in = InputStream.nullInputStream();
        // It is never left.
        this.blockBytes = bytes.length;
        this.bytes = bytes;
        this.limit = bytes.length;
        this.ended = true;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Behind the last byte that is here. */
    int limit() {
        return limit;
    }

    /** How many bytes were copied from a block to the next. */
    long bytesCopied() {
        return bytesCopied;
    }

    /** Whether the byte behind {@link #limit()} is the end of the source. */
    boolean ended() {
        return ended;
    }

    /** The place in the source, 0-based, of a position in the array. */
    long offset(int position) {
        return base + position;
    }

    /** The position in the array of a place in the source; it must be here. */
    int position(long offset) {
        return Math.toIntExact(offset - base);
    }

    /**
     * Makes the bytes from {@code keep} on at least {@code wanted} many, unless the source ends before.
     *
     * @return the new position of the byte that stood at {@code keep}
     */
    int require(int keep, int wanted) throws IOException {
        // A pipe gives little at a time, so the room that there is comes first; records have only what was read.
        while (!ended && limit - keep < wanted && limit < bytes.length) {
            fill();
        }
        if (ended || limit - keep >= wanted) {
            return keep;
        }
        // Where more than a block is asked for, more will be: the slack keeps the copies few.
        int position = moveTo(keep, wanted + Math.min(wanted, LARGEST_SLACK));
        while (limit - position < wanted && !ended) {
            fill();
        }
        return position;
    }

    /**
     * Makes room for {@code wanted} bytes from {@code keep} on, without reading them: who asks for them bit by bit sees each
     * before the next is read.
     *
     * @return the new position of the byte that stood at {@code keep}
     */
    int reserve(int keep, int wanted) {
        return ended || bytes.length - keep >= wanted ? keep : moveTo(keep, wanted);
    }

    /**
     * Leaves an array that is much larger than what is still needed of it: records that come now would hold on to it.
     *
     * @return the new position of the byte that stood at {@code keep}
     */
    int shrink(int keep) {
        int size = bytes.length;
        boolean small = size <= 2 * blockBytes || limit - keep > size / 2;
        return small ? keep : moveTo(keep, limit - keep);
    }

    /** Moves what is needed into a new array, of a whole block at least, so that a small record does not cost a small read. */
    private int moveTo(int keep, int wanted) {
        int from = Math.max(0, keep - LOOKBACK);
        int kept = limit - from;
        byte[] next = new byte[Math.max(blockBytes, keep - from + wanted)];
        System.arraycopy(bytes, from, next, 0, kept);
        bytesCopied += kept;
        bytes = next;
        base += from;
        limit = kept;
        return keep - from;
    }

    private void fill() throws IOException {
        int read = in.read(bytes, limit, bytes.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
    }
}
