// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/**
 * The code table of one graphic set: which code stands for which Unicode character, and which characters are combining
 * marks. Codes are those of the left half (G0): 0x21 to 0x7E, or three such bytes, the first in the highest place.
 * Immutable once filled, and safe for threads.
 *
 * <p>Where several codes stand for one character, {@link #code} gives the lowest; never one with a blank or 0x7F in it.
 */
public final class CharacterTable {
    /** Set in what {@link #character} and {@link #code} return if the character is a combining mark. */
    public static final int MARK = 1 << 24;

    /** The bits of a code or of a code point. */
    static final int VALUE = MARK - 1;

    private static final int COLUMNS = 128;
    private static final int CELLS = 96;

    /** A row without characters. */
    static final int[] NOTHING = new int[COLUMNS];

    private final int[][] rows;
    private final int[][] pages = new int[Character.MAX_CODE_POINT + 1 >> 8][];

    CharacterTable(int bytes) {
        rows = new int[bytes == 1 ? 1 : CELLS * CELLS][];
    }

    /** The code point that a code stands for, with {@link #MARK} if it is a combining mark; 0 if there is none. */
    public int character(int code) {
        int[] row = rows[row(code)];
        return row == null ? 0 : row[code & 0x7F];
    }

    /** The lowest code of a character, with {@link #MARK} if it is a combining mark; 0 if the set lacks it. */
    public int code(int codePoint) {
        int[] page = pages[codePoint >> 8];
        return page == null ? 0 : page[codePoint & 0xFF];
    }

    /** The characters of a set of one byte, by code. */
    int[] row() {
        return rows[0] == null ? NOTHING : rows[0];
    }

    /** Codes must come in ascending order. */
    void add(int code, int codePoint, int mark) {
        int row = row(code);
        if (rows[row] == null) {
            rows[row] = new int[COLUMNS];
        }
        rows[row][code & 0x7F] = codePoint | mark;
        if (containsBlank(code)) {
            return;
        }
        int page = codePoint >> 8;
        if (pages[page] == null) {
            pages[page] = new int[256];
        }
        if (pages[page][codePoint & 0xFF] == 0) {
            pages[page][codePoint & 0xFF] = code | mark;
        }
    }

    /** Whether one of three bytes is a blank or 0x7F: other programs take them for what they are everywhere else. */
    private static boolean containsBlank(int code) {
        for (int rest = code; code > 0xFF && rest > 0; rest >>= 8) {
            if ((rest & 0x7F) == 0x20 || (rest & 0x7F) == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static int row(int code) {
        return code < 2 * COLUMNS ? 0 : ((code >> 16) - 0x20) * CELLS + (code >> 8 & 0xFF) - 0x20;
    }
}
