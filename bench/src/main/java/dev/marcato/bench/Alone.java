// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.bench.Readers.Pass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What the JDK does for a reader, with nothing else done: no reader can be faster. */
final class Alone {
    private static final int BLOCK = 64 << 10;

    /** The trailer of a gzip member: check sum and length. */
    private static final int TRAILER = 8;

    private Alone() {}

    /** Inflates every member of a gzip file, into a buffer that is used again. Check sums are not looked at. */
    static Pass inflate(Path file) throws IOException {
        Inflater inflater = new Inflater(true);
        byte[] out = new byte[BLOCK];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            Window window = new Window(in);
            while (window.need(1)) {
                window.skipHeader();
                inflater.reset();
                inflater.setInput(window.buffer, window.from, window.to - window.from);
                while (!inflater.finished()) {
                    bytes += inflater.inflate(out);
                    if (inflater.needsInput()) {
                        window.from = window.to;
                        if (!window.need(1)) {
                            throw new IOException(file + ": ends within a member");
                        }
                        inflater.setInput(window.buffer, window.from, window.to - window.from);
                    }
                }
                window.from = window.to - inflater.getRemaining();
                window.skip(TRAILER);
            }
        } catch (DataFormatException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
        return new Pass(0, bytes);
    }

    /** Compressed bytes that were read and are not used yet. */
    private static final class Window {
        private static final int FIXED_HEADER = 10;
        private static final int HAS_EXTRA = 4;
        private static final int FLAGS = 3;

        private final InputStream in;
        private final byte[] buffer = new byte[BLOCK];
        private int from;
        private int to;

        Window(InputStream in) {
            this.in = in;
        }

        /** Whether so many bytes are there. */
        boolean need(int count) throws IOException {
            if (to - from >= count) {
                return true;
            }
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
            while (to < count) {
                int read = in.read(buffer, to, buffer.length - to);
                if (read < 0) {
                    return false;
                }
                to += read;
            }
            return true;
        }

        /** As testkit writes it: no name, no comment. */
        void skipHeader() throws IOException {
            if (!need(FIXED_HEADER + 2)) {
                throw new IOException("ends within a header");
            }
            boolean extra = (buffer[from + FLAGS] & HAS_EXTRA) != 0;
            int length = buffer[from + FIXED_HEADER] & 0xFF | (buffer[from + FIXED_HEADER + 1] & 0xFF) << 8;
            skip(FIXED_HEADER + (extra ? 2 + length : 0));
        }

        void skip(int count) throws IOException {
            if (!need(count)) {
                throw new IOException("ends within a header or trailer");
            }
            from += count;
        }
    }

    /** Opens, reads and closes every file; whichever thread is free takes the next. */
    static Pass openAndRead(List<Path> files, int threads) {
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Long>> helpers = IntStream.range(1, threads)
                .mapToObj(helper -> new CompletableFuture<Long>()
                        .completeAsync(() -> read(files, next), task -> new Thread(task).start()))
                .toList();
        long bytes = read(files, next);
        for (CompletableFuture<Long> helper : helpers) {
            bytes += helper.join();
        }
        return new Pass(0, bytes);
    }

    private static long read(List<Path> files, AtomicInteger next) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK);
        long bytes = 0;
        try {
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                try (FileChannel channel = FileChannel.open(files.get(i), StandardOpenOption.READ)) {
                    for (int count = 0; count >= 0; count = channel.read(buffer.clear())) {
                        bytes += count;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }
}
