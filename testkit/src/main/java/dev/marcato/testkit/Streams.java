// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Streams that fail, that never seem to end, or that tell what was done to them. */
public final class Streams {
    private Streams() {}

    /** Gives {@code count} bytes of {@code bytes}, then fails with an {@link IOException} on every read. */
    public static InputStream failingAt(byte[] bytes, int count) {
        return new FailingInputStream(new ByteArrayInputStream(bytes, 0, count), count);
    }

    /** The same byte again and again, {@code length} times, made on the fly. */
    public static InputStream endless(byte value, long length) {
        return repeating(new byte[] {value}, length);
    }

    /** The pattern again and again until {@code length} bytes were given, made on the fly. */
    public static InputStream repeating(byte[] pattern, long length) {
        int times = Math.max(1, 65_536 / pattern.length);
        byte[] block = new byte[pattern.length * times];
        for (int i = 0; i < block.length; i++) {
            block[i] = pattern[i % pattern.length];
        }
        return new RepeatingInputStream(block, length);
    }

    private static final class FailingInputStream extends InputStream {
        private final InputStream in;
        private final int count;

        FailingInputStream(InputStream in, int count) {
            this.in = in;
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value < 0) {
                throw failure();
            }
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = length == 0 ? 0 : in.read(into, offset, length);
            if (got < 0) {
                throw failure();
            }
            return got;
        }

        private IOException failure() {
            return new IOException("failed on purpose at byte " + count);
        }
    }

    private static final class RepeatingInputStream extends InputStream {
        private final byte[] block;
        private final long length;
        private long at;

        RepeatingInputStream(byte[] block, long length) {
            this.block = block;
            this.length = length;
        }

        @Override
        public int read() {
            return at == length ? -1 : block[(int) (at++ % block.length)] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) {
            if (at == length && wanted > 0) {
                return -1;
            }
            int given = (int) Math.min(wanted, length - at);
            int done = 0;
            while (done < given) {
                int from = (int) (at % block.length);
                int some = Math.min(given - done, block.length - from);
                System.arraycopy(block, from, into, offset + done, some);
                done += some;
                at += some;
            }
            return given;
        }
    }
}
