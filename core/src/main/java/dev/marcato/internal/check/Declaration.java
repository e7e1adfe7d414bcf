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
    private static final int TAG_100 = '1' << 16 | '0' << 8 | '0';

    /** Length of 100 $a in bibliographic records and in authority records, and where each names its sets. */
    private static final int BIBLIOGRAPHIC = 36;

    private static final int BIBLIOGRAPHIC_SETS = 26;
    private static final int AUTHORITY = 24;
    private static final int AUTHORITY_SETS = 13;
    private static final int SETS = 4;

    static Declaration of(InspectedRecord record) {
        if (record.flavor() == Flavor.MARC21) {
            return record.leader(CODING_SCHEME) == 'a' ? UTF_8 : OTHER;
        }
        int sets = unimarcSets(record);
        if (sets < 0) {
            return NONE;
        }
        byte[] data = record.data;
        boolean blank = data[sets] == ' ' && data[sets + 1] == ' ';
        return blank ? NONE : data[sets] == '5' && data[sets + 1] == '0' ? UTF_8 : OTHER;
    }

    /** Where it stands, as an absolute position in the record's data. */
    static int position(InspectedRecord record) {
        int sets = record.flavor() == Flavor.MARC21 ? -1 : unimarcSets(record);
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
        int sets = unimarcSets(record);
        return sets < 0
                ? "no encoding is declared"
                : "field 100 names the character sets \"" + SafeText.ofBytes(record.data, sets, sets + SETS, SETS)
                        + "\"";
    }

    /** Number of the field that declares it, {@link InspectedRecord#NO_FIELD} if it is the leader that does. */
    static int field(InspectedRecord record) {
        if (record.flavor() == Flavor.UNIMARC) {
            for (int field = 0; field < record.fields(); field++) {
                if (record.tag(field) == TAG_100) {
                    return field;
                }
            }
        }
        return InspectedRecord.NO_FIELD;
    }

    /** Where field 100 names the character sets, -1 if it does not. */
    private static int unimarcSets(InspectedRecord record) {
        int field = field(record);
        if (field == InspectedRecord.NO_FIELD) {
            return -1;
        }
        byte[] data = record.data;
        int end = record.end(field);
        int delimiter = FieldCheck.indexOf(data, FieldCheck.DELIMITER, record.start(field), end);
        if (delimiter < 0 || delimiter + 1 >= end || data[delimiter + 1] != 'a') {
            return -1;
        }
        int value = delimiter + 2;
        int next = FieldCheck.indexOf(data, FieldCheck.DELIMITER, value, end);
        int length = (next < 0 ? end : next) - value;
        return length >= BIBLIOGRAPHIC ? value + BIBLIOGRAPHIC_SETS : length >= AUTHORITY ? value + AUTHORITY_SETS : -1;
    }
}
