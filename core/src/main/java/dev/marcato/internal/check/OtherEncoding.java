// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.Flavor;

/** Weighs what the bytes may be that are no UTF-8: MARC-8 or Latin-1. */
final class OtherEncoding {
    private static final int NEEDED = 3;

    private int bytes;
    private int marc8;
    private int latin1;

    /** Undecodable bytes from a position to another, in a field that ends at {@code end}. */
    void add(byte[] data, int from, int to, int end) {
        for (int at = from; at < to; at++) {
            int value = data[at] & 0xFF;
            int next = at + 1 < end ? data[at + 1] & 0xFF : 0;
            bytes++;
            // ANSEL: a diacritic stands before its letter; letters of its own lie between 0xA1 and 0xC8.
            boolean diacritic = value >= 0xE0 && value <= 0xFE;
            boolean base = isLetter(next) || next >= 0xE0 && next <= 0xFE;
            marc8 += diacritic ? base ? 1 : 0 : value >= 0xA1 && value <= 0xC8 ? 1 : 0;
            latin1 += value >= 0xC0 && value != 0xD7 && value != 0xF7 ? 1 : 0;
        }
    }

    /** What the text looks like, "" if the evidence is not enough. */
    String looksLike(Flavor flavor) {
        return switch (flavor) {
            case MARC21 ->
                bytes == 0 ? "" : marc8 == bytes ? "MARC-8" : latin1 == bytes && bytes >= NEEDED ? "Latin-1" : "";
            case UNIMARC -> bytes >= NEEDED ? "another encoding" : "";
        };
    }

    void clear() {
        bytes = 0;
        marc8 = 0;
        latin1 = 0;
    }

    private static boolean isLetter(int value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
    }
}
