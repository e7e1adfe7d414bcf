// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads code tables from a resource of this package, as {@code CodeTables} of testkit writes them: UTF-8, one line for
 * a stretch of codes that differ in the last byte alone, {@code [NAME]} before each set, {@code #} before a remark.
 *
 * <pre>
 * [ANSEL]
 * 21 ŁØĐÞ
 * </pre>
 *
 * The code, in hex, is that of the first character; each further character has the next one. U+25CC, the dotted circle,
 * says that the character behind it is a combining mark; a blank, that the code stands for nothing.
 */
final class TableFile {
    private static final int MARK_FOLLOWS = 0x25CC;

    private TableFile() {}

    static Map<GraphicSet, CharacterTable> read(String name) {
        Map<GraphicSet, CharacterTable> tables = new EnumMap<>(GraphicSet.class);
        try (InputStream resource = TableFile.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the library is incomplete: " + name + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8));
            CharacterTable table = new CharacterTable(1);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    GraphicSet set = GraphicSet.valueOf(line.substring(1, line.length() - 1));
                    table = new CharacterTable(set.bytes());
                    tables.put(set, table);
                } else if (!line.startsWith("#")) {
                    stretch(table, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static void stretch(CharacterTable table, String line) {
        int at = line.indexOf(' ');
        int code = Integer.parseInt(line, 0, at, 16);
        int mark = 0;
        for (at++; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            int character = line.codePointAt(at);
            if (character == MARK_FOLLOWS) {
                mark = CharacterTable.MARK;
                continue;
            }
            if (character != ' ') {
                table.add(code, character, mark);
            }
            code++;
            mark = 0;
        }
    }
}
