// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.MarcRecord;
import dev.marcato.internal.RecordAccess;
import dev.marcato.io.Words;

/**
 * The ISO 2709 layout of a record that is not written as it was read: a leader, a directory and the fields, with right
 * lengths. Fields keep their order in the data and entries theirs in the directory, so that nothing but the layout
 * changes. Measured first, written afterwards: what does not fit is known before a byte is out.
 */
public final class RecordLayout {
    /** The largest number that five digits hold: bytes of a record, and the start of a field. */
    public static final int LARGEST_RECORD = Bytes.LARGEST_RECORD;

    /** The largest number that four digits hold: bytes of a field, with its terminator. */
    public static final int LARGEST_FIELD = Bytes.LARGEST_FIELD;

    /** How many entries of the directory the five digits of the base address leave room for. */
    public static final int MOST_FIELDS = (LARGEST_RECORD - Bytes.LEADER_LENGTH - 1) / Bytes.ENTRY_LENGTH;

    private static final int ENTRY_MAP = 20;
    private static final byte[] ENDS = {Bytes.FIELD_TERMINATOR, Bytes.RECORD_TERMINATOR};
    private static final long TERMINATORS = Bytes.RECORD_TERMINATOR * ONES;

    private final MarcRecord record;
    private static final int BASE_ADDRESS = 12;
    private static final byte[] NO_LENGTH = {'0', '0', '0', '0', '0'};
    private static final byte[] USUAL_ENTRY_MAP = {'4', '5', '0', '0'};

    private final byte[] data;
    private final int[] index;
    private final long baseAddress;
    private final long length;
    private final int longest;

    private RecordLayout(MarcRecord record) {
        RecordAccess access = RecordAccess.get();
        this.record = record;
        this.data = access.data(record);
        this.index = access.index(record);
        long fields = 0;
        int longestPlace = -1;
        for (int i = 0; i < index.length; i += 3) {
            fields += index[i + 2] + 1L;
            if (longestPlace < 0 || index[i + 2] > index[longestPlace + 2]) {
                longestPlace = i;
            }
        }
        this.longest = longestPlace;
        this.baseAddress = Bytes.LEADER_LENGTH + (long) index.length / 3 * Bytes.ENTRY_LENGTH + 1;
        this.length = baseAddress + fields + 1;
    }

    public static RecordLayout of(MarcRecord record) {
        return new RecordLayout(record);
    }

    /** Bytes of the record, its terminator included. */
    public long length() {
        return length;
    }

    /** Bytes of the longest field, its terminator included; 0 if there is no field. */
    public long longestField() {
        return longest < 0 ? 0 : index[longest + 2] + 1L;
    }

    /** 1-based number of the longest field in the directory, 0 if there is no field. */
    public int longestFieldNumber() {
        return longest < 0 ? 0 : longest / 3 + 1;
    }

    /** Whether all numbers have room in their digits. */
    public boolean fits() {
        return length <= LARGEST_RECORD && longestField() <= LARGEST_FIELD;
    }

    /**
     * Whether the record can be written with overflowing lengths: its base address, which everything else is found by,
     * must fit, and the whole must have room in an array.
     */
    public boolean fitsOverflowing() {
        return baseAddress <= LARGEST_RECORD && length <= Integer.MAX_VALUE - 8;
    }

    /** Whether a field holds a record terminator, which no reader could tell from the end. */
    public boolean holdsTerminator() {
        for (int place = 0; place < index.length; place += 3) {
            if (holdsTerminator(index[place + 1], index[place + 1] + index[place + 2])) {
                return true;
            }
        }
        return false;
    }

    /** Writes the record. A number that does not fit is written as the largest one that does, a start modulo 100,000. */
    public void writeTo(byte[] target, int at) {
        writeLeader(target, at);
        int base = at + (int) baseAddress;
        int to = base;
        for (int field : DataOrder.of(index, 1, 3)) {
            int place = 3 * field;
            int start = index[place + 1];
            int bytes = index[place + 2];
            System.arraycopy(data, start, target, to, bytes);
            target[to + bytes] = Bytes.FIELD_TERMINATOR;
            writeEntry(target, at + Bytes.LEADER_LENGTH + field * Bytes.ENTRY_LENGTH, place, to - base);
            to += bytes + 1;
        }
        target[base - 1] = Bytes.FIELD_TERMINATOR;
        target[to] = Bytes.RECORD_TERMINATOR;
    }

    /** Takes a record piece by piece. The bytes must not change. */
    public interface Sink {
        void add(byte[] bytes, int from, int length);
    }

    /** Writes a record as {@link #writeTo(byte[], int)} does, without another copy of its fields: it may be large. */
    public void writeTo(Sink sink) {
        int[] fields = DataOrder.of(index, 1, 3);
        byte[] head = new byte[(int) baseAddress];
        writeLeader(head, 0);
        int start = 0;
        for (int field : fields) {
            int place = 3 * field;
            writeEntry(head, Bytes.LEADER_LENGTH + field * Bytes.ENTRY_LENGTH, place, start);
            start += index[place + 2] + 1;
        }
        head[head.length - 1] = Bytes.FIELD_TERMINATOR;
        sink.add(head, 0, head.length);
        for (int field : fields) {
            int place = 3 * field;
            int end = index[place + 1] + index[place + 2];
            if (end < data.length && data[end] == Bytes.FIELD_TERMINATOR) {
                sink.add(data, index[place + 1], index[place + 2] + 1);
            } else {
                sink.add(data, index[place + 1], index[place + 2]);
                sink.add(ENDS, 0, 1);
            }
        }
        sink.add(ENDS, 1, 1);
    }

    /**
     * Puts down a record's leader as it is written, with zeros for what is computed from lengths (00-04, 12-16). The counts are
     * those by which the record is read. The entry map stays if it is 450 and any character, or blank, which is read as the
     * same; anything else becomes 4500, since that is how the directory is written.
     */
    public static void leader(MarcRecord record, byte[] target, int at) {
        RecordAccess access = RecordAccess.get();
        System.arraycopy(access.data(record), access.offset(record), target, at, Bytes.LEADER_LENGTH);
        System.arraycopy(NO_LENGTH, 0, target, at, NO_LENGTH.length);
        System.arraycopy(NO_LENGTH, 0, target, at + BASE_ADDRESS, NO_LENGTH.length);
        target[at + 10] = (byte) ('0' + record.indicatorCount());
        target[at + 11] = (byte) ('0' + record.subfieldCodeCount());
        if (!keepsEntryMap(target, at + ENTRY_MAP)) {
            System.arraycopy(USUAL_ENTRY_MAP, 0, target, at + ENTRY_MAP, USUAL_ENTRY_MAP.length);
        }
    }

    private void writeLeader(byte[] target, int at) {
        leader(record, target, at);
        number(target, at, 5, Math.min(length, LARGEST_RECORD));
        number(target, at + BASE_ADDRESS, 5, baseAddress);
    }

    private void writeEntry(byte[] target, int at, int place, int start) {
        int tag = index[place];
        target[at] = (byte) (tag >> 16);
        target[at + 1] = (byte) (tag >> 8);
        target[at + 2] = (byte) tag;
        number(target, at + 3, 4, Math.min(index[place + 2] + 1L, LARGEST_FIELD));
        number(target, at + 7, 5, start % Bytes.START_MODULUS);
    }

    private boolean holdsTerminator(int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long differing = Words.get(data, at) ^ TERMINATORS;
            if ((differing - ONES & ~differing & HIGH_BITS) != 0) {
                break;
            }
        }
        return Bytes.indexOf(data, Bytes.RECORD_TERMINATOR, at, to) >= 0;
    }

    private static boolean keepsEntryMap(byte[] data, int at) {
        boolean usual = data[at] == '4' && data[at + 1] == '5' && data[at + 2] == '0';
        boolean blank = data[at] == ' ' && data[at + 1] == ' ' && data[at + 2] == ' ' && data[at + 3] == ' ';
        return usual || blank;
    }

    /** Writes a number of up to five digits. */
    private static void number(byte[] target, int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            // A tenth, for the quick compiler would divide.
            long higher = rest * 0xCCCDL >>> 19;
            target[i] = (byte) ('0' + rest - 10 * higher);
            rest = higher;
        }
    }
}
