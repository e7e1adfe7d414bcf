// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/**
 * How much speaks for MARC-8, of bytes of a field that are no UTF-8. Where no escape sequence tells, it is the marks: each
 * stands before a letter that carries it in some language, which Latin-1 keeps up for a word or two at most.
 */
public final class Marc8Evidence {
    /** What {@link #weigh} says of bytes that cannot be MARC-8, or are no language. */
    public static final int NONE = 0;

    /** What it says of an escape sequence: more than chance would bring about. */
    public static final int ESCAPED = 100;

    private static final int FIRST_MARK = 0xE0;
    private static final int FIRST_LETTER = 0xA1;

    /** The letters that carry each mark, from 0xE0 on, in small letters; a mark that is rare has none. */
    private static final String[] CARRIERS = {
        "aeiouy",
        "aeiouywn",
        "aeioucnrsylzgkmpw",
        "aeioucghjswyz",
        "aeiounvy",
        "aeiouyg",
        "aegiou",
        "cegilmnrstzabdhp",
        "aeiouywhtx",
        "cdeglnrstzaijkouh",
        "auwy",
        null,
        null,
        "",
        "uo",
        "",
        "cstgklnrd",
        "aeiou",
        "abdeghiklmnorstuvwyz",
        "auotsd",
        "au",
        "",
        "bdklnrtz",
        "",
        "",
        "uhea",
        null,
        null,
    };

    private Marc8Evidence() {}

    /**
     * Counts letters with marks that such letters carry, and letters of MARC-8 among letters; or {@link #ESCAPED}.
     *
     * @param data bytes of a field that are decodable as MARC-8
     */
    public static int weigh(byte[] data, int from, int to) {
        int marks = 0;
        for (int at = from; at < to; at++) {
            int value = data[at] & 0xFF;
            if (value == Ascii.ESCAPE) {
                return SetFamily.MARC_8.escape(data, at, to) == 0 ? NONE : ESCAPED;
            }
            if (value >= FIRST_MARK) {
                int base = at + 1;
                while (base < to && (data[base] & 0xFF) >= FIRST_MARK) {
                    base++;
                }
                int letter = base < to ? data[base] & 0xFF : 0;
                if (!carries(value, letter)) {
                    return NONE;
                }
                marks++;
                at = base - 1;
            } else if (value >= FIRST_LETTER && isLetter(before(data, at, from)) && isLetter(behind(data, at, to))) {
                marks++;
            }
        }
        return marks;
    }

    private static boolean carries(int mark, int letter) {
        int place = mark - FIRST_MARK;
        String carriers = place < CARRIERS.length ? CARRIERS[place] : "";
        if (carriers == null) {
            return isLetter(letter);
        }
        return letter < 0x80 ? carriers.indexOf(letter | 0x20) >= 0 : isMarkedLetter(letter);
    }

    /** O with stroke, AE, O and U with hook, and their small letters. */
    private static boolean isMarkedLetter(int value) {
        return switch (value) {
            case 0xA2, 0xA5, 0xAC, 0xAD, 0xB2, 0xB5, 0xBC, 0xBD -> true;
            default -> false;
        };
    }

    private static int before(byte[] data, int at, int from) {
        return at > from ? data[at - 1] & 0xFF : 0;
    }

    private static int behind(byte[] data, int at, int to) {
        return at + 1 < to ? data[at + 1] & 0xFF : 0;
    }

    private static boolean isLetter(int value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
    }
}
