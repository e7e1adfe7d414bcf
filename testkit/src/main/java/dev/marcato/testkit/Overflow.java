// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** How software writes a number that has more digits than there are places for. */
enum Overflow {
    /** The last digits alone. */
    MODULO,
    /** All nines. */
    NINES,
    /** All zeros, as ruby-marc does. */
    ZEROS,
    /** All digits, so that what follows shifts, as formatting with a minimal width does. */
    WIDE;

    String digits(int value, int places) {
        String text = String.valueOf(value);
        if (text.length() <= places) {
            return "0".repeat(places - text.length()) + text;
        }
        return switch (this) {
            case MODULO -> text.substring(text.length() - places);
            case NINES -> "9".repeat(places);
            case ZEROS -> "0".repeat(places);
            case WIDE -> text;
        };
    }
}
