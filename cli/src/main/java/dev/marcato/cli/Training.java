// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the usual verbs on a small input, so that the classes they need go into the class-data archive that the
 * launcher makes. What is left out here works all the same and only starts more slowly.
 */
final class Training {
    private static final String LEADER = "00072nam a2200049 a 4500";
    private static final String DIRECTORY = "001000400000245001800004\u001E";
    private static final String DATA = "t1 \u001E10\u001FaTitle of \u00E9\u00E9\u001E\u001D";

    private Training() {}

    public static void main(String[] args) throws IOException {
        String good = LEADER + DIRECTORY + DATA;
        Path folder = Files.createTempDirectory("marcato");
        Path in = folder.resolve("in.mrc");
        Path out = folder.resolve("out.mrc");
        try {
            // One that is clean, one with a wrong length, and one that is cut off.
            Files.writeString(in, good + "99" + good.substring(2) + good.substring(0, 60));
            String file = in.toString();
            run("--version");
            run("--help");
            run("check", "--help");
            run(file);
            run("check", "--format", "json", "--summary", "json", file);
            run("count", file);
            run("count", file, folder + "/none.mrc");
            run("cat", file);
            run("repair", file, "-o", out.toString(), "--summary", "text", "--rejects", folder + "/lost");
            run("print", file);
            run("explain", "M0101");
            run("cuont", file);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static void run(String... args) {
        Main.run(args);
    }
}
