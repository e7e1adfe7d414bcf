// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What the arguments {@code FILE}, {@code DIRECTORY}, {@code GLOB} and {@code -} name, in the order of reading. */
final class Inputs {
    private final boolean recursive;
    private final Consumer<String> notes;
    private final List<Input> inputs = new ArrayList<>();
    /** What each file is, by itself, and the name that it was found by first. */
    private final Map<Object, String> names = new HashMap<>();

    private Inputs(boolean recursive, Consumer<String> notes) {
        this.recursive = recursive;
        this.notes = notes;
    }

    /**
     * Names the inputs without opening them. What cannot be found stands in its place in the list with the reason. A file
     * that was named is read as often as that; one that a directory offers only if it is not among the inputs yet.
     *
     * @param recursive whether a directory stands for what is in the directories below it, too
     * @param notes hears of files that are there twice, and of links that go round in a circle
     * @throws UsageException if standard input is named twice
     */
    static List<Input> expand(List<String> arguments, boolean recursive, Consumer<String> notes) throws UsageException {
        if (arguments.isEmpty()) {
            return List.of(Input.standardInput());
        }
        Inputs all = new Inputs(recursive, notes);
        for (String argument : arguments) {
            if (!argument.equals("-")) {
                all.expand(argument);
            } else if (all.inputs.stream().anyMatch(Input::isStandardInput)) {
                throw new UsageException("standard input (-) can be read only once");
            } else {
                all.inputs.add(Input.standardInput());
            }
        }
        return all.inputs;
    }

    /** Whether the argument names something that is there, or is written as a pattern. */
    static boolean exists(String argument) {
        try {
            return argument.equals("-") || FilePattern.is(argument) || Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void expand(String argument) {
        try {
            Path path = Path.of(argument);
            if (argument.isEmpty()) {
                inputs.add(Input.missing("''", "an empty name"));
            } else if (Files.isDirectory(path)) {
                MarcFolder.files(path, recursive, notes).forEach(this::addOffered);
            } else if (!FilePattern.is(argument) || Files.exists(path)) {
                addNamed(Input.file(path));
            } else {
                addMatches(argument);
            }
        } catch (InvalidPathException e) {
            // Windows refuses * in a path; what it refuses beside that is no file's name.
            if (FilePattern.is(argument)) {
                addMatches(argument);
            } else {
                inputs.add(Input.missing(argument, "no such file or directory"));
            }
        }
    }

    private void addMatches(String pattern) {
        try {
            List<Path> found = FilePattern.matches(pattern);
            if (found.isEmpty()) {
                inputs.add(Input.missing(pattern, "no file matches"));
            }
            found.forEach(file -> addNamed(Input.file(file)));
        } catch (PatternSyntaxException e) {
            inputs.add(Input.missing(pattern, "not a file, and as a pattern not complete: " + e.getDescription()));
        }
    }

    private void addNamed(Input input) {
        String before = nameBefore(input);
        if (before != null) {
            notes.accept(input.name() + ": the same file as " + before + ", and read again");
        }
        inputs.add(input);
    }

    private void addOffered(Input input) {
        String before = nameBefore(input);
        if (before != null) {
            notes.accept(input.name() + ": the same file as " + before + ", and not read again");
        } else {
            inputs.add(input);
        }
    }

    /** The name under which a file is among the inputs already. */
    private @Nullable String nameBefore(Input input) {
        Path path = input.path();
        try {
            // What comes out of a pipe or a device is never the same.
            return path == null || !Files.isRegularFile(path)
                    ? null
                    : names.putIfAbsent(MarcFolder.identity(path), input.name());
        } catch (IOException e) {
            // Opening it will tell.
            return null;
        }
    }
}
