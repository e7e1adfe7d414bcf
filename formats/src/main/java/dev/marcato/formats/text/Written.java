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
    /** What some text is for a line. */
    public enum Text {
        /** Such that the line holds it as it is. */
        SOUND,
        /** Such that it breaks lines, unless blanks are written for that. */
        BREAKS,
        /** Nothing that a record's text may be: it holds a delimiter of ISO 2709. */
        DELIMITER
    }

    private Written() {}

    /** Adds text, with blanks for LF and CR, unless it holds a delimiter. */
    public static Text text(ByteOutput out, byte[] text, int from, int to) {
        boolean breaks = false;
        for (int i = from; i < to; i++) {
            byte value = text[i];
            if (value < ' ' && value >= 0) {
                if (value >= 0x1D) {
                    return Text.DELIMITER;
                }
                breaks |= isBreak(value);
            }
        }
        int at = out.size();
        out.write(text, from, to - from);
        byte[] written = out.array();
        for (int i = at; breaks && i < out.size(); i++) {
            written[i] = isBreak(written[i]) ? (byte) ' ' : written[i];
        }
        return breaks ? Text.BREAKS : Text.SOUND;
    }

    private static boolean isBreak(byte value) {
        return value == '\n' || value == '\r';
    }

    /** Reports that blanks were written for line breaks; parameters as those of {@link #refused}. */
    public static void lostBreaks(MarcRecord record, EncodedRecords out, String tag, int field) {
        otherwise(
                DiagnosticCode.CHARACTER_LOST,
                record,
                out,
                tag,
                field,
                "a line break is in the text",
                "a blank was written for it");
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
