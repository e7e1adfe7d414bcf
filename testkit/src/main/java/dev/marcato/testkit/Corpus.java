// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real records that stands beside a checkout. It is no part of the project: tests that need it are
 * skipped, with a line that says so, where it is absent.
 */
public final class Corpus {
    private static final Path ROOT = locate();

    private Corpus() {}

    /**
     * Finds a file or folder of the corpus, or skips the calling test.
     *
     * @param name path below the corpus folder, with {@code /} between its parts
     */
    public static Path file(String name) {
        Path file = ROOT.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no corpus here, skipped: " + file);
        return file;
    }

    private static Path locate() {
        String told = System.getenv("MARCATO_CORPUS");
        if (told != null && !told.isEmpty()) {
            return Path.of(told).toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("marcato"))) {
                return at.resolveSibling("shared").resolve("corpus");
            }
        }
        return start.resolveSibling("shared").resolve("corpus");
    }
}
