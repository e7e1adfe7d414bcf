// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** What the arguments {@code FILE}, {@code DIRECTORY}, {@code GLOB} and {@code -} name, in the order of reading. */
public final class Inputs {
    /** Endings of file names that are read out of a directory; each may have {@code .gz} behind it. */
    static final List<String> SUFFIXES = List.of(
            "mrc", "marc", "marc21", "unimarc", "marc8", "mrc8", "utf8", "u8", "iso", "iso2709", "dat", "bin", "raw");

    private static final Set<String> KNOWN = Set.copyOf(SUFFIXES);
    private static final Comparator<Path> BYTEWISE = (a, b) -> Arrays.compareUnsigned(
            a.toString().getBytes(StandardCharsets.UTF_8), b.toString().getBytes(StandardCharsets.UTF_8));

    private Inputs() {}

    /**
     * Names the inputs without opening them. What cannot be found stands in its place in the list with the reason.
     *
     * @throws UsageException if standard input is named twice
     */
    public static List<Input> expand(List<String> arguments) throws UsageException {
        if (arguments.isEmpty()) {
            return List.of(Input.standardInput());
        }
        List<Input> inputs = new ArrayList<>();
        boolean standardInput = false;
        for (String argument : arguments) {
            if (argument.equals("-")) {
                if (standardInput) {
                    throw new UsageException("standard input (-) can be read only once");
                }
                standardInput = true;
                inputs.add(Input.standardInput());
            } else {
                expand(argument, inputs);
            }
        }
        return inputs;
    }

    /** Whether the argument names something that is there, or is written as a pattern. */
    static boolean exists(String argument) {
        try {
            return argument.equals("-") || hasWildcard(argument) || Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static void expand(String argument, List<Input> inputs) {
        try {
            Path path = Path.of(argument);
            if (argument.isEmpty()) {
                inputs.add(Input.missing("''", "an empty name"));
            } else if (Files.isDirectory(path)) {
                addDirectory(path, inputs);
            } else if (!hasWildcard(argument) || Files.exists(path)) {
                inputs.add(Input.file(path));
            } else {
                addMatches(argument, inputs);
            }
        } catch (InvalidPathException e) {
            // Windows refuses * in a path; what it refuses beside that is no file's name.
            if (hasWildcard(argument)) {
                addMatches(argument, inputs);
            } else {
                inputs.add(Input.missing(argument, "no such file or directory"));
            }
        }
    }

    private static boolean hasWildcard(String argument) {
        return argument.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    private static void addDirectory(Path directory, List<Input> inputs) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (hasKnownSuffix(entry.getFileName().toString()) && !Files.isDirectory(entry)) {
                    files.add(entry);
                }
            }
        } catch (IOException e) {
            inputs.add(Input.missing(directory.toString(), Reason.of(e)));
            return;
        } catch (DirectoryIteratorException e) {
            inputs.add(Input.missing(directory.toString(), Reason.of(Objects.requireNonNull(e.getCause()))));
            return;
        }
        if (files.isEmpty()) {
            inputs.add(Input.missing(
                    directory.toString(),
                    "no file in this directory ends in ." + String.join(", .", SUFFIXES) + " or .gz"));
            return;
        }
        files.sort(BYTEWISE);
        files.forEach(file -> inputs.add(Input.file(file)));
    }

    /** By the end of the name alone: only what a directory offers is chosen so, never how a file is read. */
    static boolean hasKnownSuffix(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".")) {
            return false;
        }
        if (lower.endsWith(".gz")) {
            return !lower.endsWith(".tar.gz");
        }
        return KNOWN.contains(lower.substring(lower.lastIndexOf('.') + 1)) && lower.indexOf('.') > 0;
    }

    private static void addMatches(String pattern, List<Input> inputs) {
        String unified = pattern.replace(File.separatorChar, '/');
        boolean drive = File.separatorChar == '\\' && unified.matches("[A-Za-z]:/.*");
        boolean absolute = drive || unified.startsWith("/");
        List<Path> found = new ArrayList<>();
        try {
            Path start = Path.of(drive ? unified.substring(0, 3) : absolute ? "/" : "");
            match(start, List.of(unified.split("/+")), absolute ? 1 : 0, found);
        } catch (PatternSyntaxException e) {
            inputs.add(Input.missing(pattern, "not a file, and as a pattern not complete: " + e.getDescription()));
            return;
        }
        if (found.isEmpty()) {
            inputs.add(Input.missing(pattern, "no file matches"));
            return;
        }
        found.sort(BYTEWISE);
        found.forEach(file -> inputs.add(Input.file(file)));
    }

    private static void match(Path at, List<String> segments, int index, List<Path> found) {
        boolean last = index == segments.size() - 1;
        String segment = segments.get(index);
        if (!hasWildcard(segment)) {
            Path next = at.resolve(segment);
            if (last ? Files.exists(next) && !Files.isDirectory(next) : Files.isDirectory(next)) {
                proceed(next, last, segments, index, found);
            }
            return;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + segment);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
            for (Path entry : entries) {
                Path name = entry.getFileName();
                boolean hidden = name.toString().startsWith(".") && !segment.startsWith(".");
                if (!hidden && matcher.matches(name) && last != Files.isDirectory(entry)) {
                    proceed(at.resolve(name), last, segments, index, found);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A directory that cannot be listed holds nothing that matches, as in a shell.
            return;
        }
    }

    private static void proceed(Path next, boolean last, List<String> segments, int index, List<Path> found) {
        if (last) {
            found.add(next);
        } else {
            match(next, segments, index + 1, found);
        }
    }
}
