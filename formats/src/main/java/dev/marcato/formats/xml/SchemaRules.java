// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

/** What the schema MARC21slim allows, by its patterns. */
final class SchemaRules {
    private static final boolean[] CODE = new boolean[0x80];

    static {
        String symbols = "!\"#$%&'()*+,-./:;<=>?{}_^`~[]\\";
        for (int value = 0; value < CODE.length; value++) {
            CODE[value] = isDigit(value) || isLower(value) || isUpper(value) || symbols.indexOf(value) >= 0;
        }
    }

    private SchemaRules() {}

    /** {@code [\d ]{5}[\dA-Za-z ]{1}[\dA-Za-z]{1}[\dA-Za-z ]{3}(2| )(2| )[\d ]{5}[\dA-Za-z ]{3}(4500|    )}. */
    static boolean isLeader(byte[] bytes, int at) {
        for (int position = 0; position < 20; position++) {
            byte value = bytes[at + position];
            boolean blank = value == ' ';
            boolean right;
            if (position < 5 || position >= 12 && position < 17) {
                right = blank || isDigit(value);
            } else if (position == 10 || position == 11) {
                right = blank || value == '2';
            } else {
                right = blank && position != 6 || isDigit(value) || isLower(value) || isUpper(value);
            }
            if (!right) {
                return false;
            }
        }
        return Scan.stands(bytes, at + 20, at + 24, "4500") || Scan.stands(bytes, at + 20, at + 24, "    ");
    }

    /** {@code 00[1-9A-Za-z]{1}}. */
    static boolean isControlTag(int tag) {
        int last = tag & 0xFF;
        return tag >> 8 == ('0' << 8 | '0') && (last >= '1' && last <= '9' || isLower(last) || isUpper(last));
    }

    /** {@code (0([1-9A-Z][0-9A-Z])|0([1-9a-z][0-9a-z]))|(([1-9A-Z][0-9A-Z]{2})|([1-9a-z][0-9a-z]{2}))}. */
    static boolean isDataTag(int tag) {
        int first = tag >> 16 & 0xFF;
        int second = tag >> 8 & 0xFF;
        int third = tag & 0xFF;
        boolean upper = isUpper(first) || isUpper(second) || isUpper(third);
        boolean lower = isLower(first) || isLower(second) || isLower(third);
        return isLetterOrDigit(first)
                && isLetterOrDigit(second)
                && isLetterOrDigit(third)
                && !(upper && lower)
                && !(first == '0' && second == '0');
    }

    /** {@code [\da-z ]{1}}. */
    static boolean isIndicator(byte value) {
        return value == ' ' || isDigit(value) || isLower(value);
    }

    /** {@code [\dA-Za-z!"#$%&'()*+,-./:;<=>?{}_^`~\[\]\\]{1}}. */
    static boolean isCode(byte value) {
        return value >= 0 && CODE[value];
    }

    private static boolean isLetterOrDigit(int value) {
        return isDigit(value) || isLower(value) || isUpper(value);
    }

    private static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }

    private static boolean isLower(int value) {
        return value >= 'a' && value <= 'z';
    }

    private static boolean isUpper(int value) {
        return value >= 'A' && value <= 'Z';
    }
}
