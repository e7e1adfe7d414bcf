// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each program is run on the sample files, and says what it should. */
class ExamplesTest {
    private static final String CATALOGUE = "catalogue.mrc";
    private static final String VENDOR = "vendor.mrc";

    @TempDir
    private Path folder;

    /** A program's main method. */
    private interface Program {
        void main(String[] args) throws IOException;
    }

    private static List<String> said(Program program, String... args) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
            System.setOut(out);
            program.main(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(UTF_8).lines().toList();
    }

    @Test
    void readTitles() throws IOException {
        assertThat(said(ReadTitles::main, CATALOGUE))
                .hasSize(21)
                .startsWith("b10000000  "
                        + records(Path.of(CATALOGUE))
                                .get(0)
                                .firstValue("245", 'a')
                                .orElseThrow())
                .endsWith("20 records: 20 clean, 0 repaired; 0 bytes rejected");
    }

    @Test
    void listSubjects() throws IOException {
        long subjects = records(Path.of(CATALOGUE)).stream()
                .flatMap(record -> record.dataFields("6..").stream())
                .filter(field -> field.indicator2() == '7')
                .mapToLong(field -> field.subfields().size())
                .sum();

        assertThat(said(ListSubjects::main, CATALOGUE))
                .hasSize(20 + (int) subjects)
                .anyMatch(line -> line.startsWith("b10000000: "))
                .anyMatch(line -> line.startsWith("  655 $a "));
    }

    @Test
    void editRecords() throws IOException {
        Path copy = folder.resolve("better.mrc.gz");

        assertThat(said(EditRecords::main, CATALOGUE, copy.toString())).isEmpty();
        assertThat(records(copy)).hasSize(20).allSatisfy(record -> {
            assertThat(record.has("9..")).isFalse();
            assertThat(record.values("650", 'a')).contains("Cats");
            assertThat(record.values("245", 'h')).contains("[electronic resource]");
        });
    }

    @Test
    void readOnAllCores() throws IOException {
        Path copy = folder.resolve("copy.mrc");

        List<String> said = said(ReadOnAllCores::main, CATALOGUE, VENDOR, copy.toString());

        List<MarcRecord> expected = new ArrayList<>(records(Path.of(CATALOGUE)));
        expected.addAll(records(Path.of(VENDOR)));
        assertThat(said).hasSize(1 + 39 + 2);
        assertThat(said.get(0)).startsWith("{").endsWith("}");
        assertThat(said.subList(1, 40))
                .isEqualTo(expected.stream()
                        .map(record -> record.firstValue("245", 'a').orElse("(no title)"))
                        .toList());
        assertThat(said.get(40)).startsWith("39 records: 34 clean, 5 repaired; ");
        assertThat(said.get(41)).endsWith(" with a link");
        expected.removeIf(record -> record.has("9.."));
        assertThat(records(copy)).isEqualTo(expected);
    }

    @Test
    void choosePolicy() throws IOException {
        Path lost = folder.resolve("lost.bin");

        List<String> said = said(ChoosePolicy::main, VENDOR, lost.toString());

        assertThat(said).hasSize(3);
        assertThat(said.get(0)).startsWith("stopped after 2 records: vendor.mrc: record 3 ");
        assertThat(said.get(1)).isEqualTo("14 records without damage");
        assertThat(said.get(2))
                .isEqualTo("19 records: 14 clean, 0 repaired, 5 skipped; " + Files.size(lost) + " bytes rejected");
    }

    @Test
    void reportDamage() throws IOException {
        long size = Files.size(Path.of(VENDOR));

        List<String> said = said(ReportDamage::main, VENDOR);

        assertThat(said)
                .anyMatch(line -> line.startsWith("3: vendor.mrc: record 3 (001 b10000002), byte "))
                .anyMatch(line -> line.startsWith(size + " bytes = "))
                .contains("1 x lengths count characters, not bytes");
    }

    private static List<MarcRecord> records(Path file) throws IOException {
        try (MarcReader reader = MarcReader.open(file)) {
            return reader.stream().toList();
        }
    }
}
