// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read from a file: of a compressed one, how far it has been read nobody else knows. */
final class MeasuredInput extends FilterInputStream {
    private long read;

    MeasuredInput(InputStream in) {
        super(in);
    }

    /** Bytes read until now. */
    long bytesRead() {
        return read;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        read += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        read += Math.max(0, count);
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        read += skipped;
        return skipped;
    }
}
