// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * What the writer does with a record that ISO 2709 has no digits for: more than 99,999 bytes in all, or a field of more
 * than 9,999 bytes, terminators included.
 */
public enum OversizePolicy {
    /** Throws; nothing of the record is written. */
    ERROR,

    /**
     * Writes it all the same: lengths as 99999 and 9999, starts modulo 100,000. This library reads such a record back
     * to an equal one, with a warning; other software may not. A directory that is too long for the base address (more
     * than 8,331 fields) cannot be written so: that is an error still.
     */
    OVERFLOW,

    /** Leaves it out and reports it to the listener. */
    SKIP
}
