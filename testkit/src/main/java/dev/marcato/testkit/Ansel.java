// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.ByteArrayOutputStream;

/**
 * The part of ANSEL (ANSI/NISO Z39.47, by the Library of Congress code tables) that generated text uses. In ANSEL a
 * combining mark stands before its letter.
 */
final class Ansel {
    private static final String LETTERS = "\u0141\u00D8\u0110\u00DE\u00C6\u0152\u0142\u00F8\u0111\u00FE\u00E6\u0153";
    private static final String LETTER_BYTES =
            "\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00B1\u00B2\u00B3\u00B4\u00B5\u00B6";
    private static final String MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030C\u030A\u0327\u0328";
    private static final String MARK_BYTES = "\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00F0\u00F1";

    private Ansel() {}

    static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    /** @param text decomposed, made of ASCII and of the letters and marks known here */
    static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int next = i + 1;
            while (next < text.length() && isMark(text.charAt(next))) {
                out.write(MARK_BYTES.charAt(MARKS.indexOf(text.charAt(next))));
                next++;
            }
            out.write(letter(text.charAt(i)));
            i = next - 1;
        }
        return out.toByteArray();
    }

    private static int letter(char c) {
        int known = LETTERS.indexOf(c);
        if (known < 0 && c >= 0x80) {
            throw new IllegalArgumentException("not in this part of ANSEL: U+%04X".formatted((int) c));
        }
        return known < 0 ? c : LETTER_BYTES.charAt(known);
    }
}
