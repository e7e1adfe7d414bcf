// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.formats.ThereAndBack.Kept;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makes the page on what each format keeps, by taking the whole corpus there and back. */
class FormatsPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", ""), "..", "docs", "reference", "formats.md");
    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            # The formats

            Made by `FormatsPageTest`, which takes every record of the corpus into each format and back. A record comes back with
            **identical bytes** (as ISO 2709), as an **equal record** (its layout differs), with the **same text** (in Unicode now,
            and leader/09 or field 100 says so), or it is **refused** with a diagnostic; where some of it is **lost**, a diagnostic
            says what. Nothing is changed in silence: the test fails where that happens.

            | format | files | it keeps |
            |---|---|---|
            """;

    @Test
    void thePageSaysWhatComesBack() throws IOException {
        Map<String, List<MarcRecord>> groups = groups();
        StringBuilder page = new StringBuilder(HEAD);
        for (Format format : Formats.all()) {
            page.append("| `").append(format.name()).append("` | ");
            page.append(
                    format.suffixes().stream().map(each -> "`." + each + "`").collect(Collectors.joining(" ")));
            page.append(" | ")
                    .append(format.isWritable() ? format.keeps() : "only read")
                    .append(" |\n");
        }
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, List<MarcRecord>> group : groups.entrySet()) {
            page.append("\n## ").append(group.getKey()).append(": ");
            page.append(group.getValue().size()).append(" records\n\n");
            page.append("| format | identical bytes | equal record | same text | refused | lost, and told |\n");
            page.append("|---|---|---|---|---|---|\n");
            for (Format format : Formats.all()) {
                if (format.isWritable()) {
                    ThereAndBack way = new ThereAndBack(format);
                    for (MarcRecord record : group.getValue()) {
                        way.take(record);
                    }
                    row(page, format, way);
                    way.silent().forEach(each -> silent.add(format.name() + ": " + each));
                }
            }
        }
        assertThat(silent)
                .as("records that came back changed, of which nothing was said")
                .isEmpty();
        if (Boolean.getBoolean("marcato.update-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE).equals(page.toString()))
                .as("docs/reference/formats.md is what the test finds; make it anew with -Dmarcato.update-docs=true")
                .isTrue();
    }

    private static void row(StringBuilder page, Format format, ThereAndBack way) {
        String told = way.told().isEmpty()
                ? ""
                : way.told().stream().map(code -> code.code()).collect(Collectors.joining(", ", " (", ")"));
        page.append("| `").append(format.name()).append("` | ");
        for (Kept kept : new Kept[] {Kept.BYTES, Kept.RECORD, Kept.TEXT, Kept.REFUSED}) {
            page.append(way.count(kept)).append(" | ");
        }
        page.append(way.count(Kept.TOLD)).append(told).append(" |\n");
    }

    private static Map<String, List<MarcRecord>> groups() throws IOException {
        Map<String, List<MarcRecord>> groups = new LinkedHashMap<>();
        groups.put(
                "Clean records in UTF-8",
                read(Stream.of(
                        Corpus.file(Corpus.LC_BIBLIOGRAPHIC),
                        Corpus.file(Corpus.LC_AUTHORITY),
                        Corpus.file("clean/internet-archive-50.mrc"))));
        groups.put("Clean records in MARC-8", read(Stream.of(Corpus.file("clean/uva-200.marc8.mrc"))));
        groups.put("UNIMARC", read(Corpus.files("dialects/unimarc").stream()));
        groups.put(
                "Damaged records, as they were repaired",
                read(Stream.concat(Corpus.files("damaged").stream(), Corpus.files("damaged/one-fault-each").stream())
                        .filter(file -> !file.toString().endsWith(".toml")
                                && !file.toString().endsWith(".xml")
                                && !file.toString().endsWith(".json"))));
        return groups;
    }

    private static List<MarcRecord> read(Stream<Path> files) throws IOException {
        List<MarcRecord> records = new ArrayList<>();
        for (Path file : files.toList()) {
            try (MarcReader reader =
                    MarcReader.builder().format(Formats.iso2709()).open(file)) {
                reader.forEach(records::add);
            }
        }
        return records;
    }
}
