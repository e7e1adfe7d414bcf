// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

/** Which records of all inputs are asked for: some are passed over first, then so many are delivered. One thread's at a time. */
final class Selection {
    private final long skip;
    private final long limit;
    private long passed;

    Selection(long skip, long limit) {
        this.skip = skip;
        this.limit = limit;
    }

    /** Whether the next record is to be passed over. */
    boolean skipsNext() {
        return passed < skip;
    }

    /** Whether there is no other record to be delivered. */
    boolean full() {
        return passed - skip >= limit;
    }

    /** How many records were delivered. */
    long delivered() {
        return Math.max(0, passed - skip);
    }

    /** A record was told of. */
    void pass() {
        passed++;
    }

    /** So many records that nobody selects from. */
    void pass(long records) {
        passed += records;
    }

    /** How many of the next so many records are passed over. */
    int skipsOf(int records) {
        return (int) Math.min(records, Math.max(0, skip - passed));
    }
}
