// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/** The MARC 21 format that a record follows, by its type (leader/06). */
public enum RecordKind {
    BIBLIOGRAPHIC,
    AUTHORITY,
    HOLDINGS,
    CLASSIFICATION,
    COMMUNITY,
    /** A type that MARC 21 does not have, or a blank. */
    UNKNOWN;

    /** The kind that a type of record belongs to, obsolete types included. */
    public static RecordKind ofType(char type) {
        return switch (type) {
            case 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'm', 'n', 'o', 'p', 'r', 't' -> BIBLIOGRAPHIC;
            case 'z' -> AUTHORITY;
            case 'u', 'v', 'x', 'y' -> HOLDINGS;
            case 'w' -> CLASSIFICATION;
            case 'q' -> COMMUNITY;
            default -> UNKNOWN;
        };
    }
}
