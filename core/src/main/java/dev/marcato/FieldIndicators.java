// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.TextCodec;

/**
 * Reads indicators: as many characters as the record says, as far as they stand before the first delimiter. One of them
 * may be damage of several bytes (a multibyte character).
 */
final class FieldIndicators {
    private FieldIndicators() {}

    /**
     * An indicator by its 1-based number.
     *
     * @param delimiter the field's first delimiter, or its end
     */
    static char read(MarcRecord owner, byte[] data, int start, int delimiter, int number) {
        int at = skip(owner, data, start, delimiter, number - 1);
        if (at == delimiter) {
            return ' ';
        }
        if (data[at] >= 0) {
            return (char) data[at];
        }
        int end = at + owner.encoding().codec().characterLength(data, at, delimiter);
        String text = owner.decode(data, at, end);
        return text.length() == 1 ? text.charAt(0) : '\uFFFD';
    }

    /** Where the indicators end: before the first subfield, or before text that stands in its place. */
    static int end(MarcRecord owner, byte[] data, int start, int delimiter) {
        return skip(owner, data, start, delimiter, owner.indicatorCount());
    }

    /** How many indicators the field lacks. */
    static int missing(MarcRecord owner, byte[] data, int start, int delimiter) {
        int count = owner.indicatorCount();
        int present = 0;
        for (int at = start; present < count && at < delimiter; present++) {
            at = skip(owner, data, at, delimiter, 1);
        }
        return count - present;
    }

    private static int skip(MarcRecord owner, byte[] data, int start, int delimiter, int characters) {
        int at = start;
        for (int i = 0; i < characters && at < delimiter; i++) {
            if (data[at] >= 0) {
                at++;
            } else {
                TextCodec codec = owner.encoding().codec();
                at += codec.characterLength(data, at, delimiter);
            }
        }
        return at;
    }
}
