// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in a file system.
 *
 * @param size its size in bytes when it was found to be a regular file; -1 where it is not known to be one
 */
record FileInput(Path file, String name, long size) implements MarcInput {
    @Override
    public long sizeHint() {
        return size < 0 ? FileFacts.of(file).size() : size;
    }

    @Override
    public Content open() throws IOException {
        if (size < 0 && !Files.isRegularFile(file)) {
            return new StreamInput.Once(Files.newInputStream(file));
        }
        FileChannel channel = FileChannel.open(file);
        try {
            long size = channel.size();
            if (size > 0) {
                return new Channel(channel, size);
            }
            // What claims to hold nothing may be a file that a driver fills.
            channel.close();
            return new StreamInput.Once(Files.newInputStream(file));
        } catch (IOException e) {
            try (channel) {
                throw e;
            }
        }
    }

    /** Its bytes by position: one channel for all threads, so that they read one file whatever its name means later. */
    private record Channel(FileChannel channel, long size) implements Content {
        @Override
        public InputStream from(long position) {
            return new ChannelStream(channel, position);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static final class ChannelStream extends InputStream {
        private final FileChannel channel;
        private long position;

        ChannelStream(FileChannel channel, long position) {
            this.channel = channel;
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = channel.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(0, count);
            return count;
        }
    }
}
