// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is to be written of records, one after another: their text in the right encoding, then the bytes of the format.
 * One thread's; several may work for one writer.
 */
final class RecordBatch {
    private final RecordEncoder encoder;
    private final Transcoder transcoder;
    private final boolean endsAtRefusal;
    private final byte[] separator;
    private EncodedRecords made = new EncodedRecords();
    private boolean ended;

    /**
     * @param transcoder sees to the encoding
     * @param endsAtRefusal whether nothing is to be made behind a record that cannot be written
     */
    RecordBatch(RecordEncoder encoder, Transcoder transcoder, boolean endsAtRefusal) {
        this.encoder = encoder;
        this.transcoder = transcoder;
        this.endsAtRefusal = endsAtRefusal;
        ByteOutput between = new ByteOutput();
        encoder.separate(between);
        this.separator = between.toByteArray();
    }

    RecordEncoder encoder() {
        return encoder;
    }

    /** What stands between two records. */
    byte[] separator() {
        return separator;
    }

    /**
     * Adds a record.
     *
     * @param origin the record that it was read as
     */
    void add(MarcRecord record, MarcRecord origin) {
        if (ended) {
            return;
        }
        made.begin(origin);
        int refused = made.refused();
        @Nullable MarcRecord written = transcoder.convert(record, made);
        if (written != null) {
            encode(written);
        }
        ended = endsAtRefusal && made.refused() > refused;
    }

    private void encode(MarcRecord record) {
        if (separator.length == 0 || made.records() == 0) {
            if (encoder.encode(record, made)) {
                made.count();
            }
            return;
        }
        int before = made.bytes().size();
        made.bytes().write(separator);
        if (encoder.encode(record, made)) {
            made.count();
        } else {
            made.bytes().truncate(before);
        }
    }

    /** What was made until now. */
    EncodedRecords made() {
        return made;
    }

    /**
     * The same, and begins anew.
     *
     * @param next empty, for what is made from now on
     */
    EncodedRecords take(EncodedRecords next) {
        EncodedRecords taken = made;
        made = next;
        ended = false;
        return taken;
    }

    /** Goes on behind a record that could not be written. */
    void goOn() {
        made.clearReports();
        ended = false;
    }
}
