// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes everything on and tells how much was read and how often the stream was closed. Not safe for threads. */
public final class WatchedInputStream extends FilterInputStream {
    private long bytesRead;
    private int timesClosed;

    public WatchedInputStream(InputStream in) {
        super(in);
    }

    public long bytesRead() {
        return bytesRead;
    }

    public int timesClosed() {
        return timesClosed;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        bytesRead += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = in.read(into, offset, length);
        bytesRead += Math.max(0, got);
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(count);
        bytesRead += skipped;
        return skipped;
    }

    @Override
    public void close() throws IOException {
        timesClosed++;
        super.close();
    }
}
