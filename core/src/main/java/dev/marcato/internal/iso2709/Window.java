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
        int from = Math.max(0, keep - LOOKBACK);
        int kept = limit - from;
        int needed = keep - from + wanted;
        // Whatever is asked for, a whole block comes, so that a small record does not cost a small read.
        // Where more than a block is asked for, more will be: the slack keeps the copies few.
        byte[] next = new byte[Math.max(blockBytes, needed + Math.min(needed, LARGEST_SLACK))];
        System.arraycopy(bytes, from, next, 0, kept);
        bytesCopied += kept;
        bytes = next;
        base += from;
        limit = kept;
        while (limit < needed && !ended) {
            fill();
        }
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
