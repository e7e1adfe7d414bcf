// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import java.text.Normalizer;

/**
 * Canonical decomposition, one mark at a time: é is e and an acute, ớ is ơ and an acute. The JDK has only the whole way, in
 * which the horn of ơ would be lost on sets that have it as one letter.
 */
final class Decomposition {
    /** What {@link #of} returns for a character that is not composed. */
    static final int NONE = -1;

    private static final int KNOWN = 0x2000;

    /** What was found out for the letters of Europe, and 0 for what was not yet; a race finds out the same again. */
    private static final int[] CACHE = new int[KNOWN];

    private Decomposition() {}

    /** What a character is made of: the letter, and in the upper half the mark, 0 if it is only another name. */
    static int of(int codePoint) {
        if (codePoint >= KNOWN) {
            return find(codePoint);
        }
        int known = CACHE[codePoint];
        if (known == 0) {
            known = find(codePoint);
            CACHE[codePoint] = known;
        }
        return known;
    }

    private static int find(int codePoint) {
        String composed = Character.toString(codePoint);
        String parts = Normalizer.normalize(composed, Normalizer.Form.NFD);
        if (parts.equals(composed) || parts.codePoints().anyMatch(part -> part > 0xFFFF)) {
            return NONE;
        }
        int mark = parts.length() == 1 ? 0 : parts.charAt(parts.length() - 1);
        String rest = mark == 0 ? parts : parts.substring(0, parts.length() - 1);
        String letter = Normalizer.normalize(rest, Normalizer.Form.NFC);
        return letter.length() != 1 ? NONE : letter.charAt(0) | mark << 16;
    }

    /** Whether a character, which no set has as a mark, may be part of the one before it. */
    static boolean mayCompose(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            // Vowels and finals of Hangul.
            default -> codePoint >= 0x1160 && codePoint < 0x1200;
        };
    }
}
