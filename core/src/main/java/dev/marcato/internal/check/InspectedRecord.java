// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.Encoding;
import dev.marcato.Flavor;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Location;
import dev.marcato.internal.RecordAccess;
import dev.marcato.internal.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A record as the checks see it: its bytes and the index of its fields. Positions are absolute in {@link #data};
 * fields are numbered from 0 here and from 1 in what people see.
 */
final class InspectedRecord {
    static final int NO_FIELD = -1;

    private static final RecordAccess ACCESS = RecordAccess.get();
    private static final int TAG_001 = '0' << 16 | '0' << 8 | '1';

    final byte[] data;
    /** Where the leader begins. */
    final int offset;

    final boolean verbatim;

    private final MarcRecord record;
    private final int[] index;
    private @Nullable String controlNumber;

    InspectedRecord(MarcRecord record) {
        this.record = record;
        this.data = ACCESS.data(record);
        this.offset = ACCESS.offset(record);
        this.index = ACCESS.index(record);
        this.verbatim = ACCESS.verbatim(record);
    }

    int fields() {
        return index.length / 3;
    }

    /** The three bytes of a tag, the first one highest. */
    int tag(int field) {
        return index[3 * field];
    }

    int start(int field) {
        return index[3 * field + 1];
    }

    /** Where the field ends: the position of its terminator. */
    int end(int field) {
        return index[3 * field + 1] + index[3 * field + 2];
    }

    boolean isControlField(int field) {
        return tag(field) >> 8 == ('0' << 8 | '0');
    }

    boolean isControlNumber(int field) {
        return tag(field) == TAG_001;
    }

    /** One byte of the leader. */
    int leader(int position) {
        return data[offset + position] & 0xFF;
    }

    Encoding encoding() {
        return record.encoding();
    }

    /** What a field is in, which may be an exception. */
    Encoding encoding(int field) {
        return ACCESS.encoding(record, field);
    }

    Flavor flavor() {
        return record.flavor();
    }

    int indicatorCount() {
        return record.indicatorCount();
    }

    int subfieldCodeCount() {
        return record.subfieldCodeCount();
    }

    /** Where field 100 of a UNIMARC record names its character sets, -1 if it does not. */
    int unimarcSets() {
        return ACCESS.unimarcSets(record);
    }

    String tagText(int field) {
        int tag = tag(field);
        byte[] bytes = {(byte) (tag >> 16), (byte) (tag >> 8), (byte) tag};
        return SafeText.ofBytes(bytes, 0, 3, 3);
    }

    /**
     * The place of a byte. The bytes of a repaired record have moved, so its places are known by the record's start
     * alone.
     */
    Location location(int field, int position) {
        long start = record.sourceOffset();
        long at = start < 0 || !verbatim ? start : start + (position - offset);
        return new Location(
                record.source(),
                record.number(),
                at,
                controlNumber(),
                field == NO_FIELD ? "" : tagText(field),
                field + 1);
    }

    private String controlNumber() {
        String known = controlNumber;
        if (known == null) {
            known = record.controlNumber().orElse("");
            controlNumber = known;
        }
        return known;
    }
}
