// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import java.util.Map;

/**
 * A set of graphic characters that an escape sequence can put into G0 (bytes 0x21 to 0x7E) or G1 (0xA1 to 0xFE), as ISO
 * 2022 has it. Its code table is read when it is first asked for.
 *
 * <p>Sources: Library of Congress, MARC 21 specifications, "Character sets and encoding options", parts 2 and 5 (code
 * tables), for the sets of MARC-8; the registrations of ISO 2375 named below and the UNIMARC manual for the others.
 */
public enum GraphicSet {
    /** Basic Latin, ISO-IR 6. */
    ASCII("B"),
    /** Extended Latin of MARC 21, ANSI Z39.47. */
    ANSEL("!E"),
    /** Three Greek letters in Latin text. */
    GREEK_SYMBOLS("g"),
    /** Digits and signs below the line. */
    SUBSCRIPTS("b"),
    /** Digits and signs above the line. */
    SUPERSCRIPTS("p"),
    /** Basic Hebrew. */
    BASIC_HEBREW("2"),
    /** Basic Cyrillic, ISO-IR 37; of UNIMARC too. */
    BASIC_CYRILLIC("N"),
    /** Extended Cyrillic, ISO 5427 (ISO-IR 54); of UNIMARC too. */
    EXTENDED_CYRILLIC("Q"),
    /** Basic Arabic, ISO 9036. */
    BASIC_ARABIC("3"),
    /** Extended Arabic, ISO 11822. */
    EXTENDED_ARABIC("4"),
    /** Basic Greek, ISO 5428 (ISO-IR 55); of UNIMARC too. */
    BASIC_GREEK("S"),
    /** Chinese, Japanese and Korean, ANSI Z39.64: three bytes a character. */
    EACC("1"),
    /** ISO 646 IRV, ISO-IR 2, in the reading of UNIMARC: as ASCII. */
    ISO_646("@"),
    /** Extended Latin of UNIMARC, ISO 5426 (ISO-IR 53). */
    ISO_5426("P"),
    /** African languages in Latin script, ISO 6438 (ISO-IR 39). */
    ISO_6438("M");

    private final String designation;

    GraphicSet(String designation) {
        this.designation = designation;
    }

    /** Bytes of a character. */
    public int bytes() {
        return this == EACC ? 3 : 1;
    }

    /** Whether its characters are those of ASCII, in their places. */
    public boolean isAscii() {
        return this == ASCII || this == ISO_646;
    }

    /** Which character has which code. */
    public CharacterTable table() {
        return this == EACC ? ThreeBytes.TABLE : SingleByte.table(this);
    }

    /** Whether a byte of one of the halves stands for something, or may be part of what does. */
    public boolean hasCode(int value) {
        return bytes() > 1 ? value != 0xA0 && value != 0xFF : table().character(value & 0x7F) != 0;
    }

    /** Whether the set has a character. No East Asian one lies below U+2E00: for those its large table is not read. */
    boolean has(int codePoint) {
        return (this != EACC || codePoint >= 0x2E00) && table().code(codePoint) != 0;
    }

    /** Whether an escape sequence of two bytes puts it into G0: technique 1 of part 2 of the specification. */
    boolean isShort() {
        return this == GREEK_SYMBOLS || this == SUBSCRIPTS || this == SUPERSCRIPTS;
    }

    /** The end of its escape sequence: intermediate character and final character. */
    String designation() {
        return designation;
    }

    /** Read with the first character that asks for it. */
    private static final class SingleByte {
        private static final Map<GraphicSet, CharacterTable> TABLES = TableFile.read("single-byte.table");

        static CharacterTable table(GraphicSet set) {
            CharacterTable table = TABLES.get(set == ISO_646 ? ASCII : set);
            if (table == null) {
                throw new IllegalStateException("no code table for " + set);
            }
            return table;
        }
    }

    /** Larger than all the others together, and not needed for most records. */
    private static final class ThreeBytes {
        private static final CharacterTable TABLE = table();

        private static CharacterTable table() {
            CharacterTable table = TableFile.read("eacc.table").get(EACC);
            if (table == null) {
                throw new IllegalStateException("no code table for " + EACC);
            }
            return table;
        }
    }
}
