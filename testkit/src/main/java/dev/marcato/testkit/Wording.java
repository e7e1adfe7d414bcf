// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.List;

/** Invents what stands in a subfield: numbers, years, addresses, names and titles, none of them real. */
final class Wording {
    private static final List<String> SOURCES = List.of("fast", "aat", "gtt", "xyzgf", "rvk", "ram");
    private static final String MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030C\u030A\u0327\u0328";
    private static final String LETTERS = "\u0141\u00D8\u0110\u00C6\u0142\u00F8\u0111\u00E6\u0153";

    private final Dice dice;
    private final Script script;
    private final boolean marked;

    /** @param marked whether Latin text gets letters and combining marks outside ASCII */
    Wording(Dice dice, Script script, boolean marked) {
        this.dice = dice;
        this.script = script;
        this.marked = marked;
    }

    /** @param length aimed at, in characters; what has a form of its own keeps to that form */
    String value(String tag, char code, int length) {
        if (code == '2') {
            return dice.pick(SOURCES);
        }
        if (code == 'u' || code == '0') {
            return "https://example.org/" + digits(Math.max(4, length - 20));
        }
        if (code == 'w') {
            return "(XYZ)" + digits(Math.max(4, length - 5));
        }
        if (code == 'd' && tag.endsWith("00")) {
            return dice.between(1700, 1950) + "-" + dice.between(1951, 2020);
        }
        if (Character.isDigit(code) || (tag.startsWith("0") && !tag.equals("040"))) {
            return digits(length);
        }
        return text(length);
    }

    String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String word = script.word(dice);
            text.append(text.isEmpty() || dice.chance(1, 6) ? capital(word) : word);
        }
        int end = Math.max(1, length);
        if (Character.isLowSurrogate(text.charAt(Math.min(end, text.length() - 1)))) {
            end++;
        }
        text.setLength(Math.min(end, text.length()));
        if (text.charAt(text.length() - 1) == ' ') {
            text.setCharAt(text.length() - 1, '.');
        }
        return marked && script == Script.LATIN ? withMarks(text.toString()) : text.toString();
    }

    String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) dice.between('0', '9'));
        }
        return digits.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** At least one mark, so that text meant to hold one does. */
    private String withMarks(String text) {
        StringBuilder marked = new StringBuilder();
        int sure = dice.below(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetter(c);
            marked.append(letter && dice.chance(1, 60) ? dice.pick(LETTERS) : c);
            if (i == sure && !letter) {
                marked.append(dice.pick(LETTERS));
            } else if (i == sure || (letter && dice.chance(1, 15))) {
                marked.append(dice.pick(MARKS));
            }
        }
        return marked.toString();
    }
}
