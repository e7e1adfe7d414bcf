// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.MarcReader;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file, or an array with its content, as it can be read by one thread and by several.
 *
 * @param opening opens it for one thread
 * @param input the same for several
 */
record Unit(Opening opening, MarcInput input) {
    /** Opens it. */
    interface Opening {
        MarcReader open() throws IOException;
    }

    static Unit ofFile(Path file) {
        return new Unit(() -> MarcReader.open(file), MarcInput.of(file));
    }

    /** The beginning of a file. */
    static Unit ofPart(Path file, long bytes) {
        return new Unit(
                () -> MarcReader.open(new LimitedStream(Files.newInputStream(file), bytes)),
                new PartInput(MarcInput.of(file), bytes));
    }

    static Unit ofArray(byte[] bytes, String name) {
        return new Unit(() -> MarcReader.of(bytes), MarcInput.of(bytes, name));
    }

    MarcReader open() throws IOException {
        return opening.open();
    }
}
