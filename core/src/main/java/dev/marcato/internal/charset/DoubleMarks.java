// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/**
 * Marks over two letters. In the sets each letter has its half; in Unicode there is one mark, between the letters. A half
 * that finds no other is the half mark of Unicode.
 */
final class DoubleMarks {
    static final int LIGATURE = 0x361;
    static final int TILDE = 0x360;

    private static final int LIGATURE_LEFT = 0xFE20;
    private static final int LIGATURE_RIGHT = 0xFE21;
    private static final int TILDE_LEFT = 0xFE22;
    private static final int TILDE_RIGHT = 0xFE23;

    private DoubleMarks() {}

    static boolean isDouble(int codePoint) {
        return codePoint == LIGATURE || codePoint == TILDE;
    }

    static boolean isLeft(int codePoint) {
        return codePoint == LIGATURE_LEFT || codePoint == TILDE_LEFT;
    }

    static boolean isRight(int codePoint) {
        return codePoint == LIGATURE_RIGHT || codePoint == TILDE_RIGHT;
    }

    /** The left half of a mark in a set: that of ISO 5426 serves for both. */
    static int left(int codePoint, CharacterTable table) {
        return codePoint == TILDE && table.code(TILDE_LEFT) != 0 ? TILDE_LEFT : LIGATURE_LEFT;
    }

    static int right(int codePoint) {
        return codePoint == TILDE ? TILDE_RIGHT : LIGATURE_RIGHT;
    }

    /** The mark that two halves make in a set, 0 if they do not belong together. */
    static int whole(int left, int right, CharacterTable table) {
        int mark = right == TILDE_RIGHT ? TILDE : LIGATURE;
        return left(mark, table) == left ? mark : 0;
    }
}
