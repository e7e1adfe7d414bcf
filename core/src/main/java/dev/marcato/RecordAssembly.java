// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.Ascii;
import dev.marcato.internal.iso2709.DataOrder;
import dev.marcato.io.Utf8;
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
        Encoding claimed = RecordEvidence.claimed(assemble(pieces, base));
        // Text that is there already decides; if there is none, what the record claims, whatever the new text is.
        Encoding encoding = told != null ? told : plain || keepsText ? base.encoding() : claimed;
        MarcRecord record = assembleIn(encoding, pieces);
        if (told == null && !plain && !readsAs(record, encoding) && encoding != claimed) {
            // New text that is too little to be evidence against the claim.
            MarcRecord other = assembleIn(claimed, pieces);
            if (readsAs(other, claimed)) {
                return other;
            }
        }
        if (!plain && !readsAs(record, encoding)) {
            throw new IllegalArgumentException("leader/09 \"" + leader.characterCodingScheme()
                    + "\" would make the text, which is in " + encoding.title() + ", be read as "
                    + record.encoding().title());
        }
        return record;
    }

    /** The record with its new text in an encoding; what was there before keeps its bytes. */
    private MarcRecord assembleIn(Encoding encoding, byte[][] given) {
        MarcRecord reader = base.fieldless(encoding);
        byte[][] pieces = given.clone();
        for (int n = 0; n < pieces.length; n++) {
            Field field = fields.get(n).field();
            if (!isKept(field) && !field.owner.readsLike(reader, field.data, field.start, field.end)) {
                pieces[n] = Transcoding.bytes(field, reader);
            }
        }
        return assemble(pieces, reader);
    }

    private boolean isKept(Field field) {
        return field.data == base.data;
    }

    /** Whether each field will be read as it was written. */
    private boolean readsAs(MarcRecord record, Encoding encoding) {
        for (int n = 0; n < fields.size(); n++) {
            Field field = fields.get(n).field();
            Encoding meant = isKept(field) ? field.encoding() : encoding;
            int start = record.index[3 * n + 1];
            int end = start + record.index[3 * n + 2];
            if (!Ascii.isPlain(record.data, start, end) && record.encodingAt(record.data, start) != meant) {
                return false;
            }
        }
        return true;
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
        int[] order = new int[pieces.length];
        for (int n = 0; n < order.length; n++) {
            order[n] = fields.get(n).order();
        }
        for (int n : DataOrder.of(order, 0, 1)) {
            Field field = fields.get(n).field();
            int bytes = length(pieces, n);
            System.arraycopy(pieces[n], pieces[n] == field.data ? field.start : 0, data, at, bytes);
            index[3 * n] = field.packedTag;
            index[3 * n + 1] = at;
            index[3 * n + 2] = bytes;
            data[at + bytes] = Bytes.FIELD_TERMINATOR;
            at += bytes + 1;
        }
        boolean ascii = Utf8.firstHigh(data, 0, length) == length;
        return base.successor(data, index, ascii, told, flavor);
    }

    private int length(byte[][] pieces, int n) {
        Field field = fields.get(n).field();
        return pieces[n] == field.data ? field.end - field.start : pieces[n].length;
    }
}
