// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

/** Names of elements and attributes, as far as it must be known where one ends. */
final class Names {
    private static final boolean[] PART = new boolean[256];
    private static final boolean[] START = new boolean[256];

    static {
        for (int value = 0; value < 256; value++) {
            boolean letter = value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
            PART[value] = letter
                    || value >= 0x80
                    || value >= '0' && value <= '9'
                    || value == '-'
                    || value == '_'
                    || value == '.'
                    || value == ':';
            START[value] = letter || value >= 0x80 || value == '_' || value == ':';
        }
    }

    private Names() {}

    /** Whether a byte can stand in a name. */
    static boolean isPart(byte value) {
        return PART[value & 0xFF];
    }

    /** Whether a name can begin with a byte. */
    static boolean isStart(byte value) {
        return START[value & 0xFF];
    }

    /** Behind the last byte of the name that stands here. */
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && PART[bytes[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    /** Where a name's local part begins: behind its last colon. */
    static int local(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && bytes[at - 1] != ':') {
            at--;
        }
        return at;
    }
}
