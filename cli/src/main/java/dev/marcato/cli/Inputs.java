// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.io.FileSearch;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the arguments {@code FILE}, {@code DIRECTORY}, {@code GLOB} and {@code -} name, in the order of reading. */
public final class Inputs {
    private Inputs() {}

    /**
     * Names the inputs without opening them. What cannot be found stands in its place in the list with the reason.
     *
     * @param recursive whether a directory stands for what is in the directories below it, too
     * @param notes hears of files that are there twice, and of links that go round in a circle
     * @throws UsageException if standard input is named twice
     */
    public static List<Input> expand(List<String> arguments, boolean recursive, Consumer<String> notes)
            throws UsageException {
        if (arguments.isEmpty()) {
            return List.of(Input.standardInput());
        }
        FileSearch search = new FileSearch().recursive(recursive).notes(notes);
        int standardInput = -1;
        for (String argument : arguments) {
            if (!argument.equals("-")) {
                search.add(argument);
            } else if (standardInput >= 0) {
                throw new UsageException("standard input (-) can be read only once");
            } else {
                standardInput = search.found().size();
            }
        }
        List<Input> inputs = new ArrayList<>();
        search.found().forEach(found -> inputs.add(Input.of(found)));
        if (standardInput >= 0) {
            inputs.add(standardInput, Input.standardInput());
        }
        return inputs;
    }

    /** Whether the argument names something that is there, or is written as a pattern. */
    static boolean exists(String argument) {
        try {
            return argument.equals("-") || FileSearch.isPattern(argument) || Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
