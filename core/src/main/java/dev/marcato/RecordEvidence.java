// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * Finds out, from its bytes alone, what a record does not say reliably: its flavor, its encoding, and how many
 * indicators and how long subfield codes its fields have.
 */
final class RecordEvidence {
    private static final int FIELD_008 = '0' << 16 | '0' << 8 | '8';
    private static final int FIELD_100 = '1' << 16 | '0' << 8 | '0';
    private static final int FIELD_200 = '2' << 16 | '0' << 8 | '0';
    private static final int FIELD_245 = '2' << 16 | '4' << 8 | '5';
    private static final int FIELD_801 = '8' << 16 | '0' << 8 | '1';

    private static final int LENGTH_OF_008 = 40;
    private static final int USUAL = 2;

    /**
     * Where 100 $a names its sets, G0 and G1 in two bytes each, in a bibliographic, an authority and a holdings record of UNIMARC
     * (IFLA's manuals of the three formats, field 100). Before them stands a scheme of transliteration in the authority's alone.
     */
    private static final int BIBLIOGRAPHIC_SETS = 26;

    private static final int AUTHORITY_SETS = 13;
    private static final int HOLDINGS_SETS = 12;
    private static final int TWO_SETS = 4;

    /** The shortest 100 $a that is one, a holdings record's without script. */
    private static final int HOLDINGS_100 = 20;

    private static final int DATE = 8;
    private static final int RECORD_TYPE = 6;

    private RecordEvidence() {}

    static Flavor flavor(MarcRecord record) {
        byte[] data = record.data;
        int[] index = record.index;
        int unimarc = 0;
        int marc21 = 0;
        boolean has200 = false;
        for (int i = 0; i < index.length; i += 3) {
            switch (index[i]) {
                case FIELD_245 -> marc21 |= 4;
                case FIELD_008 -> marc21 |= index[i + 2] == LENGTH_OF_008 ? 2 : 0;
                case FIELD_200 -> has200 = true;
                case FIELD_801 -> unimarc |= 1;
                case FIELD_100 -> unimarc |= codedData(data, index[i + 1], index[i + 1] + index[i + 2]) > 0 ? 4 : 0;
                default -> {}
            }
        }
        if (has200 && marc21 < 4) {
            unimarc |= 2;
        }
        if (unimarc > 1 && isUnimarcEntryMap(data, record.offset + 20)) {
            unimarc |= 8;
        }
        return unimarc > marc21 ? Flavor.UNIMARC : Flavor.MARC21;
    }

    /** What a record says of its encoding, whatever its text is. Where a UNIMARC record says nothing: UTF-8. */
    static Encoding claimed(MarcRecord record) {
        if (record.flavor() == Flavor.MARC21) {
            return record.data[record.offset + 9] == 'a' ? Encoding.UTF_8 : Encoding.MARC_8;
        }
        int sets = setsOf100(record);
        return sets < 0 ? Encoding.UTF_8 : UnimarcSets.encoding(record.data, sets);
    }

    /** The number of indicators in the upper half, the length of a subfield code with its delimiter in the lower. */
    static int layout(MarcRecord record) {
        int indicators = digit(record.data[record.offset + 10]);
        int codes = digit(record.data[record.offset + 11]);
        boolean otherIndicators = indicators >= 0 && indicators != USUAL && fieldsHaveIndicators(record, indicators);
        int count = otherIndicators ? indicators : USUAL;
        boolean otherCodes = codes > USUAL && fieldsHaveCodes(record, codes - 1);
        return count << 16 | (otherCodes ? codes : USUAL);
    }

    /** Where field 100 names the first character set, -1 if it does not. */
    static int setsOf100(MarcRecord record) {
        for (int i = 0; i < record.index.length; i += 3) {
            if (record.index[i] == FIELD_100) {
                int from = record.index[i + 1];
                int length = codedData(record.data, from, from + record.index[i + 2]);
                int value = Bytes.delimiter(record.data, from, from + record.index[i + 2]) + 2;
                int sets = BIBLIOGRAPHIC_SETS;
                if (length > 0 && !isBibliographic(record, length)) {
                    sets = isCodeOfSet(record.data, value + HOLDINGS_SETS) ? HOLDINGS_SETS : AUTHORITY_SETS;
                }
                if (length >= sets + TWO_SETS) {
                    return value + sets;
                }
            }
        }
        return -1;
    }

    /** By the type of record; where that is none, by the length of 100 $a. A bibliographic 100 that was cut short stays one. */
    private static boolean isBibliographic(MarcRecord record, int length) {
        byte type = record.data[record.offset + RECORD_TYPE];
        boolean other = type >= 'u' && type <= 'z';
        return type >= 'a' && type <= 'r' || !other && length >= BIBLIOGRAPHIC_SETS + TWO_SETS;
    }

    private static boolean isCodeOfSet(byte[] data, int at) {
        return digit(data[at]) >= 0 && digit(data[at + 1]) >= 0;
    }

    /** Length of a 100 $a that begins with a date and a code, as UNIMARC's does; or 0, as for MARC 21's, a name. */
    private static int codedData(byte[] data, int from, int to) {
        int delimiter = Bytes.delimiter(data, from, to);
        int value = delimiter + 2;
        if (value >= to || data[delimiter + 1] != 'a') {
            return 0;
        }
        int length = Bytes.delimiter(data, value, to) - value;
        if (length < HOLDINGS_100) {
            return 0;
        }
        for (int i = 0; i < DATE; i++) {
            if (digit(data[value + i]) < 0) {
                return 0;
            }
        }
        byte kind = data[value + DATE];
        return kind >= 'a' && kind <= 'z' || kind == '|' ? length : 0;
    }

    private static boolean isUnimarcEntryMap(byte[] data, int at) {
        return data[at] == '4' && data[at + 1] == '5' && data[at + 2] == '0' && data[at + 3] == ' ';
    }

    /**
     * Whether the data fields have so many indicators: those with delimiters have the first one behind them, those
     * without begin with what may be indicators, and at least one field speaks against the usual two.
     */
    private static boolean fieldsHaveIndicators(MarcRecord record, int count) {
        boolean unusual = false;
        for (int i = 0; i < record.index.length; i += 3) {
            if (Tags.isControl(record.index[i])) {
                continue;
            }
            int from = record.index[i + 1];
            int to = from + record.index[i + 2];
            int delimiter = Bytes.delimiter(record.data, from, to);
            if (delimiter < to) {
                if (delimiter - from != count) {
                    return false;
                }
                unusual = true;
            } else if (areIndicators(record.data, from, Math.min(from + count, to))) {
                unusual |= !areIndicators(record.data, from, Math.min(from + USUAL, to));
            } else {
                return false;
            }
        }
        return unusual;
    }

    private static boolean areIndicators(byte[] data, int from, int to) {
        for (int at = from; at < to; at++) {
            if (data[at] != ' ' && !isCode(data[at])) {
                return false;
            }
        }
        return true;
    }

    /** Whether behind every delimiter, and there are some, so many lower-case letters or digits stand. */
    private static boolean fieldsHaveCodes(MarcRecord record, int bytes) {
        boolean seen = false;
        for (int i = 0; i < record.index.length; i += 3) {
            if (Tags.isControl(record.index[i])) {
                continue;
            }
            int to = record.index[i + 1] + record.index[i + 2];
            int at = Bytes.delimiter(record.data, record.index[i + 1], to);
            for (; at < to; at = Bytes.delimiter(record.data, at + 1, to)) {
                seen = true;
                for (int code = 1; code <= bytes; code++) {
                    if (at + code >= to || !isCode(record.data[at + code])) {
                        return false;
                    }
                }
            }
        }
        return seen;
    }

    private static boolean isCode(byte value) {
        return value >= 'a' && value <= 'z' || digit(value) >= 0;
    }

    private static int digit(byte value) {
        return value >= '0' && value <= '9' ? value - '0' : -1;
    }
}
