// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/** A pattern with {@code *}, {@code ?}, {@code [a-z]} and {@code {a,b}} in any part of a path, as a shell knows it. */
final class FilePattern {
    private FilePattern() {}

    static boolean is(String argument) {
        return argument.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    /**
     * The files that match, sorted.
     *
     * @param pattern with {@code /} between its parts
     * @throws java.util.regex.PatternSyntaxException if the pattern is not complete
     */
    static List<Path> matches(String pattern) {
        boolean drive = File.separatorChar == '\\' && pattern.matches("[A-Za-z]:/.*");
        boolean absolute = drive || pattern.startsWith("/");
        List<Path> found = new ArrayList<>();
        Path start = Path.of(drive ? pattern.substring(0, 3) : absolute ? "/" : "");
        match(start, List.of(pattern.split("/+")), absolute ? 1 : 0, found);
        found.sort(Bytewise.PATHS);
        return found;
    }

    private static void match(Path at, List<String> segments, int index, List<Path> found) {
        boolean last = index == segments.size() - 1;
        String segment = segments.get(index);
        if (!is(segment)) {
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
