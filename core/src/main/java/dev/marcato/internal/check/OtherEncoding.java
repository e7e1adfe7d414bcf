// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.Flavor;
import dev.marcato.internal.charset.GraphicSet;

/**
 * Weighs what the bytes may be that are not of the encoding which a record says: each encoding is possible in which every one of
 * them makes sense where it stands.
 */
final class OtherEncoding {
    /** With fewer bytes than these, a letter of Latin-1 or a mark of ISO 5426 may as well be damage. */
    private static final int NEEDED = 3;

    /** Of a surrogate pair in CESU-8. */
    private static final int PAIR = 6;

    /** Where Windows-1252 has no character. */
    private static final String NOT_WINDOWS = "\u0081\u008D\u008F\u0090\u009D";

    private int bytes;
    private int marc8;
    private int iso5426;
    private int latin1;
    /** Quotation marks, dashes and the like of Windows-1252, where Latin-1 has control characters. */
    private int windows;

    private int cesu8;

    /** Bytes that make no sense from a position to another, in a field that ends at {@code end}. */
    void add(byte[] data, int from, int to, int end) {
        for (int at = from; at < to; at++) {
            int value = data[at] & 0xFF;
            int next = at + 1 < end ? data[at + 1] & 0xFF : 0;
            boolean letterNext = isLetter(next);
            bytes++;
            // A diacritic stands before its letter: from 0xE0 on in ANSEL, from 0xC0 to 0xDF in ISO 5426.
            boolean ansel = value >= 0xA0 && GraphicSet.ANSEL.hasCode(value);
            marc8 += ansel && (value < 0xE0 || letterNext || next >= 0xE0) ? 1 : 0;
            boolean iso = value >= 0xA0 && GraphicSet.ISO_5426.hasCode(value);
            iso5426 += iso && (value < 0xC0 || value > 0xDF || letterNext || next >= 0xC0 && next <= 0xDF) ? 1 : 0;
            latin1 += value >= 0xC0 && value != 0xD7 && value != 0xF7 ? 1 : 0;
            windows += value >= 0x80 && value < 0xA0 && NOT_WINDOWS.indexOf(value) < 0 ? 1 : 0;
            cesu8 += isPair(data, at, to) ? PAIR : 0;
        }
    }

    /** Two surrogates of UTF-16, of three bytes each as if they were characters of UTF-8. */
    private static boolean isPair(byte[] data, int at, int to) {
        return to - at >= PAIR && isSurrogate(data, at, 0xA0) && isSurrogate(data, at + PAIR / 2, 0xB0);
    }

    private static boolean isSurrogate(byte[] data, int at, int half) {
        return data[at] == (byte) 0xED && (data[at + 1] & 0xF0) == half && data[at + 2] < (byte) 0xC0;
    }

    /** What the text looks like, "" if the evidence is not enough. */
    String looksLike(Flavor flavor) {
        if (bytes == 0) {
            return "";
        }
        if (isCesu8()) {
            return "CESU-8";
        }
        if (flavor == Flavor.MARC21 && marc8 == bytes) {
            return "MARC-8";
        }
        if (bytes < NEEDED) {
            return "";
        }
        if (flavor == Flavor.UNIMARC && iso5426 == bytes) {
            return "ISO 5426";
        }
        if (latin1 == bytes) {
            return "Latin-1";
        }
        if (latin1 + windows == bytes) {
            return "Windows-1252";
        }
        return flavor == Flavor.UNIMARC ? "another encoding" : "";
    }

    /** Whether all are CESU-8, which no other text looks like. */
    boolean isCesu8() {
        return bytes > 0 && cesu8 == bytes;
    }

    void clear() {
        bytes = 0;
        marc8 = 0;
        iso5426 = 0;
        latin1 = 0;
        windows = 0;
        cesu8 = 0;
    }

    private static boolean isLetter(int value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
    }
}
