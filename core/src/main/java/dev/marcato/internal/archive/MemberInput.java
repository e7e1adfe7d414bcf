// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.io.MarcInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A member that can be read. */
final class MemberInput implements MarcInput {
    private final String name;
    private final Opener opener;

    /** Begins a member's bytes, and gives what is to be closed behind them. */
    interface Opener {
        Opened open() throws IOException;
    }

    record Opened(InputStream bytes, Closeable behind) implements Content {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream from(long position) {
            return bytes;
        }

        @Override
        public void close() throws IOException {
            try (behind) {
                bytes.close();
            }
        }
    }

    MemberInput(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Content open() throws IOException {
        return opener.open();
    }
}
