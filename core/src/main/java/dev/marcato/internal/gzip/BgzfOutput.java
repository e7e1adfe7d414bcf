// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses with gzip in blocks (BGZF), several at a time; they are written in their order. Memory is two blocks for
 * each thread. Closing writes the empty block that marks the end. For one thread at a time.
 */
public final class BgzfOutput extends OutputStream {
    /** So many bytes fit into a block even where they cannot be compressed. */
    private static final int BLOCK = 0xFF00;

    private static final int PENDING_FOR_EACH = 2;

    private final OutputStream out;
    private final int threads;
    private final Queue<FutureTask<byte[]>> pending = new ArrayDeque<>();
    private final ThreadPoolExecutor helpers;
    private byte[] block = new byte[BLOCK];
    private int length;
    private boolean failed;
    private boolean closed;

    /** @param threads how many compress at most; with 1, the caller does it */
    public BgzfOutput(OutputStream out, int threads) {
        this.out = out;
        this.threads = threads;
        helpers = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread helper = new Thread(task, "marcato-gzip");
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
        int end = from + count;
        while (at < end) {
            int part = Math.min(BLOCK - length, end - at);
            System.arraycopy(bytes, at, block, length, part);
            at += part;
            length += part;
            if (length == BLOCK) {
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
                closing.write(compress(block, 0));
            }
        } finally {
            helpers.shutdownNow();
        }
    }

    private void endBlock() throws IOException {
        byte[] full = block;
        int bytes = length;
        length = 0;
        FutureTask<byte[]> task = new FutureTask<>(() -> compress(full, bytes));
        if (threads == 1) {
            task.run();
        } else {
            block = new byte[BLOCK];
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

    private static byte[] compress(byte[] bytes, int length) {
        byte[] target = new byte[Bgzf.MOST_BYTES];
        int deflated = deflate(Deflater.DEFAULT_COMPRESSION, bytes, length, target);
        if (deflated < 0) {
            deflated = deflate(Deflater.NO_COMPRESSION, bytes, length, target);
        }
        int trailer = Bgzf.HEADER + deflated;
        Bgzf.writeHeader(target, trailer + Bgzf.TRAILER);
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        Bgzf.writeInt32(target, trailer, crc.getValue());
        Bgzf.writeInt32(target, trailer + 4, length);
        return Arrays.copyOf(target, trailer + Bgzf.TRAILER);
    }

    /** The length of the deflated bytes, or -1 where they have no room. */
    private static int deflate(int level, byte[] bytes, int length, byte[] target) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            int room = target.length - Bgzf.HEADER - Bgzf.TRAILER;
            int count = deflater.deflate(target, Bgzf.HEADER, room);
            return deflater.finished() ? count : -1;
        } finally {
            deflater.end();
        }
    }
}
