// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

/**
 * The text of a record's fields in one encoding. Stateful within a record, for one thread. Only fields that hold
 * something else than plain ASCII text are shown to it.
 */
interface TextCheck {
    /** Looks at the bytes of a field, delimiters and all. */
    void field(InspectedRecord record, int field);

    /** After the last field: what only the record as a whole shows. Makes ready for the next record. */
    void finish(InspectedRecord record);
}
