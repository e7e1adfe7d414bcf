// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Bytes of a channel that was opened for direct I/O, which wants places, lengths and buffers in whole blocks. */
final class DirectStream extends InputStream {
    /** How much is read at a time: ranges of files end somewhere in it, and the rest is read for nothing. */
    static final int BUFFER_BYTES = 128 << 10;

    /** Buffers outside the heap are dear to make, and given back late. */
    private static final Queue<ByteBuffer> SPARE = new ConcurrentLinkedQueue<>();

    private final FileChannel channel;
    private final boolean owner;
    private final ByteBuffer buffer;
    /** Where the next block is read from. */
    private long next;

    private boolean ended;
    private boolean closed;

    /**
     * @param position of the first byte
     * @param blockBytes what the file system calls a block
     * @param owner whether the channel is closed with the stream
     */
    DirectStream(FileChannel channel, long position, int blockBytes, boolean owner) throws IOException {
        this.channel = channel;
        this.owner = owner;
        ByteBuffer spare = SPARE.poll();
        buffer = spare != null && spare.alignmentOffset(0, blockBytes) == 0 ? spare : newBuffer(blockBytes);
        next = position / blockBytes * blockBytes;
        buffer.limit(0);
        int before = (int) (position - next);
        if (before > 0 && fill()) {
            buffer.position(Math.min(before, buffer.limit()));
        }
    }

    private static ByteBuffer newBuffer(int blockBytes) {
        return ByteBuffer.allocateDirect(BUFFER_BYTES + blockBytes)
                .alignedSlice(blockBytes)
                .limit(BUFFER_BYTES)
                .slice();
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        buffer.clear();
        int count = channel.read(buffer, next);
        buffer.flip();
        // What is no whole buffer is the end of the file: the place behind it may be no whole block.
        ended = count < buffer.capacity();
        next += Math.max(0, count);
        return count > 0;
    }

    @Override
    public int read() throws IOException {
        return buffer.hasRemaining() || fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, from, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            SPARE.add(buffer);
            if (owner) {
                channel.close();
            }
        }
    }
}
