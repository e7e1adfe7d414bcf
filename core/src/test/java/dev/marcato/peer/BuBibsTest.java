// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.Reading;
import dev.marcato.testkit.Corpus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The file of 100 records of which 16 count their lengths in characters. It is often said to hold 2,616 fields; its
 * directories have 2,630 entries, and each of them ends at a field terminator when lengths are counted in characters of
 * UTF-8 (in the 84 records that are ASCII these are bytes). Here the directories are walked over the decoded text,
 * without any code of the reader.
 */
class BuBibsTest {
    private static final int FIELDS = 2630;
    private static final int RECORDS = 100;

    @Test
    void theDirectoriesHaveSoManyEntriesAndEachIsAField() {
        String file = text(Corpus.bytes("damaged/bu_bibs.mrc"));

        List<List<PeerField>> records = walk(file);

        assertThat(records).hasSize(RECORDS);
        assertThat(records.stream().mapToInt(List::size).sum()).isEqualTo(FIELDS);
    }

    @Test
    void allOfThemAreDelivered() {
        byte[] bytes = Corpus.bytes("damaged/bu_bibs.mrc");
        List<List<PeerField>> delivered = new ArrayList<>();

        Reading reading = Reading.of(bytes);
        for (MarcRecord record : reading.records()) {
            List<PeerField> fields = new ArrayList<>();
            for (Field field : record) {
                fields.add(new PeerField(field.tag(), text(field.bytes().toByteArray())));
            }
            delivered.add(fields);
        }

        assertThat(delivered).isEqualTo(walk(text(bytes)));
        assertThat(delivered.stream().mapToInt(List::size).sum()).isEqualTo(FIELDS);
        assertThat(reading.summary().rejectedBytes()).isZero();
    }

    /** marc4j gives up on one record; what it delivers of the others is what we deliver. */
    @Test
    void marc4jThrowsAtRecord31() {
        byte[] bytes = Corpus.bytes("damaged/bu_bibs.mrc");
        Marc4j.Outcome outcome = new Marc4j().outcome(bytes);
        int fieldsOfRecord31 = walk(text(bytes)).get(30).size();

        assertThat(outcome.failures())
                .singleElement()
                .hasToString("org.marc4j.MarcException: expected record terminator");
        assertThat(outcome.records()).hasSize(RECORDS - 1);
        assertThat(outcome.records().get(30).get(0))
                .isEqualTo(walk(text(bytes)).get(31).get(0));
        assertThat(outcome.records().stream().mapToInt(List::size).sum()).isEqualTo(FIELDS - fieldsOfRecord31);
    }

    private static String text(byte[] utf8) {
        String text = new String(utf8, UTF_8);
        assertThat(text.getBytes(UTF_8)).as("the file is valid UTF-8").isEqualTo(utf8);
        return text;
    }

    /** Reads records by the lengths in leaders and directories, counted in code points. */
    private static List<List<PeerField>> walk(String text) {
        int[] characters = text.codePoints().toArray();
        List<List<PeerField>> records = new ArrayList<>();
        int at = 0;
        while (at < characters.length) {
            int length = number(characters, at, 5);
            assertThat(characters[at + length - 1])
                    .as("end of the record at character %d", at)
                    .isEqualTo(0x1D);
            records.add(fields(characters, at, at + number(characters, at + 12, 5)));
            at += length;
        }
        return records;
    }

    private static List<PeerField> fields(int[] characters, int start, int data) {
        List<PeerField> fields = new ArrayList<>();
        for (int entry = start + 24; entry < data - 1; entry += 12) {
            int from = data + number(characters, entry + 7, 5);
            int length = number(characters, entry + 3, 4);
            assertThat(characters[from + length - 1])
                    .as("end of the field at character %d", from)
                    .isEqualTo(0x1E);
            fields.add(new PeerField(new String(characters, entry, 3), new String(characters, from, length - 1)));
        }
        assertThat(characters[data - 1]).as("end of the directory").isEqualTo(0x1E);
        return fields;
    }

    private static int number(int[] characters, int at, int digits) {
        String text = new String(characters, at, digits);
        assertThat(text).matches("[0-9]+");
        return Integer.parseInt(text);
    }
}
