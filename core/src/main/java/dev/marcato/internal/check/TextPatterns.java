// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.CHARACTER_REFERENCE;
import static dev.marcato.diagnostic.DiagnosticCode.DELIMITER_AS_TEXT;

import dev.marcato.internal.SafeText;

/** Signs in the text that stand for characters: numeric references, and delimiters in disguise. */
final class TextPatterns {
    private static final int MOST_DIGITS = 7;

    private final Findings findings;
    private int delimiters;
    private int delimiterAt;
    private String delimiter = "";
    private int references;
    private int referenceAt;
    private String reference = "";

    TextPatterns(Findings findings) {
        this.findings = findings;
    }

    /** One of U+241D to U+241F. */
    void symbol(int at, int character) {
        delimiter(at, String.format("symbol U+%04X", character));
    }

    /** A number sign: perhaps of {@code &#x4E00;} or {@code #29;}. */
    void hash(byte[] data, int start, int at, int end) {
        boolean ampersand = at > start && data[at - 1] == '&';
        boolean hex = at + 1 < end && (data[at + 1] == 'x' || data[at + 1] == 'X');
        int digits = at + (hex ? 2 : 1);
        int to = digits;
        int value = 0;
        int radix = hex ? 16 : 10;
        while (to < end && to - digits < MOST_DIGITS && Character.digit(data[to], radix) >= 0) {
            value = value * radix + Character.digit(data[to++], radix);
        }
        if (to == digits || to == end || data[to] != ';') {
            return;
        }
        boolean separator = value >= 0x1D && value <= 0x1F;
        // "Bulletin #30; ISSN ..." is honest text; a delimiter has its code or indicators behind it.
        boolean blankFollows = to + 1 < end && data[to + 1] == ' ';
        if (separator && (ampersand || !hex && !blankFollows)) {
            int from = ampersand ? at - 1 : at;
            delimiter(from, SafeText.ofBytes(data, from, to + 1, MOST_DIGITS + 4));
        } else if (ampersand) {
            if (references++ == 0) {
                referenceAt = at - 1;
                reference = SafeText.ofBytes(data, at - 1, to + 1, MOST_DIGITS + 4);
            }
        }
    }

    private void delimiter(int at, String text) {
        if (delimiters++ == 0) {
            delimiterAt = at;
            delimiter = text;
        }
    }

    /**
     * At the end of a field.
     *
     * @param unicode whether the text could hold any character, so that a reference is not the way to write one
     */
    void flush(InspectedRecord record, int field, boolean unicode) {
        if (delimiters > 0) {
            String found = delimiter + " stands for a delimiter" + more(delimiters);
            findings.add(record, DELIMITER_AS_TEXT, field, delimiterAt, found, "");
        }
        if (references > 0 && unicode) {
            String found = reference + " stands for a character" + more(references);
            findings.add(record, CHARACTER_REFERENCE, field, referenceAt, found, "UTF-8 can hold the character itself");
        }
        delimiters = 0;
        references = 0;
    }

    private static String more(int count) {
        return count == 1 ? "" : ", and " + (count - 1) + " more in this field";
    }
}
