// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.io.MarcInput;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An input of the command line, which counts the bytes that are read of it as they are stored: how far a compressed one
 * has been read nobody else knows.
 */
final class MeasuredInput implements MarcInput {
    private final Input input;
    private final Talk talk;
    private final AtomicLong read;

    /** @param read bytes of all inputs together */
    MeasuredInput(Input input, Talk talk, AtomicLong read) {
        this.input = input;
        this.talk = talk;
        this.read = read;
    }

    @Override
    public String name() {
        return input.name();
    }

    @Override
    public long sizeHint() {
        return input.stored() == null ? -1 : input.stored().sizeHint();
    }

    @Override
    public Content open() throws IOException {
        if (!input.problem().isEmpty()) {
            throw new IOException(input.problem());
        }
        if (input.stored() != null) {
            return new Measured(input.stored().open());
        }
        if (Terminal.is(Terminal.IN)) {
            talk.say("marcato: reading standard input; Ctrl-D ends it");
        }
        if (Terminal.inputIsClosed()) {
            throw new IOException("it is closed");
        }
        return new Measured(MarcInput.of(new FileInputStream(FileDescriptor.in), input.name())
                .open());
    }

    private final class Measured implements Content {
        private final Content content;

        Measured(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public InputStream from(long position) throws IOException {
            return new Counting(content.from(position));
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read.addAndGet(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            read.addAndGet(Math.max(0, count));
            return count;
        }
    }
}
