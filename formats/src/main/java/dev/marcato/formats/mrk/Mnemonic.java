// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

/**
 * What a name in braces stands for.
 *
 * @param length bytes of the name with its braces
 * @param characters the Unicode characters in UTF-8; none where it stands for no character
 * @param firstLength bytes of the first one of these characters
 * @param marc8 the bytes that MARCMaker makes of it
 * @param role what it does to its neighbours
 */
record Mnemonic(int length, byte[] characters, int firstLength, byte[] marc8, Role role) {
    /** What a mnemonic does to its neighbours. */
    enum Role {
        /** A character, or several. */
        CHARACTER,
        /** A mark that stands before its base here, and behind it in Unicode. */
        MARK,
        /** A mark over two characters; its other half is named before the second one. */
        DOUBLE_MARK,
        /** The other half of a mark over two characters. */
        OTHER_HALF,
        /** The escape by which MARC-8 changes sets. */
        ESCAPE,
        /** A delimiter of ISO 2709, which no text can hold. */
        DELIMITER,
        /** Nothing in Unicode. */
        NONE
    }
}
