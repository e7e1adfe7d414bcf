// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.io.FileSearch.Found;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** Endings of file names that are read out of a directory; each may have {@code .gz} or {@code .zst} behind it. */
    static final List<String> SUFFIXES = List.of(
            "mrc", "marc", "marc21", "unimarc", "marc8", "mrc8", "utf8", "u8", "iso", "iso2709", "dat", "bin", "raw",
            "xml", "marcxml", "json", "ndjson", "jsonl", "mrk", "mrk8");

    /** By their names alone: what compressions there are is nothing that a directory's files depend on. */
    private static final List<String> COMPRESSIONS = List.of(".gz", ".zst");

    private static final Set<String> KNOWN = Set.copyOf(SUFFIXES);

    private final boolean recursive;
    private final Consumer<String> notes;
    private final List<Found> found = new ArrayList<>();
    /** What each directory is, by itself, and the name under which it was listed. */
    private final Map<Object, Path> listed = new HashMap<>();

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
        folder.listAll(directory);
        if (folder.found.isEmpty()) {
            String where = recursive ? "in this directory or below" : "in this directory";
            String reason = "no file " + where + " ends in ." + String.join(", .", SUFFIXES) + ", .gz or .zst";
            return List.of(Found.problem(directory.toString(), new IOException(reason)));
        }
        folder.found.sort((a, b) -> Bytewise.NAMES.compare(a.name(), b.name()));
        return folder.found;
    }

    private void listAll(Path directory) {
        Deque<Path> waiting = new ArrayDeque<>(List.of(directory));
        while (!waiting.isEmpty()) {
            Path next = waiting.pop();
            List<Path> below = new ArrayList<>();
            try {
                list(next, below);
            } catch (IOException e) {
                found.add(Found.problem(next.toString(), e));
            } catch (DirectoryIteratorException e) {
                found.add(Found.problem(next.toString(), Objects.requireNonNull(e.getCause())));
            }
            // The first one comes out first, with all that is below it.
            for (int i = below.size() - 1; i >= 0; i--) {
                waiting.push(below.get(i));
            }
        }
    }

    /** Adds the files of a directory, and gives the directories in it. */
    private void list(Path directory, List<Path> below) throws IOException {
        Path before = listed.putIfAbsent(FileFacts.of(directory).identity(), directory);
        if (before != null) {
            String which = directory.startsWith(before)
                    ? ": leads back to a directory above it"
                    : ": the same directory as " + before;
            notes.accept(directory + which + ", and is not read again");
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        }
        entries.sort(Bytewise.PATHS);
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".")) {
                continue;
            }
            FileFacts facts = FileFacts.of(entry);
            if (facts.isDirectory()) {
                if (recursive) {
                    below.add(entry);
                }
            } else if (hasKnownSuffix(name)) {
                add(facts);
            }
        }
    }

    private void add(FileFacts file) {
        if (file.isRegularFile() || file.attributes() == null) {
            // What a link leads to nowhere is reported when it is opened.
            found.add(Found.file(file));
        } else {
            notes.accept(file.path() + ": no file but a pipe or a device, and is read only where it is named");
        }
    }

    /** By the end of the name alone: only what a directory offers is chosen so, never how a file is read. */
    static boolean hasKnownSuffix(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".")) {
            return false;
        }
        for (String compression : COMPRESSIONS) {
            if (lower.endsWith(compression)) {
                return !lower.endsWith(".tar" + compression);
            }
        }
        return KNOWN.contains(lower.substring(lower.lastIndexOf('.') + 1)) && lower.indexOf('.') > 0;
    }
}
