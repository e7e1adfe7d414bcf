// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/** What is written for a character that a character set lacks. */
public enum Unencodable {
    /**
     * A numeric character reference, {@code &#x4E00;}: without loss in MARC-8, where it is the rule (Library of Congress,
     * MARC 21 specifications, "Character sets and encoding options", part 4, lossless conversion). Other sets have no such
     * rule; there it is text that people understand.
     */
    REFERENCE,

    /** Nothing: encoding ends before the character. */
    ERROR,

    /** A vertical bar: what part 4 of the same specifications says for lossy conversion. */
    REPLACE
}
