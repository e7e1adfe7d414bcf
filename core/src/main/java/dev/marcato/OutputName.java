// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What the name of an output file asks for. */
final class OutputName {
    private static final Set<String> OTHER_FORMATS = Set.of("xml", "json", "ndjson", "jsonl", "mrk", "mrk8");
    private static final Set<String> OTHER_COMPRESSIONS = Set.of("zst", "bz2", "xz", "zip");

    private OutputName() {}

    /**
     * Whether a file is to be compressed with gzip.
     *
     * @throws IllegalArgumentException if its name ends as those of another format or compression do: ISO 2709 under
     *     such a name would deceive everybody
     */
    static boolean isGzip(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        boolean gzip = name.endsWith(".gz");
        String plain = gzip ? name.substring(0, name.length() - ".gz".length()) : name;
        String suffix = plain.substring(plain.lastIndexOf('.') + 1);
        if (plain.contains(".") && (OTHER_FORMATS.contains(suffix) || OTHER_COMPRESSIONS.contains(suffix))) {
            throw new IllegalArgumentException(
                    file + ": ." + suffix + " cannot be written yet; ISO 2709 can, as .mrc or .mrc.gz");
        }
        return gzip;
    }
}
