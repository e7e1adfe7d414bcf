// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static dev.marcato.RecordKind.AUTHORITY;
import static dev.marcato.RecordKind.BIBLIOGRAPHIC;
import static dev.marcato.RecordKind.COMMUNITY;
import static dev.marcato.RecordKind.HOLDINGS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The positions of the leader by their MARC 21 names. Some positions mean different things in different kinds of
 * record, and have a constant for each meaning.
 */
public enum LeaderPosition {
    RECORD_LENGTH(0, 5, EnumSet.allOf(RecordKind.class)),
    RECORD_STATUS(5, 1, EnumSet.allOf(RecordKind.class)),
    TYPE_OF_RECORD(6, 1, EnumSet.allOf(RecordKind.class)),
    BIBLIOGRAPHIC_LEVEL(7, 1, EnumSet.of(BIBLIOGRAPHIC)),
    KIND_OF_DATA(7, 1, EnumSet.of(COMMUNITY)),
    TYPE_OF_CONTROL(8, 1, EnumSet.of(BIBLIOGRAPHIC)),
    CHARACTER_CODING_SCHEME(9, 1, EnumSet.allOf(RecordKind.class)),
    INDICATOR_COUNT(10, 1, EnumSet.allOf(RecordKind.class)),
    SUBFIELD_CODE_COUNT(11, 1, EnumSet.allOf(RecordKind.class)),
    BASE_ADDRESS_OF_DATA(12, 5, EnumSet.allOf(RecordKind.class)),
    ENCODING_LEVEL(17, 1, EnumSet.complementOf(EnumSet.of(COMMUNITY))),
    DESCRIPTIVE_CATALOGING_FORM(18, 1, EnumSet.of(BIBLIOGRAPHIC)),
    PUNCTUATION_POLICY(18, 1, EnumSet.of(AUTHORITY)),
    ITEM_INFORMATION_IN_RECORD(18, 1, EnumSet.of(HOLDINGS)),
    MULTIPART_RESOURCE_RECORD_LEVEL(19, 1, EnumSet.of(BIBLIOGRAPHIC)),
    LENGTH_OF_LENGTH_OF_FIELD(20, 1, EnumSet.allOf(RecordKind.class)),
    LENGTH_OF_STARTING_CHARACTER_POSITION(21, 1, EnumSet.allOf(RecordKind.class)),
    LENGTH_OF_IMPLEMENTATION_DEFINED(22, 1, EnumSet.allOf(RecordKind.class)),
    UNDEFINED(23, 1, EnumSet.allOf(RecordKind.class));

    private final int start;
    private final int length;
    private final Set<RecordKind> kinds;

    LeaderPosition(int start, int length, Set<RecordKind> kinds) {
        this.start = start;
        this.length = length;
        this.kinds = Collections.unmodifiableSet(kinds);
    }

    /** 0-based number of the first character. */
    public int start() {
        return start;
    }

    /** Number of characters. */
    public int length() {
        return length;
    }

    /** The kinds of record in which the position has this meaning. */
    public Set<RecordKind> kinds() {
        return kinds;
    }

    /**
     * Whether the position describes the layout of the ISO 2709 record (lengths, counts, base address, entry map). The
     * writer computes these; nobody sets them.
     */
    public boolean isStructural() {
        return isStructural(start);
    }

    static boolean isStructural(int position) {
        return position < 5 || position >= 10 && position <= 16 || position >= 20 && position <= 22;
    }
}
