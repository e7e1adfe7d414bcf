// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.io.FileSearch.Found;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a directory that are MARC by their names, and those of the directories in it if that is asked for. */
final class MarcFolder {
    /** Endings of file names that are read out of a directory; each may have {@code .gz} behind it. */
    static final List<String> SUFFIXES = List.of(
            "mrc", "marc", "marc21", "unimarc", "marc8", "mrc8", "utf8", "u8", "iso", "iso2709", "dat", "bin", "raw");

    private static final Set<String> KNOWN = Set.copyOf(SUFFIXES);

    private final boolean recursive;
    private final Consumer<String> notes;
    private final List<Found> found = new ArrayList<>();
    /** What the directories are that lead to where we are. */
    private final Deque<Object> above = new ArrayDeque<>();

    private final Map<Object, String> listed = new HashMap<>();

    private MarcFolder(boolean recursive, Consumer<String> notes) {
        this.recursive = recursive;
        this.notes = notes;
    }

    /**
     * The files, sorted by the bytes of their names; what cannot be listed stands among them with the reason.
     *
     * @param notes hears of a link that leads back to where it came from
     */
    static List<Found> files(Path directory, boolean recursive, Consumer<String> notes) {
        MarcFolder folder = new MarcFolder(recursive, notes);
        folder.list(directory);
        if (folder.found.isEmpty()) {
            String where = recursive ? "in this directory or below" : "in this directory";
            String reason = "no file " + where + " ends in ." + String.join(", .", SUFFIXES) + " or .gz";
            return List.of(Found.problem(directory.toString(), new IOException(reason)));
        }
        folder.found.sort((a, b) -> Bytewise.PATHS.compare(Path.of(a.name()), Path.of(b.name())));
        return folder.found;
    }

    private void list(Path directory) {
        try {
            Object identity = identity(directory);
            if (above.contains(identity)) {
                notes.accept(directory + ": leads back to a directory above it, and is not read again");
                return;
            }
            String before = listed.putIfAbsent(identity, directory.toString());
            if (before != null) {
                notes.accept(directory + ": the same directory as " + before + ", and not read again");
                return;
            }
            List<Path> sorted = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                entries.forEach(sorted::add);
            }
            sorted.sort(Bytewise.PATHS);
            above.push(identity);
            sorted.forEach(this::add);
            above.pop();
        } catch (IOException e) {
            found.add(Found.problem(directory.toString(), e));
        } catch (DirectoryIteratorException e) {
            found.add(Found.problem(directory.toString(), Objects.requireNonNull(e.getCause())));
        }
    }

    private void add(Path entry) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".")) {
            return;
        }
        if (Files.isDirectory(entry)) {
            if (recursive) {
                list(entry);
            }
        } else if (hasKnownSuffix(name)) {
            found.add(Found.file(entry));
        }
    }

    /** What tells a file or directory from every other one, whatever name it goes by. */
    static Object identity(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path.toRealPath() : key;
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
}
