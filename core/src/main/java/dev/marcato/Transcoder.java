// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.internal.charset.Ascii;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings the text of records into one encoding, and makes them say so: leader/09 in MARC 21, field 100 in UNIMARC. A record
 * that is so already passes as it is. One thread's.
 */
final class Transcoder {
    private static final int CODING_SCHEME = 9;
    private static final byte[] UNICODE_SETS = "50      ".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable Encoding target;
    private final Normalizer.@Nullable Form normalization;
    private final UnencodablePolicy unencodable;
    private final ByteOutput fields = new ByteOutput(4 << 10);

    /**
     * @param target null for each record's own
     * @param normalization null for none
     */
    Transcoder(@Nullable Encoding target, Normalizer.@Nullable Form normalization, UnencodablePolicy unencodable) {
        this.target = target;
        this.normalization = normalization;
        this.unencodable = unencodable;
    }

    /** The record in the right encoding, or null where it is refused. */
    @Nullable
    MarcRecord convert(MarcRecord record, EncodedRecords reports) {
        Encoding to = target == null ? record.encoding() : target;
        byte[] data = record.data;
        int[] index = record.index.clone();
        fields.clear();
        fields.write(data, record.offset, Leader.LENGTH);
        int sets = record.flavor() == Flavor.UNIMARC ? RecordEvidence.setsOf100(record) : -1;
        int newSets = -1;
        boolean changed = false;
        for (int place : record.dataOrder()) {
            int from = record.index[place + 1];
            int end = from + record.index[place + 2];
            int at = fields.size();
            if (isRight(record, to, from, end)) {
                fields.write(data, from, end - from);
            } else {
                Diagnostic refusal = transcode(record, place, to, reports);
                if (refusal != null) {
                    reports.refuse(refusal);
                    return null;
                }
                changed = true;
            }
            if (sets >= from && sets < end) {
                newSets = at + sets - from;
            }
            index[place + 1] = at;
            index[place + 2] = fields.size() - at;
            fields.write(Bytes.FIELD_TERMINATOR);
        }
        changed |= target != null && declare(record, to, newSets);
        if (!changed) {
            return record;
        }
        byte[] bytes = fields.toByteArray();
        boolean ascii = Ascii.firstHigh(bytes, 0, bytes.length) == bytes.length;
        return record.successor(bytes, index, ascii, to, record.toldFlavor);
    }

    /** Whether these bytes stand for the same text in the other encoding, and nothing is to be changed in it. */
    private boolean isRight(MarcRecord record, Encoding to, int from, int end) {
        return Ascii.isPlain(record.data, from, end)
                || normalization == null
                        && record.encoding() == to
                        && to.codec().firstUndecodable(record.data, from, end) < 0;
    }

    private @Nullable Diagnostic transcode(MarcRecord record, int place, Encoding to, EncodedRecords reports) {
        int from = record.index[place + 1];
        int end = from + record.index[place + 2];
        Encoding source = record.encoding();
        String text = source.decode(record.data, from, end);
        int lost = source.firstUndecodable(record.data, from, end);
        if (lost >= 0) {
            reports.report(new Diagnostic(
                    DiagnosticCode.CHARACTER_LOST,
                    place(record, place, lost),
                    String.format("byte 0x%02X is none of %s", record.data[lost] & 0xFF, source.title()),
                    "",
                    "U+FFFD was written"));
        }
        if (normalization != null) {
            text = Normalizer.normalize(text, normalization);
        }
        String refusal = to.refusal(text);
        if (!refusal.isEmpty()) {
            return new Diagnostic(
                    DiagnosticCode.CHARACTER_LOST, place(record, place, from), refusal, "", unencodable.name());
        }
        fields.write(to.codec().encode(text));
        return null;
    }

    private static Location place(MarcRecord record, int place, int position) {
        Location at = record.location();
        long offset =
                at.byteOffset() < 0 || !record.verbatim ? at.byteOffset() : at.byteOffset() + position - record.offset;
        return new Location(
                at.source(),
                at.recordNumber(),
                offset,
                at.controlNumber(),
                Tags.text(record.index[place]),
                place / 3 + 1);
    }

    /** Makes the record say what it is in, where it says something else; whether it did. */
    private boolean declare(MarcRecord record, Encoding to, int sets) {
        byte[] bytes = fields.array();
        if (record.flavor() == Flavor.MARC21) {
            byte scheme = to == Encoding.UTF_8 ? (byte) 'a' : to == Encoding.MARC_8 ? (byte) ' ' : bytes[CODING_SCHEME];
            boolean differs = bytes[CODING_SCHEME] != scheme;
            bytes[CODING_SCHEME] = scheme;
            return differs;
        }
        if (sets < 0 || to != Encoding.UTF_8) {
            return false;
        }
        int end = Math.min(sets + UNICODE_SETS.length, fields.size());
        boolean differs = !Arrays.equals(bytes, sets, end, UNICODE_SETS, 0, end - sets);
        System.arraycopy(UNICODE_SETS, 0, bytes, sets, end - sets);
        return differs;
    }
}
