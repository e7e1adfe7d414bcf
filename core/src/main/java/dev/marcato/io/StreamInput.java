// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream that somebody else opened. */
final class StreamInput implements MarcInput {
    private final InputStream in;
    private final String name;
    private final AtomicBoolean opened = new AtomicBoolean();

    StreamInput(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Content open() throws IOException {
        if (opened.getAndSet(true)) {
            throw new IOException("a stream can be read only once");
        }
        return new Once(in);
    }

    /** What comes out of a stream. */
    record Once(InputStream in) implements Content {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream from(long position) {
            return in;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
