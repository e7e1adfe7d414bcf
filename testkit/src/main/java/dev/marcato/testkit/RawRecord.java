// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.CleanIso2709.FIELD_TERMINATOR;
import static dev.marcato.testkit.CleanIso2709.RECORD_TERMINATOR;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an encoded record, each of them open to damage: leader, directory entries, the directory's terminator,
 * data of the fields with their terminators, record terminator. Nothing is kept consistent unless {@link #settleLeader}
 * is called.
 */
final class RawRecord {
    private byte[] leader;
    private final List<byte[]> entries = new ArrayList<>();
    private byte[] directoryEnd = {FIELD_TERMINATOR};
    private final List<byte[]> data = new ArrayList<>();
    private byte[] end = {RECORD_TERMINATOR};

    private RawRecord(byte[] leader) {
        this.leader = leader;
    }

    /** The parts with right lengths. The record must fit into ISO 2709. */
    static RawRecord of(TestRecord record) {
        if (Growth.size(record.fields()) > 99_999) {
            throw new IllegalArgumentException("record is too large for this fault");
        }
        return of(record, Overflow.MODULO, Overflow.MODULO, Overflow.MODULO);
    }

    static RawRecord of(TestRecord record, Overflow recordLength, Overflow fieldLengths, Overflow starts) {
        RawRecord raw = new RawRecord(record.leaderBytes());
        int start = 0;
        for (TestField field : record.fields()) {
            String length = fieldLengths.digits(field.length() + 1, 4);
            raw.entries.add(Bytes.latin1(field.tag() + length + starts.digits(start, 5)));
            raw.data.add(Bytes.join(field.content(), new byte[] {FIELD_TERMINATOR}));
            start += field.length() + 1;
        }
        raw.settleLeader(recordLength);
        return raw;
    }

    /** Makes record length and base address of data agree with the parts. */
    RawRecord settleLeader() {
        return settleLeader(Overflow.MODULO);
    }

    private RawRecord settleLeader(Overflow recordLength) {
        int base = base();
        int length = base + size(data) + end.length;
        leader = Bytes.overwritten(leader, 12, Overflow.MODULO.digits(base, 5));
        leader = Bytes.replaced(leader, 0, 5, Bytes.latin1(recordLength.digits(length, 5)));
        return this;
    }

    byte[] toBytes() {
        return Bytes.join(
                leader,
                Bytes.join(entries.toArray(byte[][]::new)),
                directoryEnd,
                Bytes.join(data.toArray(byte[][]::new)),
                end);
    }

    private static int size(List<byte[]> parts) {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    int base() {
        return leader.length + size(entries) + directoryEnd.length;
    }

    int recordLength() {
        return base() + size(data) + end.length;
    }

    int size() {
        return entries.size();
    }

    byte[] leader() {
        return leader;
    }

    RawRecord setLeader(byte[] changed) {
        leader = changed;
        return this;
    }

    RawRecord overwriteLeader(int position, String by) {
        return setLeader(Bytes.overwritten(leader, position, by));
    }

    List<byte[]> entries() {
        return entries;
    }

    List<byte[]> data() {
        return data;
    }

    /** Number in the length slot of an entry. */
    int length(int entry) {
        return CleanIso2709.number(entries.get(entry), 3, 4);
    }

    /** Number in the start slot of an entry. */
    int start(int entry) {
        return CleanIso2709.number(entries.get(entry), 7, 5);
    }

    RawRecord setLength(int entry, String four) {
        entries.set(entry, Bytes.overwritten(entries.get(entry), 3, four));
        return this;
    }

    RawRecord setLength(int entry, int length) {
        return setLength(entry, Overflow.MODULO.digits(length, 4));
    }

    RawRecord setStart(int entry, String five) {
        entries.set(entry, Bytes.overwritten(entries.get(entry), 7, five));
        return this;
    }

    RawRecord setStart(int entry, int start) {
        return setStart(entry, Overflow.MODULO.digits(start, 5));
    }

    /** Adds to the starts of all entries from {@code first} on. */
    RawRecord shiftStarts(int first, int by) {
        for (int i = first; i < entries.size(); i++) {
            setStart(i, start(i) + by);
        }
        return this;
    }

    RawRecord setDirectoryEnd(byte... bytes) {
        directoryEnd = bytes;
        return this;
    }

    RawRecord setEnd(byte... bytes) {
        end = bytes;
        return this;
    }
}
