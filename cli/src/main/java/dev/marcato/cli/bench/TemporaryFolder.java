// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder that is gone when it is closed or the process ends, be it by a signal. */
final class TemporaryFolder implements AutoCloseable {
    private final Thread hook;
    private @Nullable Path folder;

    private boolean ended;

    /** The hook comes first: a signal in between would leave the folder behind. */
    TemporaryFolder() throws IOException {
        hook = new Thread(this::remove, "marcato-bench-folder");
        Runtime.getRuntime().addShutdownHook(hook);
        synchronized (hook) {
            if (ended) {
                throw new IOException("the process is ending");
            }
            folder = Files.createTempDirectory("marcato-bench");
        }
    }

    Path path() {
        return Objects.requireNonNull(folder);
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does the same.
            return;
        }
    }

    private void remove() {
        synchronized (hook) {
            ended = true;
            // Once more, because whoever writes may add a file while a signal takes them away.
            if (!removed()) {
                removed();
            }
        }
    }

    private boolean removed() {
        Path gone = folder;
        if (gone == null || !Files.exists(gone)) {
            return true;
        }
        try (Stream<Path> files = Files.list(gone)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(gone);
            return true;
        } catch (IOException | UncheckedIOException e) {
            // What cannot be removed stands where the system cleans up.
            return false;
        }
    }
}
