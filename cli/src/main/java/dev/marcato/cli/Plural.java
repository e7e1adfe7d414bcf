// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

/** Numbers as people read them, the same in every locale. */
public final class Plural {
    private Plural() {}

    /** {@code 1 record}, {@code 2 records}, {@code 1,048,576 bytes}. */
    public static String of(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 1,048,576}. */
    public static String grouped(long number) {
        String digits = Long.toString(number);
        StringBuilder text = new StringBuilder(digits.length() + 6);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0 && digits.charAt(i - 1) != '-') {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
