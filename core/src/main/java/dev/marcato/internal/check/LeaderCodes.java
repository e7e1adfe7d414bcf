// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.RecordKind;

/**
 * The values that MARC 21 lists for the coded positions of the leader, obsolete ones left out. Source: the field lists
 * of the Library of Congress for bibliographic (ecbdlist), authority (ecadlist), holdings (echdlist), classification
 * (eccdlist) and community information data (eccilist).
 */
enum LeaderCodes {
    BIBLIOGRAPHIC("acdnp", "acdefgijkmoprt", "abcdims", " a", " a", " 1234578uz", " acinu", " abc"),
    AUTHORITY("acdnosx", "z", Undefined.ONE, Undefined.ONE, " a", "no", " ciu", Undefined.ONE),
    HOLDINGS("cdn", "uvxy", Undefined.ONE, Undefined.ONE, " a", "12345muz", "in", Undefined.ONE),
    CLASSIFICATION("acdn", "w", Undefined.ONE, Undefined.ONE, " a", "no", Undefined.ONE, Undefined.ONE),
    COMMUNITY("cdn", "q", "nopqz", Undefined.ONE, " a", Undefined.ONE, Undefined.ONE, Undefined.ONE),
    /** A type that MARC 21 does not have: only what all kinds share can be judged. */
    UNKNOWN("acdnopsx", "", "", "", " a", "", "", "");

    /** The positions in the order of the lists. */
    static final int[] POSITIONS = {5, 6, 7, 8, 9, 17, 18, 19};

    private static final int TYPE = 1;

    private final String[] values;

    LeaderCodes(String... values) {
        this.values = values;
    }

    static LeaderCodes of(RecordKind kind) {
        return switch (kind) {
            case BIBLIOGRAPHIC -> BIBLIOGRAPHIC;
            case AUTHORITY -> AUTHORITY;
            case HOLDINGS -> HOLDINGS;
            case CLASSIFICATION -> CLASSIFICATION;
            case COMMUNITY -> COMMUNITY;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether a value stands in the list of the position at {@code POSITIONS[which]}. */
    boolean lists(int which, int value) {
        String list = values[which];
        return list.isEmpty() ? which != TYPE : list.indexOf(value) >= 0;
    }

    /** What an undefined position holds: a blank, or the fill character that older documentation allowed. */
    private static final class Undefined {
        static final String ONE = " |";
    }
}
