// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.Ascii;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a leader and fields together to a record in one encoding. */
final class RecordAssembly {
    private final MarcRecord base;
    private final Leader leader;
    private final List<PlacedField> fields;
    private final @Nullable Encoding told;
    private final @Nullable Flavor flavor;

    RecordAssembly(
            MarcRecord base,
            Leader leader,
            List<PlacedField> fields,
            @Nullable Encoding told,
            @Nullable Flavor flavor) {
        this.base = base;
        this.leader = leader;
        this.fields = fields;
        this.told = told;
        this.flavor = flavor;
    }

    MarcRecord build() {
        boolean plain = true;
        boolean keepsText = false;
        byte[][] pieces = new byte[fields.size()][];
        for (int n = 0; n < pieces.length; n++) {
            Field field = fields.get(n).field();
            pieces[n] = field.data;
            if (!Ascii.isPlain(field.data, field.start, field.end)) {
                plain = false;
                keepsText |= base != MarcRecord.HANDMADE && field.encoding() == base.encoding();
            }
        }
        Encoding encoding = told;
        if (encoding == null) {
            // Text that is there already decides; if there is none, what the record claims, whatever the new text is.
            encoding = plain || keepsText ? base.encoding() : RecordEvidence.claimed(assemble(pieces, base));
        }
        MarcRecord reader = base.fieldless(encoding);
        for (int n = 0; n < pieces.length; n++) {
            Field field = fields.get(n).field();
            if (!field.owner.readsLike(reader, field.data, field.start, field.end)) {
                pieces[n] = Transcoding.bytes(field, reader);
            }
        }
        MarcRecord record = assemble(pieces, reader);
        if (!plain && record.encoding() != encoding) {
            throw new IllegalArgumentException("leader/09 \"" + leader.characterCodingScheme()
                    + "\" would make the text, which is in " + encoding.title() + ", be read as "
                    + record.encoding().title());
        }
        return record;
    }

    /** A piece that is a field's own array holds that field at its place; any other is a field as a whole. */
    private MarcRecord assemble(byte[][] pieces, MarcRecord reader) {
        int length = Leader.LENGTH;
        for (int n = 0; n < pieces.length; n++) {
            length = Math.addExact(length, length(pieces, n) + 1);
        }
        byte[] data = new byte[length];
        leader.bytes().copyTo(data, 0);
        data[10] = (byte) ('0' + reader.indicatorCount());
        data[11] = (byte) ('0' + reader.subfieldCodeCount());
        int[] index = new int[3 * pieces.length];
        int at = Leader.LENGTH;
        int[] order = dataOrder();
        for (int n : order) {
            Field field = fields.get(n).field();
            int bytes = length(pieces, n);
            System.arraycopy(pieces[n], pieces[n] == field.data ? field.start : 0, data, at, bytes);
            index[3 * n] = field.packedTag;
            index[3 * n + 1] = at;
            index[3 * n + 2] = bytes;
            data[at + bytes] = Bytes.FIELD_TERMINATOR;
            at += bytes + 1;
        }
        boolean ascii = Ascii.firstHigh(data, 0, length) == length;
        return base.successor(data, index, ascii, told, flavor);
    }

    private int length(byte[][] pieces, int n) {
        Field field = fields.get(n).field();
        return pieces[n] == field.data ? field.end - field.start : pieces[n].length;
    }

    /** The fields as they follow each other in the data, which is nearly always the order of the directory. */
    private int[] dataOrder() {
        int count = fields.size();
        long[] keys = new long[count];
        for (int n = 0; n < count; n++) {
            keys[n] = (long) fields.get(n).order() << 32 | n;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int n = 0; n < count; n++) {
            order[n] = (int) keys[n];
        }
        return order;
    }
}
