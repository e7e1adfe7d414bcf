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

/** Reads one part after another and works on their records. One thread's. */
final class PartReader<T> {
    private final PassSettings settings;
    private final Work<T> work;
    private final @Nullable Consumer<MarcRecord> worker;
    private final @Nullable RecordInspector inspector;
    private final Piece piece = new Piece();

    PartReader(PassSettings settings, Work<T> work) {
        this.settings = settings;
        this.work = work;
        this.worker = work.worker();
        this.inspector = settings.options().inspect() ? new RecordInspector() : null;
    }

    PartResult<T> read(Part part, Gate gate) {
        PartLog log = new PartLog(worker == null || inspector != null);
        List<MarcRecord> records = new ArrayList<>();
        IOException broken = null;
        try {
            CutSettings cut = new CutSettings(part.name(), settings.limits(), settings.encoding(), settings.flavor());
            RecordCutter cutter = part.open(cut, gate);
            while (next(cutter, part)) {
                add(log, records);
            }
        } catch (IOException e) {
            broken = e;
        } catch (RuntimeException | Error e) {
            return new PartResult<>(part, log, List.of(), null, null, e);
        }
        try {
            T made = records.isEmpty() ? null : work.make(records);
            return new PartResult<>(part, log, records, made, broken, null);
        } catch (RuntimeException | Error e) {
            return new PartResult<>(part, log, List.of(), null, null, e);
        } finally {
            piece.clear();
        }
    }

    private boolean next(RecordCutter cutter, Part part) throws IOException {
        try {
            return cutter.next(piece);
        } catch (ReadFailure e) {
            throw e;
        } catch (IOException e) {
            OpenSource source = part.source();
            throw source == null ? e : new ReadFailure(source.facts().bytes(), e);
        }
    }

    private void add(PartLog log, List<MarcRecord> records) {
        ErrorPolicy policy = settings.options().policy();
        boolean delivered =
                piece.kind() == Piece.Kind.CLEAN || piece.kind() == Piece.Kind.REPAIRED && policy == ErrorPolicy.REPAIR;
        List<Diagnostic> findings = List.of();
        if (delivered && inspector != null) {
            findings = new ArrayList<>();
            inspector.inspect(piece.record(), findings::add);
        }
        log.add(piece, findings);
        if (!delivered) {
            return;
        }
        if (worker == null) {
            records.add(piece.record());
        } else {
            worker.accept(piece.record());
        }
    }
}
