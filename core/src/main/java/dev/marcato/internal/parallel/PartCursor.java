// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.internal.check.RecordInspector;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One part while it is read, record by record. One thread's. */
final class PartCursor {
    private final Part part;
    private final Gate gate;
    private final CutSettings settings;
    private final ErrorPolicy policy;
    private final @Nullable RecordInspector inspector;
    private final boolean keepsRecords;
    private PartLog log;
    private final Piece piece = new Piece();
    private @Nullable RecordCutter cutter;
    private @Nullable IOException broken;
    private boolean ended;

    /** @param keepsRecords whether the log must tell the records one by one */
    PartCursor(PassSettings settings, @Nullable RecordInspector inspector, Part part, boolean keepsRecords, Gate gate) {
        this.part = part;
        this.gate = gate;
        this.settings = new CutSettings(part.name(), settings.limits(), settings.encoding(), settings.flavor());
        this.policy = settings.options().policy();
        this.inspector = inspector;
        this.keepsRecords = keepsRecords || inspector != null;
        this.log = new PartLog(this.keepsRecords);
    }

    /** What has been passed. */
    PartLog log() {
        return log;
    }

    /** The same, and begins a new log. */
    PartLog takeLog() {
        PartLog taken = log;
        log = new PartLog(keepsRecords);
        return taken;
    }

    /** Why the part could not be opened or read to its end, or null. */
    @Nullable
    IOException broken() {
        return broken;
    }

    /** What the next stretch of the part was. */
    enum Step {
        /** One with a record to be delivered, which it was. */
        RECORD,
        /** Filler, rejects, or a record that is not to be delivered. */
        OTHER,
        /** There is no other, be it because of damage that ends the pass. */
        END
    }

    /** Passes the next stretch; the action gets its record, if there is one to be delivered. */
    Step advance(Consumer<? super MarcRecord> action) {
        try {
            if (!ended && next()) {
                boolean delivered = add();
                if (delivered) {
                    action.accept(piece.record());
                }
                return delivered ? Step.RECORD : Step.OTHER;
            }
        } catch (IOException e) {
            broken = e;
        }
        ended = true;
        piece.clear();
        return Step.END;
    }

    private boolean next() throws IOException {
        RecordCutter open = cutter;
        if (open == null) {
            open = part.open(settings, gate);
            cutter = open;
        }
        try {
            return open.next(piece);
        } catch (ReadFailure e) {
            throw e;
        } catch (IOException e) {
            OpenSource source = part.source();
            throw source == null ? e : new ReadFailure(source.facts().bytes(), e);
        }
    }

    /** Logs the piece; whether it has a record to be delivered. */
    private boolean add() {
        boolean repaired = piece.kind() == Piece.Kind.REPAIRED;
        boolean delivered = piece.kind() == Piece.Kind.CLEAN || repaired && policy == ErrorPolicy.REPAIR;
        List<Diagnostic> findings = List.of();
        if (delivered && inspector != null) {
            findings = new ArrayList<>();
            inspector.inspect(piece.record(), findings::add);
        }
        log.add(piece, findings);
        // Nothing counts behind it.
        ended |= policy == ErrorPolicy.STRICT && (repaired || piece.kind() == Piece.Kind.REJECTED);
        return delivered;
    }
}
