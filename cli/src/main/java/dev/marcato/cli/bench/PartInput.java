// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.io.InputStream;

/**
 * The beginning of another input, as if it ended there.
 *
 * @param whole an input of known size
 * @param size how many bytes of it
 */
record PartInput(MarcInput whole, long size) implements MarcInput {
    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public long sizeHint() {
        return size;
    }

    @Override
    public Content open() throws IOException {
        Content content = whole.open();
        return new Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream from(long position) throws IOException {
                return new LimitedStream(content.from(position), size - position);
            }

            @Override
            public void close() throws IOException {
                content.close();
            }
        };
    }
}
