// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final String DATA = "t1 \u001E10\u001FaTitle of \u00C3\u00A9\u00C3\u00A9\u001E\u001D";

    /** In MARC-8: a letter with an accent, and one in Cyrillic. */
    private static final String MARC8 =
            LEADER.replace("nam a", "nam  ") + DIRECTORY + "t1 \u001E10\u001Fa\u00E2eTitl\u001B(NA\u001B(B\u001E\u001D";

    private Training() {}

    public static void main(String[] args) throws IOException {
        String good = LEADER + DIRECTORY + DATA;
        String wrongLength = "99" + good.substring(2);
        String cutOff = good.substring(0, 60);
        Path folder = Files.createTempDirectory("marcato");
        try {
            String clean = file(folder, "clean.mrc", good + good);
            String damaged = file(folder, "damaged.mrc", good + wrongLength + good);
            String marc8 = file(folder, "marc8.mrc", MARC8);
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
                for (String format : new String[] {"marcxml", "ndjson"}) {
                    Main.run("convert", file, "--to", format);
                    Main.run("convert", file, "-o", file + "." + format);
                    Main.run("convert", file + "." + format, "--to", "iso2709");
                }
                Main.run("repair", file, "-o", file + ".out", "--summary", "text", "--rejects", file + ".lost");
            }
            Main.run("convert", marc8, "--to", "iso2709", "--to-encoding", "utf8");
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
        return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1)
                .toString();
    }
}
