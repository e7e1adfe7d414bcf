// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.io.MarcInput;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** What is in a file, for an archive and its members, the last of which closes it. Safe for several threads. */
final class SharedContent {
    private final MarcInput.Content content;
    private final AtomicInteger users = new AtomicInteger();

    SharedContent(MarcInput.Content content) {
        this.content = content;
    }

    MarcInput.Content content() {
        return content;
    }

    /** One user more, who closes what is given when done, once. */
    Closeable use() {
        users.incrementAndGet();
        return this::done;
    }

    private void done() throws IOException {
        if (users.decrementAndGet() == 0) {
            content.close();
        }
    }
}
