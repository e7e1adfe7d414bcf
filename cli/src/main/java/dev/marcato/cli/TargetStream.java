// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The buffered stream behind an {@link OutputTarget}: counts what was written and turns every failure into an
 * {@link OutputFailure} that knows the output's name. For one thread.
 */
public final class TargetStream extends OutputStream {
    private static final int BUFFER_BYTES = 64 << 10;
    /** What is as large as this has been buffered by who writes it, and is not copied once more. */
    private static final int LARGE_BYTES = BUFFER_BYTES / 2;

    private final String name;
    private final boolean pipe;
    private final OutputStream raw;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long written;
    private boolean closed;

    TargetStream(String name, boolean pipe, OutputStream raw) {
        this.name = name;
        this.pipe = pipe;
        this.raw = raw;
    }

    /** Bytes given to this stream until now. */
    long written() {
        return written;
    }

    @Override
    public void write(int value) throws OutputFailure {
        if (buffered == buffer.length) {
            drain();
        }
        buffer[buffered++] = (byte) value;
        written++;
    }

    @Override
    public void write(byte[] bytes) throws OutputFailure {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws OutputFailure {
        if (length > buffer.length - buffered || length >= LARGE_BYTES) {
            drain();
        }
        if (length >= LARGE_BYTES) {
            send(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, buffered, length);
            buffered += length;
        }
        written += length;
    }

    private void drain() throws OutputFailure {
        int length = buffered;
        buffered = 0; // what failed once is not tried again while closing
        send(buffer, 0, length);
    }

    private void send(byte[] bytes, int from, int length) throws OutputFailure {
        if (length == 0) {
            return;
        }
        try {
            raw.write(bytes, from, length);
        } catch (IOException e) {
            throw OutputFailure.of(name, pipe, e);
        }
    }

    @Override
    public void flush() throws OutputFailure {
        drain();
    }

    /** Also the place where a full disk may show only now. */
    @Override
    public void close() throws OutputFailure {
        if (closed) {
            return;
        }
        closed = true;
        try {
            drain();
        } finally {
            closeRaw();
        }
    }

    private void closeRaw() throws OutputFailure {
        try {
            raw.close();
        } catch (IOException e) {
            throw OutputFailure.of(name, pipe, e);
        }
    }

    /** Closes without writing what is buffered; a failure has no one to tell any more. */
    void discard() {
        if (!closed) {
            closed = true;
            try {
                raw.close();
            } catch (IOException e) {
                buffered = 0;
            }
        }
    }
}
