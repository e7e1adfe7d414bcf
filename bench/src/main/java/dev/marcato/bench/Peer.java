// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.bench.Readers.Pass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker ({@link Worker} says what that is) that lives as long as a contest, so that what is compiled, and the threads
 * that were started, are there at the next run. It starts when it is asked for the first time.
 */
final class Peer implements AutoCloseable {
    private final List<String> command;
    private @Nullable Process process;
    private @Nullable BufferedReader answers;
    private @Nullable Writer requests;

    Peer(List<String> command) {
        this.command = command;
    }

    /**
     * What a run came to.
     *
     * @param seconds by the worker's own clock, or of the whole process
     */
    record Answer(Pass pass, double seconds) {
        /**
         * Reads the line that a worker answers with.
         *
         * @throws IOException with the reason, where it has none to give
         */
        static Answer parse(String line) throws IOException {
            String[] parts = line.split("\t");
            if (!parts[0].equals("ok")) {
                throw new IOException(parts.length > 1 ? parts[1] : "\"" + line + "\"");
            }
            return new Answer(
                    new Pass(Long.parseLong(parts[1]), Long.parseUnsignedLong(parts[2])),
                    Long.parseLong(parts[3]) / 1e9);
        }
    }

    /**
     * Has files read.
     *
     * @throws IOException if there is no such worker, or it cannot
     */
    Answer ask(String way, List<String> files) throws IOException {
        if (process == null) {
            process = Command.start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
            answers = process.inputReader(StandardCharsets.UTF_8);
            requests = process.outputWriter(StandardCharsets.UTF_8);
        }
        requests.write(String.join("\t", words(way, files)) + "\n");
        requests.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the worker ended");
        }
        return Answer.parse(line);
    }

    /** The same, as a process that does nothing else. */
    Command command(String way, List<String> files) {
        List<String> all = new ArrayList<>(command);
        all.addAll(words(way, files));
        return Command.of(all);
    }

    private static List<String> words(String way, List<String> files) {
        List<String> words = new ArrayList<>(Collections.singleton(way));
        words.addAll(files);
        return words;
    }

    @Override
    public void close() throws IOException {
        if (requests != null) {
            requests.close();
        }
    }
}
