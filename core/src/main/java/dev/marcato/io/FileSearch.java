// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that names, directories and patterns stand for, without opening them. A directory stands for the files
 * in it whose names end as those of MARC files do, or in {@code .gz} or {@code .zst}; a pattern for those that match. Both are sorted by the bytes of
 * their names. What begins with a full stop is passed over.
 *
 * <p>A file that was named is found as often as that; one that a directory offers only if it was not found yet, under
 * whatever name. A link that leads back to a directory above it is not followed. For one thread.
 */
public final class FileSearch {
    private final List<Found> all = new ArrayList<>();
    /** What each file is, by itself, and the name that it was found by first. */
    private final Map<Object, String> names = new HashMap<>();

    private boolean recursive;
    private Consumer<String> notes = note -> {};

    /** Something that was found, or the reason why it was not. */
    public static final class Found {
        private final String name;
        private final @Nullable FileFacts facts;
        private final @Nullable IOException problem;

        private Found(String name, @Nullable FileFacts facts, @Nullable IOException problem) {
            this.name = name;
            this.facts = facts;
            this.problem = problem;
        }

        static Found file(FileFacts facts) {
            return new Found(facts.path().toString(), facts, null);
        }

        static Found problem(String name, IOException problem) {
            return new Found(name, null, problem);
        }

        /** What it is called in messages: as it was given, with what was found behind it. */
        public String name() {
            return name;
        }

        /** The file; null where there is a problem. */
        public @Nullable Path file() {
            return facts == null ? null : facts.path();
        }

        /** Why it cannot be read, as far as is known; else null. */
        public @Nullable IOException problem() {
            return problem;
        }

        /** To be read; where there is a problem, opening it fails. */
        public MarcInput input() {
            return facts == null ? new Missing(this) : new FileInput(facts.path(), name, facts.size());
        }

        /** What tells the file from every other one; null where it may be read more than once, or there is none. */
        @Nullable
        Object identity() throws IOException {
            // What comes out of a pipe or a device is never the same.
            return facts == null || !facts.isRegularFile() ? null : facts.identity();
        }
    }

    private record Missing(Found found) implements MarcInput {
        @Override
        public String name() {
            return found.name();
        }

        @Override
        public Content open() throws IOException {
            throw found.problem() == null ? new NoSuchFileException(found.name()) : found.problem();
        }
    }

    /** A search that has found nothing yet. */
    public FileSearch() {
        // Everything has a usual setting.
    }

    /** Whether a directory stands for what is in the directories below it, too; no unless told. */
    public FileSearch recursive(boolean yes) {
        recursive = yes;
        return this;
    }

    /** Hears, in words, of files that were found twice, and of links that go round in a circle. */
    public FileSearch notes(Consumer<String> hearer) {
        notes = hearer;
        return this;
    }

    /** Endings of file names, without the full stop, by which a directory's files are chosen; {@code .gz} or {@code .zst} may follow. */
    public static List<String> suffixes() {
        return MarcFolder.SUFFIXES;
    }

    /** Whether a file's name, without its directories, ends so that a directory offers it. */
    public static boolean hasMarcName(String name) {
        return MarcFolder.hasKnownSuffix(name);
    }

    /** Whether a name has {@code *}, {@code ?}, {@code [} or <code>{</code> in it. */
    public static boolean isPattern(String name) {
        return FilePattern.is(name);
    }

    /** Looks for a file or a directory. */
    public FileSearch add(Path path) {
        FileFacts facts = FileFacts.of(path);
        if (facts.isDirectory()) {
            MarcFolder.files(path, recursive, notes).forEach(this::addOffered);
        } else {
            addNamed(Found.file(facts));
        }
        return this;
    }

    /** Looks for what a name stands for: a file or directory of that very name, or else a pattern. */
    public FileSearch add(String name) {
        try {
            Path path = Path.of(name);
            if (!isPattern(name) || Files.exists(path)) {
                return name.isEmpty() ? addProblem("''", "an empty name") : add(path);
            }
        } catch (InvalidPathException e) {
            // Windows refuses * in a path; what it refuses beside that is no file's name.
            if (!isPattern(name)) {
                all.add(Found.problem(name, new NoSuchFileException(name)));
                return this;
            }
        }
        return addMatches(name);
    }

    private FileSearch addMatches(String pattern) {
        try {
            List<Path> found = FilePattern.matches(pattern.replace(File.separatorChar, '/'));
            found.forEach(file -> addNamed(Found.file(FileFacts.of(file))));
            return found.isEmpty() ? addProblem(pattern, "no file matches") : this;
        } catch (PatternSyntaxException e) {
            return addProblem(pattern, "not a file, and as a pattern not complete: " + e.getDescription());
        }
    }

    private FileSearch addProblem(String name, String reason) {
        all.add(Found.problem(name, new IOException(reason)));
        return this;
    }

    private void addNamed(Found found) {
        String before = nameBefore(found);
        if (before != null) {
            notes.accept(found.name() + ": the same file as " + before + ", and read again");
        }
        all.add(found);
    }

    private void addOffered(Found found) {
        String before = nameBefore(found);
        if (before != null) {
            notes.accept(found.name() + ": the same file as " + before + ", and not read again");
        } else {
            all.add(found);
        }
    }

    /** The name under which a file was found already. */
    private @Nullable String nameBefore(Found found) {
        try {
            Object identity = found.identity();
            return identity == null ? null : names.putIfAbsent(identity, found.name());
        } catch (IOException e) {
            // Opening it will tell.
            return null;
        }
    }

    /** Everything that was looked for, in its order. */
    public List<Found> found() {
        return List.copyOf(all);
    }

    /** The same, to be read. */
    public List<MarcInput> inputs() {
        return all.stream().map(Found::input).toList();
    }
}
