// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import dev.marcato.MarcRecord;
import dev.marcato.OversizePolicy;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.internal.RecordAccess;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordEncoder;
import java.util.Locale;

/** Writes ISO 2709: a clean record that was not changed byte for byte, any other laid out anew. */
final class Iso2709Encoder implements RecordEncoder {
    /** What is longer is not copied. */
    private static final int LARGE = 1 << 16;

    private static final RecordAccess RECORDS = RecordAccess.get();

    private final OversizePolicy oversize;

    Iso2709Encoder(OversizePolicy oversize) {
        this.oversize = oversize;
    }

    @Override
    public boolean encode(MarcRecord record, EncodedRecords out) {
        if (RECORDS.verbatim(record)) {
            out.share(RECORDS.data(record), RECORDS.offset(record), RECORDS.length(record));
            return true;
        }
        RecordLayout layout = RecordLayout.of(record);
        if (!layout.fits() && !(oversize == OversizePolicy.OVERFLOW && layout.fitsOverflowing())) {
            return out.refuse(tooLarge(record, layout));
        }
        if (layout.holdsTerminator()) {
            return out.refuse(new Diagnostic(
                    DiagnosticCode.RECORD_NOT_REPRESENTABLE,
                    record.location(),
                    "a field holds a record terminator (0x1D)",
                    "",
                    "not written"));
        }
        if (layout.length() > LARGE) {
            layout.writeTo(out::share);
        } else {
            ByteOutput bytes = out.bytes();
            int length = (int) layout.length();
            int at = bytes.claim(length);
            layout.writeTo(bytes.array(), at);
            bytes.claimed(at + length);
        }
        return true;
    }

    private Diagnostic tooLarge(MarcRecord record, RecordLayout layout) {
        String found;
        String expected;
        Location place = record.location();
        if (oversize == OversizePolicy.OVERFLOW) {
            found = "the record has " + counted(record.size()) + " fields";
            expected = "a directory of ISO 2709 has room for " + counted(RecordLayout.MOST_FIELDS);
        } else if (layout.longestField() > RecordLayout.LARGEST_FIELD) {
            int number = layout.longestFieldNumber();
            String tag = record.fields().get(number - 1).tag();
            place = new Location(
                    place.source(), place.recordNumber(), place.byteOffset(), place.controlNumber(), tag, number);
            found = "the field has " + counted(layout.longestField()) + " bytes";
            expected = "a field of ISO 2709 holds " + counted(RecordLayout.LARGEST_FIELD);
        } else {
            found = "the record has " + counted(layout.length()) + " bytes";
            expected = "a record of ISO 2709 holds " + counted(RecordLayout.LARGEST_RECORD);
        }
        String action = oversize == OversizePolicy.SKIP
                ? "left out"
                : "not written: a format without limits, such as MARCXML, can hold it";
        return new Diagnostic(DiagnosticCode.RECORD_TOO_LARGE, place, found, expected, action);
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
