// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Makes the code tables of core from those published as XML: by the Library of Congress for MARC-8, and in the same form
 * for UNIMARC and ISO 5426. The XML stays where it is; what the project holds are these tables of its own.
 *
 * <p>From the project's root, after a build:
 *
 * <pre>java -cp testkit/target/classes dev.marcato.testkit.CodeTables ../shared/reference core/src/main/resources/dev/marcato/internal/charset</pre>
 */
public final class CodeTables {
    /** The sets of one byte a character. */
    public static final String SINGLE_BYTE = "single-byte.table";

    /** The East Asian set. */
    public static final String EACC = "eacc.table";

    /** Names of the sets in core by the names in the XML; the second one of two Latin sets is the right half. */
    private static final Map<String, String> MARC_8 = Map.ofEntries(
            Map.entry("Basic Latin (ASCII)", "ASCII"),
            Map.entry("Extended Latin (ANSEL)", "ANSEL"),
            Map.entry("Greek Symbols", "GREEK_SYMBOLS"),
            Map.entry("Subscripts", "SUBSCRIPTS"),
            Map.entry("Superscripts", "SUPERSCRIPTS"),
            Map.entry("Basic Hebrew", "BASIC_HEBREW"),
            Map.entry("Basic Cyrillic", "BASIC_CYRILLIC"),
            Map.entry("Extended Cyrillic", "EXTENDED_CYRILLIC"),
            Map.entry("Basic Arabic", "BASIC_ARABIC"),
            Map.entry("Extended Arabic", "EXTENDED_ARABIC"),
            Map.entry("Basic Greek", "BASIC_GREEK"),
            Map.entry("Chinese, Japanese, Korean (EACC)", "EACC"));

    private static final Map<String, String> UNIMARC = Map.of("African", "ISO_6438");
    private static final Map<String, String> ISO_5426 =
            Map.of("MAB2-Zeichensatz ISO 646 (IRV) + ISO 5426-1983", "ISO_5426");

    /**
     * Codes that the table of the Library of Congress in the reference folder lacks, but text in circulation has (the last of
     * the 1,515 lines of the corpus). They are read, not written: 0x20 and 0x7F in them are trouble elsewhere.
     */
    private static final Map<Integer, Integer> EACC_ADDITIONS = Map.of(
            0x21203D, 0x2026, 0x212040, 0x201C, 0x7F2014, 0x2014, 0x7F2019, 0x2019, 0x7F2020, 0x201D, 0x7F2122, 0x2122);

    private static final int LONGEST_HOLE = 6;

    private CodeTables() {}

    /** @param arguments the folder of the XML files, the folder for the tables */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        for (Map.Entry<String, String> file : make(Path.of(arguments[0])).entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
        }
    }

    /** The text of each table file by its name. */
    public static Map<String, String> make(Path reference) {
        StringBuilder single = new StringBuilder("""
                # SPDX-License-Identifier: Apache-2.0
                # Made by CodeTables of testkit from the code tables of the Library of Congress (MARC 21 specifications,
                # character sets, part 5), and for UNIMARC from tables of ISO 5426 and ISO 6438. Not to be edited.
                """);
        StringBuilder eacc = new StringBuilder("""
                # SPDX-License-Identifier: Apache-2.0
                # Made by CodeTables of testkit from the code table of the Library of Congress for East Asian characters
                # (MARC 21 specifications, character sets, part 5). Not to be edited.
                """);
        for (Map.Entry<String, SortedMap<Integer, CodeTableXml.Entry>> set :
                sets(reference).entrySet()) {
            StringBuilder to = set.getKey().equals("EACC") ? eacc : single;
            append(to.append('[').append(set.getKey()).append("]\n"), set.getValue());
        }
        return Map.of(SINGLE_BYTE, single.toString(), EACC, eacc.toString());
    }

    /** Each set by its name in core: its codes, as in the left half, and what they stand for. */
    public static Map<String, SortedMap<Integer, CodeTableXml.Entry>> sets(Path reference) {
        Map<String, SortedMap<Integer, CodeTableXml.Entry>> sets = new LinkedHashMap<>();
        for (CodeTableXml.Source source : List.of(
                new CodeTableXml.Source("marc8-codetables.xml", MARC_8),
                new CodeTableXml.Source("iso5426-codetables.xml", ISO_5426),
                new CodeTableXml.Source("unimarc-codetables.xml", UNIMARC))) {
            sets.putAll(CodeTableXml.read(reference, source));
        }
        // ISO-IR 53: what stands here is the left half of the ligature and of the double tilde alike.
        sets.get("ISO_5426").put(0x5D, new CodeTableXml.Entry(0xFE20, true));
        EACC_ADDITIONS.forEach(
                (code, character) -> sets.get("EACC").put(code, new CodeTableXml.Entry(character, false)));
        return sets;
    }

    /** The sets that UNIMARC shares with MARC-8, as its own tables have them. */
    public static Map<String, SortedMap<Integer, CodeTableXml.Entry>> unimarc(Path reference) {
        return CodeTableXml.read(reference, new CodeTableXml.Source("unimarc-codetables.xml", MARC_8));
    }

    private static void append(StringBuilder to, SortedMap<Integer, CodeTableXml.Entry> set) {
        int next = -1;
        for (Map.Entry<Integer, CodeTableXml.Entry> each : set.entrySet()) {
            int code = each.getKey();
            boolean sameRow = next >= 0 && code >> 8 == next >> 8;
            if (sameRow && code - next <= LONGEST_HOLE) {
                to.append(" ".repeat(code - next));
            } else {
                to.append(next < 0 ? "" : "\n").append(String.format("%X ", code));
            }
            to.append(each.getValue().mark() ? "\u25CC" : "")
                    .appendCodePoint(each.getValue().codePoint());
            next = code + 1;
        }
        to.append('\n');
    }
}
