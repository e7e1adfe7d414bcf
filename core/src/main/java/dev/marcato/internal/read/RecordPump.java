// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.check.RecordInspector;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the records of one source, one after another: each piece goes into the ledger as it is cut. One thread's. */
public final class RecordPump {
    private final RecordCutter cutter;
    private final Ledger ledger;
    private final @Nullable RecordInspector inspector;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Piece piece = new Piece();
    private boolean ended;

    public RecordPump(RecordCutter cutter, Ledger ledger, boolean inspect) {
        this.cutter = cutter;
        this.ledger = ledger;
        this.inspector = inspect ? new RecordInspector() : null;
    }

    /** The account until now. */
    public ReadSummary summary() {
        return ledger.summary();
    }

    /**
     * The next record, or null at the end.
     *
     * @throws MarcFormatException at damage, where the policy is STRICT
     * @throws IOException when the source cannot be read or the rejects cannot be written
     */
    public @Nullable MarcRecord next() throws IOException {
        while (!ended) {
            if (!cutter.next(piece)) {
                ended = true;
                ledger.end();
            } else if (ledger.add(piece)) {
                return inspected(piece.record());
            }
        }
        return null;
    }

    private MarcRecord inspected(MarcRecord record) {
        if (inspector != null) {
            inspector.inspect(record, findings::add);
            ledger.inspected(record, findings);
            findings.clear();
        }
        return record;
    }
}
