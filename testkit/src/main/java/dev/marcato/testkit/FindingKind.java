// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** What a diagnostic is about, as coarse as a test of the account needs it and without a code of the library. */
public enum FindingKind {
    /** Record length, base address of data, size or characters of the leader. */
    LEADER,
    /** Directory entries, the directory's size and terminator, data without an entry, an entry without data. */
    DIRECTORY,
    /** 0x1D or 0x1E missing, doubled, or where none belongs. */
    TERMINATOR,
    /** A field or record larger than its lengths can say. */
    OVERSIZE,
    /** Line breaks all through a record. */
    LINE_BREAKS,
    /** Tag, indicators, subfields: found by who looks into the fields, never by framing. */
    FIELD,
    /** Undecodable bytes, control characters. */
    TEXT,
    /** Line breaks, padding and marks between records or at either end. */
    FILLER,
    /** A record that is cut off. */
    TRUNCATED,
    /** Bytes that belong to no record. */
    REJECT
}
