// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real records that stands beside a checkout. It is no part of the project: tests that need it are
 * skipped, with a line that says so, where it is absent. The environment variable {@code MARCATO_CORPUS} names another
 * place. Stateless and safe for threads.
 *
 * <p>A whole class or a single test is skipped with {@code @EnabledIf("dev.marcato.testkit.Corpus#available")}; a test
 * that asks for {@link #file} or {@link #bytes} is skipped by the call itself.
 */
public final class Corpus {
    /** 386 bibliographic records in UTF-8, clean; the generator is measured after them. */
    public static final String LC_BIBLIOGRAPHIC = "clean/lc-bibliographic-386.mrc";

    /** 150 authority records in UTF-8, clean. */
    public static final String LC_AUTHORITY = "clean/lc-authority-150.mrc";

    private static final Path ROOT =
            locate(System.getenv("MARCATO_CORPUS"), Path.of("").toAbsolutePath());

    /** Surefire keeps the reason of a skipped test to its report files. */
    private static final AtomicBoolean REPORTED = new AtomicBoolean();

    private Corpus() {}

    /** Whether the folder is there. */
    public static boolean available() {
        return Files.isDirectory(ROOT);
    }

    /** Where the corpus was looked for and whether it is there: the line that a skipped test shows. */
    public static String reason() {
        return available()
                ? "corpus at " + ROOT
                : "no corpus at " + ROOT + " (the environment variable MARCATO_CORPUS names another place)";
    }

    /**
     * Finds a file or folder of the corpus, or skips the calling test.
     *
     * @param name path below the corpus folder, with {@code /} between its parts
     */
    public static Path file(String name) {
        Path file = ROOT.resolve(name);
        if (!available() && !REPORTED.getAndSet(true)) {
            System.out.println("Tests over the corpus are skipped: " + reason());
        }
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped for want of " + name + ": " + reason());
        return file;
    }

    /**
     * Finds a published table or list in the folder {@code reference} beside the corpus, or skips the calling test.
     *
     * @param name path below that folder; "" for the folder itself
     */
    public static Path reference(String name) {
        Path file = ROOT.resolveSibling("reference").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped for want of " + file);
        return file;
    }

    /** Reads a whole file of the corpus, or skips the calling test. */
    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists the plain files directly in a folder of the corpus, by name, or skips the calling test. */
    public static List<Path> files(String folder) {
        try (Stream<Path> entries = Files.list(file(folder))) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The project's root is the folder above (or at) {@code start} that holds the checkout or its parent build file.
     */
    static Path locate(@Nullable String told, Path start) {
        if (told != null && !told.isEmpty()) {
            return Path.of(told).toAbsolutePath();
        }
        for (Path at = start; at != null; at = at.getParent()) {
            boolean parentBuild = Files.exists(at.resolve("pom.xml")) && Files.exists(at.resolve("marcato"));
            if (parentBuild || Files.exists(at.resolve(".git"))) {
                return at.resolveSibling("shared").resolve("corpus");
            }
        }
        return start.resolveSibling("shared").resolve("corpus");
    }
}
