// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder that is gone when it is closed or the process ends, be it by a signal. */
final class TemporaryFolder implements AutoCloseable {
    private final Path folder;
    private final Thread hook;

    TemporaryFolder() throws IOException {
        folder = Files.createTempDirectory("marcato-bench");
        hook = new Thread(this::remove, "marcato-bench-folder");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Path path() {
        return folder;
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

    private synchronized void remove() {
        // Once more, because whoever writes may add a file while a signal takes them away.
        if (!removed()) {
            removed();
        }
    }

    private boolean removed() {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
            return true;
        } catch (IOException | UncheckedIOException e) {
            // What cannot be removed stands where the system cleans up.
            return false;
        }
    }
}
