// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Compresses in independent blocks, several at a time; they are written in their order, and are the same for any number of
 * threads. Memory is two blocks for each thread. For one thread at a time.
 */
public final class BlockOutput extends OutputStream {
    private static final int PENDING_FOR_EACH = 2;

    /** Makes a block of what was written. Called by several threads at a time. */
    public interface Compressor {
        /**
         * Compresses some bytes.
         *
         * @param bytes from 0 on; the array is read only until this returns
         * @param length how many, at least one
         */
        byte[] compress(byte[] bytes, int length);
    }

    private final OutputStream out;
    private final int threads;
    private final int blockBytes;
    private final Compressor compressor;
    private final byte[] end;
    private final Queue<FutureTask<byte[]>> pending = new ArrayDeque<>();
    private final ThreadPoolExecutor helpers;
    private byte[] block;
    private int length;
    private boolean failed;
    private boolean closed;

    /**
     * @param threads how many compress at most; with 1, the caller does it
     * @param name of the compression, which the threads are called by
     * @param blockBytes how many bytes are compressed at a time
     * @param end what stands behind the last block
     */
    public BlockOutput(OutputStream out, int threads, String name, int blockBytes, Compressor compressor, byte[] end) {
        this.out = out;
        this.threads = threads;
        this.blockBytes = blockBytes;
        this.compressor = compressor;
        this.end = end;
        this.block = new byte[blockBytes];
        helpers = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread helper = new Thread(task, "marcato-" + name);
            helper.setDaemon(true);
            return helper;
        });
        // Also of an output that is never closed no thread is left.
        helpers.allowCoreThreadTimeOut(true);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        int to = from + count;
        while (at < to) {
            int part = Math.min(blockBytes - length, to - at);
            System.arraycopy(bytes, at, block, length, part);
            at += part;
            length += part;
            if (length == blockBytes) {
                endBlock();
            }
        }
    }

    /** Ends the block, however short it is, and writes everything. */
    @Override
    public void flush() throws IOException {
        if (length > 0) {
            endBlock();
        }
        writePending(0);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream closing = out) {
            if (!failed) {
                flush();
                closing.write(end);
            }
        } finally {
            helpers.shutdownNow();
        }
    }

    private void endBlock() throws IOException {
        byte[] full = block;
        int bytes = length;
        length = 0;
        FutureTask<byte[]> task = new FutureTask<>(() -> compressor.compress(full, bytes));
        if (threads == 1) {
            task.run();
        } else {
            block = new byte[blockBytes];
            execute(task);
        }
        pending.add(task);
        writePending(threads == 1 ? 0 : PENDING_FOR_EACH * threads);
    }

    private void execute(FutureTask<byte[]> task) {
        try {
            helpers.execute(task);
        } catch (OutOfMemoryError e) {
            // The system has no more threads.
            task.run();
        }
    }

    /** Writes the first ones, until only so many are left. */
    private void writePending(int most) throws IOException {
        if (failed) {
            throw new IOException("the output has failed before");
        }
        while (pending.size() > most) {
            // Stays so where this throws: a block that is missing must not be followed by others, nor by the end mark.
            failed = true;
            out.write(result(pending.remove()));
            failed = false;
        }
    }

    private static byte[] result(Future<byte[]> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException("cannot compress", e.getCause());
        }
    }
}
