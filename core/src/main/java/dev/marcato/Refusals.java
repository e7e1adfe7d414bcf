// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.SafeText;
import dev.marcato.io.Compression;

/** What a record cannot hold, and what cannot be asked for; messages about records name tag, code and value. */
final class Refusals {
    private static final int QUOTED = 80;

    private Refusals() {}

    /** A number of threads, given back if it is one. */
    static int threads(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, is " + most);
        }
        return most;
    }

    /** A compression, given back if nothing is missing that is needed for it. */
    static Compression unlessMissing(Compression compression) {
        compression.missing().ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return compression;
    }

    /** A value in a form and length that a message can carry. */
    static String quote(String value) {
        return SafeText.of(value, QUOTED);
    }

    /** Refuses a tag that is not three characters of printable ASCII. */
    static void tag(String tag) {
        boolean right = tag.length() == 3;
        for (int i = 0; right && i < 3; i++) {
            right = isPrintable(tag.charAt(i));
        }
        if (!right) {
            throw new IllegalArgumentException(
                    "\"" + quote(tag) + "\" is no tag: a tag is three characters of printable ASCII");
        }
    }

    static void indicator(String tag, int number, char indicator) {
        if (!isPrintable(indicator)) {
            throw new IllegalArgumentException(tag + " indicator " + number + " cannot be \""
                    + quote(String.valueOf(indicator)) + "\": an indicator is one byte of printable ASCII");
        }
    }

    static IllegalArgumentException indicatorCount(String tag, int number, char indicator, int count) {
        return new IllegalArgumentException(quote(tag) + " indicator " + number + " \"" + indicator
                + "\": the fields of this record have " + count + " indicators");
    }

    static void code(String tag, char code, String value) {
        if (!isPrintable(code)) {
            throw new IllegalArgumentException(
                    place(tag, code) + " \"" + quote(value) + "\": a subfield code is one byte of printable ASCII");
        }
    }

    /** Refuses separators in a value: written, they would end the subfield, the field or the record. */
    static void value(String tag, String code, String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character >= 0x1D && character <= 0x1F) {
                String name = character == 0x1D
                        ? "record terminator"
                        : character == 0x1E ? "field terminator" : "subfield delimiter";
                throw new IllegalArgumentException(place(tag, code) + " cannot hold the " + name + " 0x"
                        + Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT) + " at position " + i
                        + " of \"" + quote(value) + "\"");
            }
        }
    }

    /** The exception for text that an encoding cannot hold. */
    static IllegalArgumentException text(String tag, String code, String value, String reason) {
        return new IllegalArgumentException(place(tag, code) + " \"" + quote(value) + "\": " + reason);
    }

    static String place(String tag, char code) {
        return place(tag, String.valueOf(code));
    }

    /** {@code 245 $a}, or the tag alone where there is no code. */
    private static String place(String tag, String code) {
        String safeTag = quote(tag);
        return code.isEmpty() ? safeTag : safeTag + (safeTag.isEmpty() ? "$" : " $") + quote(code);
    }

    private static boolean isPrintable(char character) {
        return character >= 0x20 && character <= 0x7E;
    }
}
