// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.parallel.OpenSource.Opened;
import dev.marcato.io.Format;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All sources and archives that are open, so that none stays so. Safe for several threads. */
final class OpenSources implements Closeable {
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final @Nullable Format format;
    private final ReadLimits limits;
    private volatile boolean closed;

    /** @param format of all of them, or null to go by their first bytes */
    OpenSources(@Nullable Format format, ReadLimits limits) {
        this.format = format;
        this.limits = limits;
    }

    Opened open(MarcInput input) throws IOException {
        Opened opened = OpenSource.open(input, format, limits);
        Closeable source = opened.source();
        Closeable both = source == null ? Objects.requireNonNull(opened.archive()) : source;
        open.add(both);
        if (closed) {
            closeQuietly(both);
            throw new InterruptedIOException("the pass was stopped");
        }
        return opened;
    }

    /** A source or an archive was read to its end, or is given up. */
    void close(Closeable source) throws IOException {
        open.remove(source);
        source.close();
    }

    /** Closes what was not read to its end; whether that succeeds is of no interest any more. */
    @Override
    public void close() {
        closed = true;
        for (Closeable source : open) {
            closeQuietly(source);
        }
    }

    private static void closeQuietly(Closeable source) {
        try {
            source.close();
        } catch (IOException e) {
            // It was read as far as it was wanted.
            return;
        }
    }
}
