// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

/** The form of UTF-8 (RFC 3629), of characters that are not ASCII. */
final class Utf8 {
    private Utf8() {}

    /** Length of the character that begins here, 0 if these bytes are none. */
    static int length(byte[] bytes, int at, int to) {
        int wanted = wanted(bytes[at] & 0xFF);
        return wanted > 0 && there(bytes, at, to, wanted) == wanted ? wanted : 0;
    }

    /** How many bytes are there of a character that breaks off, 0 if none begins here. */
    static int partial(byte[] bytes, int at, int to) {
        int wanted = wanted(bytes[at] & 0xFF);
        return wanted > 0 ? there(bytes, at, to, wanted) : 0;
    }

    /** Whether it is U+FFFE or U+FFFF, which XML forbids. */
    static boolean isForbidden(byte[] bytes, int at, int length) {
        return length == 3
                && bytes[at] == (byte) 0xEF
                && bytes[at + 1] == (byte) 0xBF
                && (bytes[at + 2] & 0xFF) >= 0xBE;
    }

    private static int wanted(int lead) {
        return lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    }

    private static int there(byte[] bytes, int at, int to, int wanted) {
        int limit = Math.min(to, at + wanted);
        int next = at + 1;
        if (next < limit && isSecond(bytes[at] & 0xFF, bytes[next] & 0xFF)) {
            next++;
            while (next < limit && (bytes[next] & 0xC0) == 0x80) {
                next++;
            }
        }
        return next - at;
    }

    /** The second byte is limited further: no overlong forms, no surrogates, nothing above U+10FFFF. */
    private static boolean isSecond(int lead, int value) {
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return value >= lowest && value <= highest;
    }
}
