// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.aleph;

import org.jspecify.annotations.Nullable;

/** The number that each line of Aleph sequential begins with, and that all lines of a record have in common. Stateless. */
final class SystemNumber {
    /** A longer one is none. */
    static final int LONGEST = 40;

    private SystemNumber() {}

    /** How many digits a line begins with, if a blank is behind them; else 0. */
    static int length(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && end - at <= LONGEST && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        return end < to && end - at <= LONGEST && bytes[end] == ' ' ? end - at : 0;
    }

    /** Whether a line begins with this number. */
    static boolean is(byte @Nullable [] number, int length, byte[] bytes, int at) {
        if (number == null || number.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (number[i] != bytes[at + i]) {
                return false;
            }
        }
        return true;
    }
}
