// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * The family of formats that a record belongs to. It decides where a record says how its text is encoded, and what the
 * positions of its leader mean.
 */
public enum Flavor {
    /** MARC 21 and its relatives (MAB too): leader/09 says whether text is Unicode. */
    MARC21,

    /** UNIMARC: field 100 says how text is encoded; leader/09 is undefined. */
    UNIMARC
}
