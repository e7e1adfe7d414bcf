// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * What is written for a character that the encoding to be written lacks. Each is reported, with its place. Source: Library of
 * Congress, MARC 21 specifications, "Character sets and encoding options", part 4.
 */
public enum UnencodablePolicy {
    /**
     * A numeric character reference, {@code &#x4E00;}: without loss in MARC-8, where it is the rule for lossless conversion.
     * Other sets have no such rule; there it is text that people understand.
     */
    REFERENCE,

    /** Nothing: the record is not written. */
    ERROR,

    /** A vertical bar, {@code |}, as the same source says for lossy conversion; the character is lost. */
    REPLACE
}
