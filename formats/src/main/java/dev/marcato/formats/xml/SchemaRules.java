// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import java.util.Arrays;

/** What the schema MARC21slim allows, by its patterns. */
final class SchemaRules {
    /** What a byte is: a digit, a letter of either case, a blank, one of the symbols that are codes; nothing else. */
    private static final byte[] KINDS = new byte[256];

    private static final int DIGIT = 1;
    private static final int UPPER = 1 << 1;
    private static final int LOWER = 1 << 2;
    private static final int BLANK = 1 << 3;
    private static final int SYMBOL = 1 << 4;
    private static final int LETTER = UPPER | LOWER;

    static {
        Arrays.fill(KINDS, '0', '9' + 1, (byte) DIGIT);
        Arrays.fill(KINDS, 'A', 'Z' + 1, (byte) UPPER);
        Arrays.fill(KINDS, 'a', 'z' + 1, (byte) LOWER);
        KINDS[' '] = BLANK;
        for (char symbol : "!\"#$%&'()*+,-./:;<=>?{}_^`~[]\\".toCharArray()) {
            KINDS[symbol] = SYMBOL;
        }
    }

    private SchemaRules() {}

    /** {@code [\d ]{5}[\dA-Za-z ]{1}[\dA-Za-z]{1}[\dA-Za-z ]{3}(2| )(2| )[\d ]{5}[\dA-Za-z ]{3}(4500|    )}. */
    static boolean isLeader(byte[] bytes, int at) {
        for (int position = 0; position < 20; position++) {
            byte value = bytes[at + position];
            boolean right;
            if (position < 5 || position >= 12 && position < 17) {
                right = is(value, DIGIT | BLANK);
            } else if (position == 10 || position == 11) {
                right = value == ' ' || value == '2';
            } else {
                right = is(value, position == 6 ? DIGIT | LETTER : DIGIT | LETTER | BLANK);
            }
            if (!right) {
                return false;
            }
        }
        return Scan.stands(bytes, at + 20, at + 24, "4500") || Scan.stands(bytes, at + 20, at + 24, "    ");
    }

    private static boolean is(int value, int kinds) {
        return (KINDS[value & 0xFF] & kinds) != 0;
    }

    /** {@code 00[1-9A-Za-z]{1}}. */
    static boolean isControlTag(int tag) {
        return tag >> 8 == ('0' << 8 | '0') && tag != ('0' << 16 | '0' << 8 | '0') && is(tag, DIGIT | LETTER);
    }

    /** {@code (0([1-9A-Z][0-9A-Z])|0([1-9a-z][0-9a-z]))|(([1-9A-Z][0-9A-Z]{2})|([1-9a-z][0-9a-z]{2}))}. */
    static boolean isDataTag(int tag) {
        int first = KINDS[tag >> 16 & 0xFF];
        int second = KINDS[tag >> 8 & 0xFF];
        int third = KINDS[tag & 0xFF];
        int all = first | second | third;
        return (all & ~(DIGIT | LETTER)) == 0
                && (all & LETTER) != LETTER
                && first != 0
                && second != 0
                && third != 0
                && tag >> 8 != ('0' << 8 | '0');
    }

    /** {@code [\da-z ]{1}}. */
    static boolean isIndicator(byte value) {
        return is(value, DIGIT | LOWER | BLANK);
    }

    /** {@code [\dA-Za-z!"#$%&'()*+,-./:;<=>?{}_^`~\[\]\\]{1}}. */
    static boolean isCode(byte value) {
        return is(value, DIGIT | LETTER | SYMBOL);
    }
}
