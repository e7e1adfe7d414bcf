// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal;

import dev.marcato.Encoding;
import dev.marcato.Flavor;
import dev.marcato.MarcRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the inside of this module makes records and reaches their bytes, which {@link MarcRecord} shows to nobody else.
 * There is one instance, which the record's class provides. Arrays that pass through here are shared, never copied:
 * whoever gets one only reads it.
 */
public abstract class RecordAccess {
    private static volatile @Nullable RecordAccess instance;

    protected RecordAccess() {}

    public static RecordAccess get() {
        RecordAccess access = instance;
        return access != null ? access : load();
    }

    /** Called once, by the class of records. */
    public static void provide(RecordAccess access) {
        instance = access;
    }

    /**
     * Makes a record of bytes that are already framed.
     *
     * @param data the block; it must not change from now on
     * @param offset first byte of the leader
     * @param length bytes of the record from its leader on
     * @param index three ints for each field, in directory order: the tag packed into the lower three bytes, the
     *     position of the field in {@code data}, its length in bytes without its terminator
     * @param verbatim whether {@code data[offset, offset + length)} is a clean ISO 2709 record, which is then written as
     *     it is; otherwise it is a leader and fields, each with its terminator, without a directory
     * @param ascii whether every byte of it is below 0x80
     * @param source name of the source, "" if none
     * @param sourceOffset where in the uncompressed source the record begins, -1 if unknown
     * @param encoding the encoding that the caller insists on, null to go by evidence
     * @param flavor the flavor that the caller insists on, null to go by evidence
     */
    public abstract MarcRecord create(
            byte[] data,
            int offset,
            int length,
            int[] index,
            boolean verbatim,
            boolean ascii,
            String source,
            long sourceOffset,
            @Nullable Encoding encoding,
            @Nullable Flavor flavor);

    /** Sets the 1-based number of a record in its source. Only before another thread can see the record. */
    public abstract void number(MarcRecord record, long number);

    public abstract byte[] data(MarcRecord record);

    public abstract int offset(MarcRecord record);

    public abstract int length(MarcRecord record);

    public abstract int[] index(MarcRecord record);

    public abstract boolean verbatim(MarcRecord record);

    public abstract boolean ascii(MarcRecord record);

    /** What a field is in; its number is its place in the index. */
    public abstract Encoding encoding(MarcRecord record, int field);

    /** Where in {@link #data} field 100 of a UNIMARC record names its character sets, -1 if it does not. */
    public abstract int unimarcSets(MarcRecord record);

    private static RecordAccess load() {
        try {
            Class.forName("dev.marcato.MarcRecord", true, RecordAccess.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError("dev.marcato.MarcRecord is missing", e);
        }
        RecordAccess access = instance;
        if (access == null) {
            throw new IllegalStateException("used while the class of records is still being initialised");
        }
        return access;
    }
}
