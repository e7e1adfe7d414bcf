// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** yaz-marcdump and yaz-iconv as converters of text to UTF-8. */
final class YazText {
    private YazText() {}

    /** Skips the calling test, with a line, where the programs are not installed. */
    static YazText installed() {
        Yaz.installed();
        return new YazText();
    }

    /** A file of records with its text in UTF-8. */
    byte[] marcdump(Path file, String from) {
        return run("yaz-marcdump", "-f", from, "-t", "utf8", "-o", "marc", file.toString());
    }

    /** Text in UTF-8. */
    byte[] iconv(byte[] text, String from) {
        try {
            Path input = Files.createTempFile("yaz", ".txt");
            try {
                Files.write(input, text);
                return run("yaz-iconv", "-f", from, "-t", "utf8", input.toString());
            } finally {
                Files.delete(input);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] run(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
