// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.io.FileSearch;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file or stream to read, or the reason why there is none.
 *
 * @param name what it is called in messages: as the user wrote it
 * @param path the file; null for standard input, and where there is a problem
 * @param stored the file to be read; null likewise
 * @param problem why it cannot be read, "" if nothing is known against it
 */
public record Input(
        String name, @Nullable Path path, @Nullable MarcInput stored, String problem) {
    static final String STANDARD_INPUT = "standard input";

    public static Input file(Path path) {
        return new Input(path.toString(), path, MarcInput.of(path), "");
    }

    static Input of(FileSearch.Found found) {
        IOException problem = found.problem();
        return new Input(
                found.name(),
                found.file(),
                problem == null ? found.input() : null,
                problem == null ? "" : Reason.of(problem));
    }

    public static Input standardInput() {
        return new Input(STANDARD_INPUT, null, null, "");
    }

    public boolean isStandardInput() {
        return path == null && problem.isEmpty();
    }
}
