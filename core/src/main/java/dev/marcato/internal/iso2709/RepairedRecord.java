// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.FIELD_TERMINATOR;
import static dev.marcato.internal.iso2709.Bytes.LARGEST_RECORD;
import static dev.marcato.internal.iso2709.Bytes.LEADER_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.RECORD_TERMINATOR;

import dev.marcato.MarcRecord;
import dev.marcato.internal.RecordAccess;
import dev.marcato.internal.iso2709.DamagedRecord.Reading;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece.Extent;
import dev.marcato.io.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the record out of a reading: its own array with leader and fields, and the extents of all bytes of the data
 * that found no place in a field.
 */
final class RepairedRecord {
    private static final RecordAccess RECORDS = RecordAccess.get();

    private final byte[] b;
    private final Reading reading;
    private final int[] tags;
    private final List<Extent> rejects = new ArrayList<>();
    private final List<Integer> separators = new ArrayList<>();
    private final MarcRecord record;
    /** Whether a terminator may stand inside a field: where several parts make one, or a record terminator is left. */
    private final boolean separatorsInside;

    /** @param base the place in the source of the array's first byte */
    RepairedRecord(byte[] b, int start, Reading reading, long base, CutSettings settings) {
        this.b = b;
        this.reading = reading;
        this.tags = new TagRecovery(
                        b,
                        reading.directory(),
                        reading.alignment(),
                        reading.data().from())
                .tags();
        FieldData data = reading.data();
        this.separatorsInside =
                reading.alignment().joined() > 0 || Bytes.indexOf(b, RECORD_TERMINATOR, data.from(), data.to()) >= 0;
        this.record = build(start, base, settings);
        collectRejects(base);
    }

    MarcRecord record() {
        return record;
    }

    /** In order of their places. */
    List<Extent> rejects() {
        return rejects;
    }

    /** Positions of terminators inside fields, which were taken out. */
    List<Integer> separators() {
        return separators;
    }

    /** The tag of an entry's field, or -1 where it could not be read. */
    int tag(int entry) {
        return tags[entry];
    }

    private MarcRecord build(int start, long base, CutSettings settings) {
        int fields = 0;
        int length = LEADER_LENGTH;
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] >= 0) {
                fields++;
                length += reading.alignment().to(i) - reading.alignment().from(i) + 1;
            }
        }
        byte[] bytes = new byte[length];
        int[] index = new int[3 * fields];
        int at = LEADER_LENGTH;
        int slot = 0;
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] < 0) {
                continue;
            }
            index[slot++] = tags[i];
            index[slot++] = at;
            int fieldStart = at;
            at = copy(i, bytes, at);
            index[slot++] = at - fieldStart;
            bytes[at++] = FIELD_TERMINATOR;
        }
        int baseAddress = LEADER_LENGTH + ENTRY_LENGTH * fields + 1;
        int recordLength = baseAddress + at - LEADER_LENGTH + 1;
        byte[] leader = reading.leader().bytes();
        System.arraycopy(leader, 0, bytes, 0, LEADER_LENGTH);
        putNumber(bytes, 0, recordLength);
        putNumber(bytes, 12, baseAddress);
        return RECORDS.create(
                bytes.length == at ? bytes : Arrays.copyOf(bytes, at),
                0,
                at,
                index,
                false,
                Utf8.firstHigh(bytes, 0, at) == at,
                settings.sourceName(),
                base + start,
                settings.encoding(),
                settings.flavor());
    }

    /** Copies the content of a field, without the terminators inside that are no part of it; the position behind it. */
    private int copy(int entry, byte[] bytes, int position) {
        int from = reading.alignment().from(entry);
        int to = reading.alignment().to(entry);
        if (!separatorsInside
                || Bytes.indexOf(b, FIELD_TERMINATOR, from, to) < 0
                        && Bytes.indexOf(b, RECORD_TERMINATOR, from, to) < 0) {
            System.arraycopy(b, from, bytes, position, to - from);
            return position + to - from;
        }
        int at = position;
        boolean counted = countsSeparators(entry);
        for (int p = from; p < to; p++) {
            if (b[p] == RECORD_TERMINATOR || b[p] == FIELD_TERMINATOR && !counted) {
                separators.add(p);
            } else {
                bytes[at++] = b[p];
            }
        }
        return at;
    }

    /** Whether the field terminators inside a field are part of it, as in a clean record: its length counts them. */
    private boolean countsSeparators(int entry) {
        int from = reading.alignment().from(entry);
        int to = reading.alignment().to(entry);
        int inside = 0;
        for (int i = from; i < to; i++) {
            inside += b[i] == FIELD_TERMINATOR ? 1 : 0;
        }
        return reading.directory().length(entry) != to - from + 1 - inside;
    }

    private static void putNumber(byte[] bytes, int p, int value) {
        int left = Math.min(value, LARGEST_RECORD);
        for (int i = p + 4; i >= p; i--) {
            bytes[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    /** Everything between base address and end that is neither in a field nor a field's terminator. */
    private void collectRejects(long base) {
        // Begin and end in one number, so that they sort without objects.
        long[] fields = new long[tags.length];
        int count = 0;
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] >= 0) {
                int to = reading.alignment().to(i);
                boolean terminator = to < reading.data().to() && b[to] == FIELD_TERMINATOR;
                fields[count++] = (long) reading.alignment().from(i) << 32 | (terminator ? to + 1 : to);
            }
        }
        Arrays.sort(fields, 0, count);
        separators.sort(null);
        int p = reading.data().from();
        int separator = 0;
        for (int i = 0; i < count; i++) {
            int end = (int) fields[i];
            add(base, p, (int) (fields[i] >> 32));
            while (separator < separators.size() && separators.get(separator) < end) {
                int position = separators.get(separator++);
                add(base, position, position + 1);
            }
            p = end;
        }
        add(base, p, reading.data().to());
    }

    private void add(long base, int from, int to) {
        if (to > from) {
            rejects.add(new Extent(base + from, to - from));
        }
    }
}
