// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.RecordAccess;
import org.jspecify.annotations.Nullable;

/** Opens records to the inside of this module. */
final class RecordBridge extends RecordAccess {
    @Override
    public MarcRecord create(
            byte[] data,
            int offset,
            int length,
            int[] index,
            boolean verbatim,
            boolean ascii,
            String source,
            long sourceOffset,
            @Nullable Encoding encoding,
            @Nullable Flavor flavor) {
        return new MarcRecord(data, offset, length, index, verbatim, ascii, source, sourceOffset, encoding, flavor);
    }

    @Override
    public void number(MarcRecord record, long number) {
        record.number = number;
    }

    @Override
    public byte[] data(MarcRecord record) {
        return record.data;
    }

    @Override
    public int offset(MarcRecord record) {
        return record.offset;
    }

    @Override
    public int length(MarcRecord record) {
        return record.length;
    }

    @Override
    public int[] index(MarcRecord record) {
        return record.index;
    }

    @Override
    public boolean verbatim(MarcRecord record) {
        return record.verbatim;
    }

    @Override
    public boolean ascii(MarcRecord record) {
        return record.ascii;
    }

    @Override
    public Encoding encoding(MarcRecord record, int field) {
        return record.text().encoding(field);
    }

    @Override
    public int unimarcSets(MarcRecord record) {
        return RecordEvidence.setsOf100(record);
    }
}
