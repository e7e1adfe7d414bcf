// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Collects records into large writes. Records that follow each other in the block that they were read with are not
 * copied at all: the stretch of the block that they fill is written from where it is. After a failure nothing more is
 * written, since nobody knows what has arrived: half a record would come to stand in the middle.
 */
final class OutputBuffer {
    /** Bytes of the buffer; a record that is larger is written by itself. */
    static final int SIZE = 1 << 16;

    /** A stretch of a block that is shorter than this is cheaper to copy than to write. */
    private static final int WORTH_A_WRITE = SIZE / 4;

    /** A stretch is written when it gets this long, so that output does not stand still. */
    private static final int LONG_STRETCH = 1 << 19;

    private static final byte[] NOTHING = {};

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int buffered;

    /** What comes behind the buffered bytes: a part of somebody's block. */
    private byte[] block = NOTHING;

    private int from;
    private int to;
    private boolean failed;

    OutputBuffer(OutputStream out) {
        this.out = out;
    }

    /** Adds bytes of a block, which must not change. */
    void add(byte[] data, int start, int length) throws IOException {
        refuseIfFailed();
        if (data != block || start != to) {
            settle();
            block = data;
            from = start;
        }
        to = start + length;
        if (to - from >= LONG_STRETCH) {
            settle();
        }
    }

    /** Makes room for so many bytes, {@link #SIZE} at most, and says where in the {@link #array()} they are to be put. */
    int claim(int length) throws IOException {
        refuseIfFailed();
        settle();
        makeRoom(length);
        return buffered;
    }

    byte[] array() {
        return buffer;
    }

    /** Takes the bytes that have been put where {@link #claim} said. */
    void claimed(int length) {
        buffered += length;
    }

    void flush() throws IOException {
        refuseIfFailed();
        settle();
        drain();
        failed = true;
        out.flush();
        failed = false;
    }

    /** Closes the output, whatever happens. */
    void close() throws IOException {
        try (OutputStream closing = out) {
            if (!failed) {
                settle();
                drain();
                closing.flush();
            }
        }
    }

    private void settle() throws IOException {
        byte[] data = block;
        int length = to - from;
        block = NOTHING;
        to = 0;
        int start = from;
        from = 0;
        if (length >= WORTH_A_WRITE) {
            drain();
            write(data, start, length);
        } else if (length > 0) {
            makeRoom(length);
            System.arraycopy(data, start, buffer, buffered, length);
            buffered += length;
        }
    }

    private void makeRoom(int length) throws IOException {
        if (length > SIZE - buffered) {
            drain();
        }
    }

    private void drain() throws IOException {
        int length = buffered;
        buffered = 0;
        if (length > 0) {
            write(buffer, 0, length);
        }
    }

    private void write(byte[] data, int start, int length) throws IOException {
        failed = true;
        out.write(data, start, length);
        failed = false;
    }

    private void refuseIfFailed() throws IOException {
        if (failed) {
            throw new IOException("the output has failed before");
        }
    }
}
