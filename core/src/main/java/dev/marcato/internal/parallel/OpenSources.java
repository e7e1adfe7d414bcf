// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.io.Format;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All sources that are open, so that none stays so. Safe for several threads. */
final class OpenSources implements Closeable {
    private final Set<OpenSource> open = ConcurrentHashMap.newKeySet();
    private final @Nullable Format format;
    private final ReadLimits limits;
    private volatile boolean closed;

    /** @param format of all of them, or null to go by their first bytes */
    OpenSources(@Nullable Format format, ReadLimits limits) {
        this.format = format;
        this.limits = limits;
    }

    OpenSource open(MarcInput input) throws IOException {
        OpenSource source = OpenSource.open(input, format, limits);
        open.add(source);
        if (closed) {
            closeQuietly(source);
            throw new InterruptedIOException("the pass was stopped");
        }
        return source;
    }

    /** A source was read to its end, or is given up. */
    void close(OpenSource source) throws IOException {
        open.remove(source);
        source.close();
    }

    /** Closes what was not read to its end; whether that succeeds is of no interest any more. */
    @Override
    public void close() {
        closed = true;
        for (OpenSource source : open) {
            closeQuietly(source);
        }
    }

    private static void closeQuietly(OpenSource source) {
        try {
            source.close();
        } catch (IOException e) {
            // It was read as far as it was wanted.
            return;
        }
    }
}
