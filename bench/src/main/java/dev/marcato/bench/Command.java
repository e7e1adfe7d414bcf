// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that is run from start to exit, again and again. */
final class Command {
    private final List<String> words;
    private final ProcessBuilder process;
    private @Nullable Path written;

    private Command(List<String> words) {
        this.words = words;
        process = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    static Command of(String... words) {
        return of(List.of(words));
    }

    static Command of(List<String> words) {
        return new Command(words);
    }

    /** Flags for the JVM of the launcher. */
    Command options(String flags) {
        process.environment().put("MARCATO_OPTS", flags);
        return this;
    }

    /** A file that it writes: removed before each run, so that every run does the same. */
    Command writing(Path file) {
        written = file;
        return this;
    }

    boolean installed() {
        try {
            process.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().destroy();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs it, and lets go of what it says. */
    double seconds() throws IOException, InterruptedException {
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return run();
    }

    /** Runs it, for what it says. */
    String output() throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench", ".out");
        try {
            process.redirectOutput(output.toFile());
            run();
            return Files.readString(output, StandardCharsets.UTF_8).strip();
        } finally {
            Files.delete(output);
        }
    }

    /**
     * Starts a process.
     *
     * @throws IOException that says so where there is no such program
     */
    static Process start(ProcessBuilder process) throws IOException {
        try {
            return process.start();
        } catch (IOException e) {
            throw new IOException("not installed", e);
        }
    }

    private double run() throws IOException, InterruptedException {
        if (written != null) {
            Files.deleteIfExists(written);
        }
        long start = System.nanoTime();
        int status = start(process).waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with status " + status);
        }
        return seconds;
    }
}
