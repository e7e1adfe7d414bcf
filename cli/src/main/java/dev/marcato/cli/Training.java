// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the usual verbs on a small input, so that the classes they need go into the class-data archive that the
 * launcher makes. What is left out here works all the same and only starts more slowly: so does bench, which takes a minute
 * anyway.
 */
final class Training {
    private static final String LEADER = "00072nam a2200049 a 4500";
    private static final String DIRECTORY = "001000400000245001800004\u001E";
    private static final String DATA = "t1 \u001E10\u001FaTitle of \u00E9\u00E9\u001E\u001D";

    private Training() {}

    public static void main(String[] args) throws IOException {
        String good = LEADER + DIRECTORY + DATA;
        String wrongLength = "99" + good.substring(2);
        String cutOff = good.substring(0, 60);
        Path folder = Files.createTempDirectory("marcato");
        try {
            String clean = file(folder, "clean.mrc", good + good);
            String damaged = file(folder, "damaged.mrc", good + wrongLength + good);
            String lossy = file(folder, "lossy.mrc", good + wrongLength + cutOff);
            Main.run("--version");
            Main.run("--help");
            Main.run("check", "--help");
            for (String file : new String[] {clean, damaged, lossy}) {
                Main.run(file);
                Main.run("check", "--format", "json", "--summary", "json", file);
                Main.run("count", file);
                Main.run("cat", file);
                Main.run("print", file);
                Main.run("convert", file, "-o", file + ".xml");
                Main.run("convert", file, "-o", file + ".ndjson");
                Main.run("repair", file, "-o", file + ".out", "--summary", "text", "--rejects", file + ".lost");
            }
            Main.run("count", folder + "/none.mrc");
            Main.run("explain", "M0101");
            Main.run("cuont", clean);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static String file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
