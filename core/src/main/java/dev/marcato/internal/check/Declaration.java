// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.Flavor;
import dev.marcato.internal.SafeText;

/** What a record says of its encoding, believed or not. */
enum Declaration {
    UTF_8,
    OTHER,
    NONE;

    private static final int CODING_SCHEME = 9;

    /** Bytes by which field 100 of UNIMARC names the character sets. */
    private static final int SETS = 4;

    static Declaration of(InspectedRecord record) {
        if (record.flavor() == Flavor.MARC21) {
            return record.leader(CODING_SCHEME) == 'a' ? UTF_8 : OTHER;
        }
        int sets = record.unimarcSets();
        if (sets < 0) {
            return NONE;
        }
        byte[] data = record.data;
        boolean blank = data[sets] == ' ' && data[sets + 1] == ' ';
        return blank ? NONE : data[sets] == '5' && data[sets + 1] == '0' ? UTF_8 : OTHER;
    }

    /** Where it stands, as an absolute position in the record's data. */
    static int position(InspectedRecord record) {
        int sets = record.flavor() == Flavor.MARC21 ? -1 : record.unimarcSets();
        return sets < 0 ? record.offset + CODING_SCHEME : sets;
    }

    /** A clause that quotes it. */
    static String text(InspectedRecord record) {
        if (record.flavor() == Flavor.MARC21) {
            int scheme = record.leader(CODING_SCHEME);
            return switch (scheme) {
                case 'a' -> "leader/09 is \"a\" (Unicode)";
                case ' ' -> "leader/09 is blank (MARC-8)";
                default ->
                    "leader/09 is \"" + SafeText.ofBytes(new byte[] {(byte) scheme}, 0, 1, 1) + "\" (not Unicode)";
            };
        }
        int sets = record.unimarcSets();
        return sets < 0
                ? "no encoding is declared"
                : "field 100 names the character sets \"" + SafeText.ofBytes(record.data, sets, sets + SETS, SETS)
                        + "\"";
    }

    /** Number of the field that declares it, {@link InspectedRecord#NO_FIELD} if it is the leader that does. */
    static int field(InspectedRecord record) {
        int sets = record.flavor() == Flavor.MARC21 ? -1 : record.unimarcSets();
        for (int field = 0; field < record.fields(); field++) {
            if (sets >= record.start(field) && sets < record.end(field)) {
                return field;
            }
        }
        return InspectedRecord.NO_FIELD;
    }
}
