// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

/**
 * What to do with a record whose framing is damaged. What stands in the fields of a record (tags, indicators, text) is
 * never damage in this sense.
 */
public enum ErrorPolicy {
    /** Throws {@link MarcFormatException} at the first damage in input order, after the records before it. */
    STRICT,
    /** Delivers the best reading of what is there; bytes that found no place go to the rejects. The default. */
    REPAIR,
    /** Leaves damaged records out; their bytes go to the rejects. */
    SKIP
}
