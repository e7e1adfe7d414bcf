// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.CONTROL_CHARACTER;

/** Gathers the control characters of a field into one finding: where there is one, there often are fifty. */
final class ControlCharacters {
    private final Findings findings;
    private int count;
    private int first;
    private String name = "";

    ControlCharacters(Findings findings) {
        this.findings = findings;
    }

    /** Whether a byte below 0x80 is a control character with no business in text; ESC is for the caller to judge. */
    static boolean is(int value) {
        return value < 0x20 && (value < 0x1D || value > 0x1F) || value == 0x7F;
    }

    /** Notes a character, unless it stands for a subfield code, which is looked at as such. */
    void add(byte[] data, int position, int character) {
        if (data[position - 1] != FieldCheck.DELIMITER && count++ == 0) {
            first = position;
            name = name(character);
        }
    }

    /** At the end of a field. */
    void flush(InspectedRecord record, int field) {
        if (count > 0) {
            String more = count > 1 ? ", and " + (count - 1) + " more in this field" : "";
            findings.add(
                    record, CONTROL_CHARACTER, field, first, "control character " + name + " in the text" + more, "");
            count = 0;
        }
    }

    private static String name(int character) {
        String code = character < 0x80 ? String.format("0x%02X", character) : String.format("U+%04X", character);
        return switch (character) {
            case 0x00 -> code + " (NUL)";
            case 0x09 -> code + " (tab)";
            case 0x0A -> code + " (line feed)";
            case 0x0D -> code + " (carriage return)";
            case 0x1A -> code + " (end of file)";
            case 0x1B -> code + " (escape)";
            default -> code;
        };
    }
}
