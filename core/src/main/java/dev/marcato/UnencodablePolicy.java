// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/** What a conversion does with a character that the encoding to be written lacks. Each is reported, with its place. */
public enum UnencodablePolicy {
    /**
     * Writes a numeric character reference, such as {@code &#x4E00;}, which the Library of Congress defines for MARC-8 and
     * from which the character comes back.
     */
    REFERENCE,

    /** Does not write the record. */
    ERROR,

    /** Writes {@code ?} in its place; the character is lost. */
    REPLACE
}
