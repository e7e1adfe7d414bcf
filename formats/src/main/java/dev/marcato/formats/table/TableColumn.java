// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import java.util.Locale;

/** The columns of the long form, in their order. */
enum TableColumn {
    /** Number of the record in the table, 1-based. The rows of a record follow one another. */
    RECORD,
    /** Number of the field in its record, 1-based; 0 for the leader. */
    FIELD,
    /** Tag; {@code LDR} for the leader. */
    TAG,
    /** First indicator; empty where there are no indicators. */
    IND1,
    /** Second indicator. */
    IND2,
    /**
     * Number of the subfield in its field, 1-based; 0 for what stands before the first delimiter and is not two indicators;
     * empty for a field without subfields.
     */
    SUBFIELD,
    /** Subfield code. */
    CODE,
    /** Text of the leader, of a field without subfields, or of a subfield. */
    VALUE;

    static final int COUNT = values().length;

    /** What the last column is called where text in the table is guarded against being taken for a formula. */
    static final String GUARDED = "value_guarded";

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
