// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.internal.SafeText;

/** Bytes of a record in a message. */
final class Quote {
    private static final int SHOWN = 12;

    private Quote() {}

    /** {@code byte 0xE9}, or {@code 2 bytes 0xE9 0x20}. */
    static String bytes(byte[] data, int from, int to) {
        StringBuilder text = new StringBuilder(to - from == 1 ? "byte" : to - from + " bytes");
        for (int at = from; at < to && at < from + SHOWN; at++) {
            text.append(' ').append(SafeText.ofByte(data[at] & 0xFF));
        }
        return to - from > SHOWN ? text + " ..." : text.toString();
    }

    /**
     * The bytes with a little of the text on both sides.
     *
     * @param start where the field begins
     * @param end where it ends
     */
    static String around(byte[] data, int start, int from, int to, int end) {
        int left = Math.max(start, from - SHOWN);
        int right = Math.min(end, to + SHOWN);
        return "in \"" + SafeText.ofBytes(data, left, right, 3 * SHOWN) + "\"";
    }
}
