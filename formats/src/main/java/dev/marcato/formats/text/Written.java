// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;

/** What is said of a record that lines of text cannot hold as it is. Stateless, safe for all threads. */
public final class Written {
    private Written() {}

    /**
     * Adds a field's text to a line, with blanks for LF and CR, which is reported. So is an escape (0x1B): by it a record of ASCII
     * may be taken for one in MARC-8.
     *
     * @param lines where it goes
     * @param tag the field's tag
     * @param field the field's number, 0-based
     * @return whether it was added; if a delimiter of ISO 2709 is in it, the record is refused
     */
    public static boolean text(
            ByteOutput lines,
            byte[] text,
            int from,
            int to,
            MarcRecord record,
            EncodedRecords out,
            String tag,
            int field) {
        boolean breaks = false;
        boolean escapes = false;
        for (int i = from; i < to; i++) {
            byte value = text[i];
            if (value < ' ' && value >= 0) {
                if (value >= 0x1D) {
                    return refused(record, out, tag, field, "a delimiter of ISO 2709 is in the text", "");
                }
                breaks |= isBreak(value);
                escapes |= value == 0x1B;
            }
        }
        int at = lines.size();
        lines.write(text, from, to - from);
        if (breaks) {
            byte[] written = lines.array();
            for (int i = at; i < lines.size(); i++) {
                written[i] = isBreak(written[i]) ? (byte) ' ' : written[i];
            }
            otherwise(
                    DiagnosticCode.CHARACTER_LOST,
                    record,
                    out,
                    tag,
                    field,
                    "a line break is in the text",
                    "a blank was written for it");
        }
        if (escapes) {
            otherwise(
                    DiagnosticCode.SCHEMA_DEPARTURE,
                    record,
                    out,
                    tag,
                    field,
                    "an escape (0x1B) is in the text, which may be read as one of MARC-8",
                    "written as it is");
        }
        return true;
    }

    private static boolean isBreak(byte value) {
        return value == '\n' || value == '\r';
    }

    /**
     * The record is not written.
     *
     * @param tag of the field that it is about
     * @param field its number, 0-based; negative for the leader
     * @return false
     */
    public static boolean refused(
            MarcRecord record, EncodedRecords out, String tag, int field, String found, String expected) {
        return out.refuse(new Diagnostic(
                DiagnosticCode.RECORD_NOT_REPRESENTABLE,
                place(record, tag, field),
                found,
                expected,
                "the record was not written"));
    }

    /** The record is written, but something in it otherwise; parameters as those of {@link #refused}. */
    public static void otherwise(
            DiagnosticCode code,
            MarcRecord record,
            EncodedRecords out,
            String tag,
            int field,
            String found,
            String action) {
        out.report(new Diagnostic(code, place(record, tag, field), found, "", action));
    }

    /** Whether there is nothing but printable ASCII, blanks among it. */
    public static boolean isPrintable(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static Location place(MarcRecord record, String tag, int field) {
        Location whole = record.location();
        return new Location(
                whole.source(), whole.recordNumber(), whole.byteOffset(), whole.controlNumber(), tag, field + 1);
    }
}
