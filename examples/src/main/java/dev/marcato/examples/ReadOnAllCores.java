// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import dev.marcato.MarcFiles;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How do I use all cores? Collect, work in order, write, or take a stream: each is one pass over all files. */
public final class ReadOnAllCores {
    private ReadOnAllCores() {}

    public static void main(String[] args) throws IOException {
        MarcFiles files = MarcFiles.of(Path.of(args[0]), Path.of(args[1]));

        // Each thread counts into a map of its own, and the maps are added up.
        Map<String, Long> languages = files.collect(
                TreeMap::new,
                (map, record) -> map.merge(language(record), 1L, Long::sum),
                (all, other) -> other.forEach((language, count) -> all.merge(language, count, Long::sum)));
        System.out.println(languages);

        // Blocks of records are worked on by all threads; what comes of them is consumed in the order of the input.
        files.forEachBlock(
                records -> records.stream().map(ReadOnAllCores::title).toList(),
                titles -> titles.forEach(System.out::println));

        // The function is called by all threads; what it gives is written in the order of the input.
        files.writeTo(MarcWriter.create(Path.of(args[2])), record -> record.has("9..") ? null : record);
        System.out.println(files.summary());

        try (Stream<MarcRecord> records = files.stream()) {
            System.out.println(
                    records.parallel().filter(record -> record.has("856")).count() + " with a link");
        }
    }

    private static String title(MarcRecord record) {
        return record.firstValue("245", 'a').orElse("(no title)");
    }

    private static String language(MarcRecord record) {
        String fixed = record.firstValue("008").orElse("");
        return fixed.length() < 38 ? "?" : fixed.substring(35, 38);
    }
}
