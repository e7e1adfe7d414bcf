// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the corpus that are ISO 2709, by name. */
final class CorpusFiles {
    private static final List<String> FOLDERS = List.of("charset", "clean", "damaged", "dialects", "formats");
    private static final List<String> SUFFIXES = List.of(".mrc", ".marc", ".dat", ".bin");

    private CorpusFiles() {}

    /** All of them, or the calling test is skipped. */
    static Stream<Path> iso2709() throws IOException {
        List<Path> files = List.of();
        for (String folder : FOLDERS) {
            try (Stream<Path> entries = Files.walk(Corpus.file(folder))) {
                files = Stream.concat(
                                files.stream(),
                                entries.filter(CorpusFiles::isIso2709).sorted())
                        .toList();
            }
        }
        return files.stream();
    }

    private static boolean isIso2709(Path file) {
        return Files.isRegularFile(file)
                && SUFFIXES.stream()
                        .anyMatch(suffix -> file.getFileName().toString().endsWith(suffix));
    }

    /** The path below the corpus, with {@code /} between its parts. */
    static String name(Path file) {
        return Corpus.file(FOLDERS.get(0))
                .getParent()
                .relativize(file)
                .toString()
                .replace('\\', '/');
    }
}
