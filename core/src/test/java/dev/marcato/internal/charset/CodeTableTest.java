// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.CodeTableXml;
import dev.marcato.testkit.CodeTables;
import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What the project holds of the published code tables, against these. */
class CodeTableTest {
    @Test
    void theResourcesAreWhatTheGeneratorMakes() throws IOException {
        for (Map.Entry<String, String> file :
                CodeTables.make(Corpus.reference("")).entrySet()) {
            try (InputStream resource = TableFile.class.getResourceAsStream(file.getKey())) {
                assertThat(resource).as(file.getKey()).isNotNull();
                assertThat(new String(resource.readAllBytes(), UTF_8)).isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void everyPublishedCodeIsRead() {
        Map<String, SortedMap<Integer, CodeTableXml.Entry>> sets = CodeTables.sets(Corpus.reference(""));
        assertThat(sets).hasSize(14);
        sets.forEach((name, entries) -> {
            CharacterTable table = GraphicSet.valueOf(name).table();
            entries.forEach((code, entry) -> assertThat(table.character(code))
                    .as("%s %X", name, code)
                    .isEqualTo(entry.codePoint() | (entry.mark() ? CharacterTable.MARK : 0)));
        });
        assertThat(sets.get("EACC"))
                .as("15,739 of the Library of Congress, 6 more")
                .hasSize(15745);
    }

    @Test
    void nothingElseIsRead() {
        Map<String, SortedMap<Integer, CodeTableXml.Entry>> sets = CodeTables.sets(Corpus.reference(""));
        sets.forEach((name, entries) -> {
            if (!name.equals("EACC")) {
                for (int code = 0; code < 0x80; code++) {
                    assertThat(GraphicSet.valueOf(name).table().character(code) != 0)
                            .as("%s %X", name, code)
                            .isEqualTo(entries.containsKey(code));
                }
            }
        });
    }

    /** UNIMARC's own tables of sets that MARC-8 has too are the same ones, but for the columns in which they are given. */
    @Test
    void marc8AndUnimarcShareCyrillicAndGreek() {
        Map<String, SortedMap<Integer, CodeTableXml.Entry>> marc8 = CodeTables.sets(Corpus.reference(""));
        Map<String, SortedMap<Integer, CodeTableXml.Entry>> unimarc = CodeTables.unimarc(Corpus.reference(""));
        for (String name : Set.of("BASIC_CYRILLIC", "EXTENDED_CYRILLIC", "BASIC_GREEK")) {
            assertThat(unimarc.get(name)).as(name).isEqualTo(marc8.get(name));
        }
    }

    @Test
    void anEastAsianCharacterIsWrittenWithItsLowestCode() {
        CharacterTable table = GraphicSet.EACC.table();
        Set<Integer> several = new HashSet<>();
        int codes = 0;
        for (int first = 0x21; first < 0x7F; first++) {
            for (int second = 0x21; second < 0x7F; second++) {
                for (int third = 0x21; third < 0x7F; third++) {
                    int code = first << 16 | second << 8 | third;
                    int character = table.character(code);
                    if (character != 0) {
                        codes++;
                        assertThat(table.code(character)).isBetween(1, code);
                        assertThat(character).isGreaterThanOrEqualTo(0x2E00);
                        if (table.code(character) != code) {
                            several.add(character);
                        }
                    }
                }
            }
        }
        assertThat(codes).isEqualTo(15738);
        assertThat(several)
                .as("216 of the table have several; U+3000 has two only with a blank in one")
                .hasSize(215);
    }

    @Test
    void codesWithABlankAreReadOnly() {
        CharacterTable table = GraphicSet.EACC.table();
        assertThat(table.character(0x212320)).isEqualTo(0x3000);
        assertThat(table.code(0x3000)).isEqualTo(0x212321);
        assertThat(table.character(0x7F2014)).isEqualTo(0x2014);
        assertThat(table.code(0x2014)).isZero();
    }

    @Test
    void iso5426WritesTheLowerOfTwoCodes() {
        CharacterTable table = GraphicSet.ISO_5426.table();
        assertThat(table.character(0x48)).isEqualTo(table.character(0x49));
        assertThat(table.code(0x308)).isEqualTo(0x48 | CharacterTable.MARK);
    }
}
