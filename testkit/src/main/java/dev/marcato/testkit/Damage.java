// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.Arrays;

/**
 * What a {@link Fault} made of one record: the bytes that stand in its place, and what a reader must make of them. The
 * record itself may be a part of the bytes, filler or garbage the rest.
 */
public final class Damage {
    private final byte[] bytes;
    private final int recordLength;
    private final Expectation expectation;

    private Damage(byte[] bytes, int recordLength, Expectation expectation) {
        this.bytes = bytes;
        this.recordLength = recordLength;
        this.expectation = expectation;
    }

    static Damage of(byte[] bytes, Expectation expectation) {
        return new Damage(bytes, bytes.length, expectation);
    }

    /** The record in its own, clean encoding. */
    static Damage clean(Expectation expectation) {
        return of(expectation.reading().toIso2709(), expectation);
    }

    /** The record in its own, clean encoding, and something after it. */
    static Damage followed(Expectation expectation, byte[] after) {
        return followed(expectation.reading().toIso2709(), expectation, after);
    }

    static Damage followed(byte[] record, Expectation expectation, byte[] after) {
        return new Damage(Bytes.join(record, after), record.length, expectation);
    }

    /** A copy of all bytes that stand in the record's place. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A copy of the record's own bytes, the first of {@link #bytes()}: without filler or garbage after it. */
    public byte[] recordBytes() {
        return Arrays.copyOf(bytes, recordLength);
    }

    /** Number of the record's own bytes. */
    public int recordLength() {
        return recordLength;
    }

    public Expectation expectation() {
        return expectation;
    }
}
