// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** Invents control fields and the coded field 100 of UNIMARC: dates, fill characters, codes at their places. */
final class FixedFields {
    private static final String CODES = "a|n 0 m1 ";

    private final Dice dice;

    FixedFields(Dice dice) {
        this.dice = dice;
    }

    String value(String tag, int length, String controlNumber) {
        return switch (tag) {
            case "001" -> controlNumber;
            case "003" -> "XyZ";
            case "004" -> "b" + controlNumber.substring(1);
            case "005" -> date(4) + two(0, 23) + two(0, 59) + two(0, 59) + "." + dice.below(10);
            case "008" -> length == 40 ? general() : date(2) + codes(length - 6);
            default -> codes(length);
        };
    }

    /** Field 100 $a of UNIMARC, 36 characters; the character set stands at 26-29. */
    String unimarcGeneral(TextCoding coding) {
        String characterSet = coding == TextCoding.UTF8 ? "50  " : "01  ";
        return date(4) + "d" + year() + "    " + "k  " + "y" + "0" + "fre" + "y" + characterSet + "    " + "ba";
    }

    private String general() {
        return date(2) + "s" + year() + "    " + "xx " + codes(17) + "eng" + " d";
    }

    private String date(int yearDigits) {
        return year().substring(4 - yearDigits) + two(1, 12) + two(1, 28);
    }

    private String year() {
        return String.valueOf(dice.between(1969, 2025));
    }

    private String two(int min, int max) {
        int number = dice.between(min, max);
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private String codes(int length) {
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < length; i++) {
            codes.append(dice.pick(CODES));
        }
        return codes.toString();
    }
}
