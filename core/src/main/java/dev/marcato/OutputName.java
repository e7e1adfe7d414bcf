// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.io.Compression;
import dev.marcato.io.Compressions;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an output file asks for.
 *
 * @param format ISO 2709 where the name says nothing
 * @param compression null where the name asks for none
 */
record OutputName(Format format, @Nullable Compression compression) {
    private static final Set<String> OTHER_FORMATS =
            Set.of("xml", "json", "ndjson", "jsonl", "mrk", "mrk8", "csv", "tsv", "line", "aleph");
    private static final Set<String> OTHER_COMPRESSIONS =
            Set.of("zst", "bz2", "xz", "zip", "7z", "tar", "tgz", "lz4", "br");

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if its name ends as those of a format or compression do that cannot be written:
     *     ISO 2709 under such a name would deceive everybody
     */
    static OutputName of(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        Compression compression = Compressions.ofFileName(name).orElse(null);
        String plain = Compressions.withoutSuffix(name);
        if (!plain.contains(".")) {
            return new OutputName(Formats.iso2709(), compression);
        }
        String suffix = plain.substring(plain.lastIndexOf('.') + 1);
        Format format = Formats.ofFileName(plain).orElse(Formats.iso2709());
        boolean known = format.suffixes().contains(suffix);
        if (!known && (OTHER_FORMATS.contains(suffix) || OTHER_COMPRESSIONS.contains(suffix))) {
            throw new IllegalArgumentException(
                    file + ": ." + suffix + " cannot be written here; ISO 2709 can, as .mrc or .mrc.gz");
        }
        return new OutputName(format, compression);
    }
}
