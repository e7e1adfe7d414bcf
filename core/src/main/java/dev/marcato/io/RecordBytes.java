// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.MarcRecord;
import dev.marcato.internal.RecordAccess;
import dev.marcato.internal.iso2709.RecordLayout;

/**
 * A record as the bytes that it is: its leader, and its fields in the order of the directory, as they stand in ISO 2709,
 * without terminators. For who encodes records at speed; all others have {@link MarcRecord#fields()}. The array is the record's
 * own and must not be changed.
 *
 * <p>Fields are numbered from 0 here. Immutable and safe for all threads.
 */
public final class RecordBytes {
    private static final int LEADER = 24;
    private static final RecordAccess RECORDS = RecordAccess.get();

    private final MarcRecord record;
    private final byte[] array;
    private final int[] index;

    private RecordBytes(MarcRecord record) {
        this.record = record;
        this.array = RECORDS.data(record);
        this.index = RECORDS.index(record);
    }

    /** The bytes of a record. */
    public static RecordBytes of(MarcRecord record) {
        return new RecordBytes(record);
    }

    /** The array that holds the fields, and more. */
    public byte[] array() {
        return array;
    }

    /**
     * Adds the leader's 24 bytes, as they are right for a record in another format than ISO 2709: lengths are 00000, the counts
     * those by which the fields are read.
     */
    public void leaderTo(ByteOutput out) {
        int at = out.claim(LEADER);
        RecordLayout.leader(record, out.array(), at);
        out.claimed(at + LEADER);
    }

    /** Number of fields. */
    public int size() {
        return index.length / 3;
    }

    /** A field's tag: three bytes, the first one highest. */
    public int tag(int field) {
        return index[3 * field];
    }

    /** Whether a field is a control field: its tag begins with 00. */
    public boolean isControlField(int field) {
        return index[3 * field] >> 8 == ('0' << 8 | '0');
    }

    /** The first byte of a field. */
    public int from(int field) {
        return index[3 * field + 1];
    }

    /** Behind the last byte of a field. */
    public int to(int field) {
        return index[3 * field + 1] + index[3 * field + 2];
    }

    /** How many bytes of a data field stand before its first delimiter, as indicators: 2 nearly always. */
    public int indicatorCount() {
        return record.indicatorCount();
    }

    /** How many bytes a subfield code has, its delimiter included: 2 nearly always. */
    public int subfieldCodeCount() {
        return record.subfieldCodeCount();
    }
}
