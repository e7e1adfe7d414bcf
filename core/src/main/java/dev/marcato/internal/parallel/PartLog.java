// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.internal.read.Ledger;
import dev.marcato.io.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker leaves of a part, for the source's ledger to be told in order. Clean records that nobody wants to see
 * again are only counted.
 */
final class PartLog {
    // What objects take in the heap, about: with compressed references, and with texts of usual length.
    private static final int ENTRY_BYTES = 140;
    private static final int RECORD_BYTES = 200;
    private static final int FINDING_BYTES = 200;

    private final boolean keepsRecords;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;
    private long objectBytes;
    private long cleanRecords;
    private long cleanBytes;
    private long cleanEnd;
    private long cleanLines;
    private long cleanLineStart;
    private int told;

    /** @param keepsRecords whether each record is to get its number, or has findings */
    PartLog(boolean keepsRecords) {
        this.keepsRecords = keepsRecords;
    }

    /** A piece, behind so many clean records; what inspection found in its record. */
    private record Entry(
            long cleanRecords,
            long cleanBytes,
            long cleanEnd,
            long cleanLines,
            long cleanLineStart,
            Piece piece,
            List<Diagnostic> findings) {}

    /** The next piece. Its bytes stay as they are. */
    void add(Piece piece, List<Diagnostic> findings) {
        bytes += piece.length();
        if (piece.kind() == Piece.Kind.CLEAN
                && !keepsRecords
                && piece.findings().isEmpty()) {
            cleanRecords++;
            cleanBytes += piece.length();
            cleanEnd = piece.offset() + piece.length();
            cleanLines += piece.lines();
            cleanLineStart = piece.lines() > 0 ? piece.offset() + piece.lastLine() : cleanLineStart;
            return;
        }
        boolean hasRecord = piece.kind() == Piece.Kind.CLEAN || piece.kind() == Piece.Kind.REPAIRED;
        int found = piece.findings().size() + findings.size();
        objectBytes += ENTRY_BYTES + (hasRecord ? RECORD_BYTES : 0) + (long) FINDING_BYTES * found;
        entries.add(new Entry(
                cleanRecords, cleanBytes, cleanEnd, cleanLines, cleanLineStart, piece.copy(), List.copyOf(findings)));
        cleanRecords = 0;
        cleanBytes = 0;
        cleanLines = 0;
    }

    /**
     * Tells the ledger, up to the last record that is asked for. Also where the ledger throws, {@link #told()} says how
     * many kept records came before.
     *
     * @param inspected whether the records were looked at
     */
    void tell(Ledger ledger, boolean inspected, Selection selection) throws IOException {
        for (Entry entry : entries) {
            if (entry.cleanRecords > 0) {
                ledger.addClean(
                        entry.cleanRecords, entry.cleanBytes, entry.cleanEnd, entry.cleanLines, entry.cleanLineStart);
                selection.pass(entry.cleanRecords);
            }
            if (ledger.add(entry.piece)) {
                if (inspected) {
                    MarcRecord record = entry.piece.record();
                    ledger.inspected(record, entry.findings);
                }
                told++;
                selection.pass();
                if (selection.full()) {
                    return;
                }
            }
        }
        if (cleanRecords > 0) {
            ledger.addClean(cleanRecords, cleanBytes, cleanEnd, cleanLines, cleanLineStart);
            selection.pass(cleanRecords);
        }
    }

    /** How many bytes the pieces have, which are in memory for as long as somebody knows the log. */
    long bytes() {
        return bytes;
    }

    /** About how many bytes the log takes beside those of the pieces: where these are tiny, it is far more. */
    long objectBytes() {
        return objectBytes;
    }

    /** How many kept records the ledger was told of. */
    int told() {
        return told;
    }
}
