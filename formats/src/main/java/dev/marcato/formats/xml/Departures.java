// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.io.EncodedRecords;

/** Tells of one record what of it is not as the schema wants it, once for each kind, and what is written otherwise. */
final class Departures {
    static final int LEADER = 1;
    static final int TAG = 1 << 1;
    static final int COUNT = 1 << 2;
    static final int INDICATOR = 1 << 3;
    static final int CODE = 1 << 4;
    static final int TEXT = 1 << 5;
    static final int EMPTY = 1 << 6;
    static final int ORDER = 1 << 7;
    private static final int MISSING = 1 << 8;
    private static final int LOST = 1 << 9;

    private final MarcRecord record;
    private final EncodedRecords encoded;
    private int told;
    private int tag;
    private int fieldNumber;

    Departures(MarcRecord record, EncodedRecords encoded) {
        this.record = record;
        this.encoded = encoded;
    }

    /** What is told from now on is about a field. */
    void field(int newTag, int number) {
        tag = newTag;
        fieldNumber = number;
    }

    /** Something that the schema does not allow, and that is written all the same. */
    void tell(int kind, String found) {
        report(kind, DiagnosticCode.SCHEMA_DEPARTURE, found, "written as it is");
    }

    /** An indicator that is not there, where the attribute must be. */
    void missingIndicator() {
        report(MISSING, DiagnosticCode.INDICATORS_MISSING, "", "blank was written");
    }

    /** Characters that XML forbids. */
    void lost(int characters) {
        if (characters > 0) {
            report(LOST, DiagnosticCode.CHARACTER_LOST, "a character that XML forbids", "U+FFFD was written");
        }
    }

    private void report(int kind, DiagnosticCode code, String found, String action) {
        if ((told & kind) == 0) {
            told |= kind;
            encoded.report(new Diagnostic(code, place(), found, "", action));
        }
    }

    /** Why a record is not written. */
    Diagnostic refusal(int field, String found, String expected) {
        fieldNumber = field;
        tag = 0;
        return new Diagnostic(DiagnosticCode.RECORD_NOT_REPRESENTABLE, place(), found, expected, "not written");
    }

    private Location place() {
        Location at = record.location();
        String text = tag == 0
                ? ""
                : new String(new char[] {(char) (tag >> 16 & 0xFF), (char) (tag >> 8 & 0xFF), (char) (tag & 0xFF)});
        return new Location(at.source(), at.recordNumber(), at.byteOffset(), at.controlNumber(), text, fieldNumber);
    }
}
