// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * The character sets that field 100 of UNIMARC names, two characters each: G0, G1, and two more. Source: IFLA, UNIMARC Manual,
 * field 100 $a, "character sets".
 */
final class UnimarcSets {
    private UnimarcSets() {}

    /** The encoding that the codes at a position mean; UNKNOWN for sets that are not known here. */
    static Encoding encoding(byte[] data, int at) {
        String g0 = code(data, at);
        String g1 = code(data, at + 2);
        return switch (g0) {
            case "50" -> Encoding.UTF_8;
            case "01" ->
                switch (g1) {
                    case "  ", "||", "01", "03" -> Encoding.ISO_5426;
                    case "02" -> Encoding.ISO_IR_37;
                    case "05" -> Encoding.ISO_5428;
                    case "06" -> Encoding.ISO_6438;
                    default -> Encoding.UNKNOWN;
                };
            // Where nothing is said, UTF-8 is what is written today.
            case "  ", "||" -> Encoding.UTF_8;
            // Among them 02, with which bytes of ASCII are Cyrillic: nobody who is not told so reads them thus.
            default -> Encoding.UNKNOWN;
        };
    }

    private static String code(byte[] data, int at) {
        return at + 2 > data.length ? "  " : "" + (char) (data[at] & 0xFF) + (char) (data[at + 1] & 0xFF);
    }
}
