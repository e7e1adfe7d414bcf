// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import dev.marcato.internal.check.RecordInspector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one part after another and works on their records. One thread's. */
final class PartReader<T> {
    /** Who is in turn hands over so many bytes as soon as they are there: a stretch of damage may have no end. */
    static final long MOST_BYTES = 1 << 20;

    private final PassSettings settings;
    private final Work<T> work;
    private final @Nullable Consumer<MarcRecord> worker;
    private final @Nullable RecordInspector inspector;
    private final long mostLogBytes;

    PartReader(PassSettings settings, Work<T> work) {
        this.settings = settings;
        this.work = work;
        this.worker = work.worker();
        this.inspector = settings.options().inspect() ? new RecordInspector() : null;
        this.mostLogBytes = settings.mostLogBytes();
    }

    /** Takes a stretch of a part whose turn it is; false where no more is wanted. */
    interface Taker<T> {
        boolean take(PartResult<T> result) throws IOException;
    }

    /**
     * Reads a part.
     *
     * @param taker gets what is too much to wait for its turn, when that has come
     * @return what is left
     */
    PartResult<T> read(Part part, Gate gate, Taker<T> taker) throws IOException {
        PartCursor cursor = new PartCursor(settings, inspector, part, worker == null, gate);
        PartResult<T> rest = stretch(part, cursor, gate, taker, true);
        while (rest == null) {
            rest = stretch(part, cursor, gate, taker, false);
        }
        return rest;
    }

    /**
     * Reads the next stretch, and hands it over if there will be another one; else gives it back. A method by itself, so
     * that nothing of a stretch is known any more while the next one is read: each may hold a large record.
     */
    private @Nullable PartResult<T> stretch(Part part, PartCursor cursor, Gate gate, Taker<T> taker, boolean begins)
            throws IOException {
        List<MarcRecord> records = new ArrayList<>();
        boolean ends;
        T made;
        try {
            ends = advance(cursor, gate, worker == null ? records::add : worker);
            made = records.isEmpty() ? null : work.make(records);
        } catch (Throwable e) {
            return new PartResult<>(part, begins, true, cursor.log(), List.of(), null, null, e);
        }
        PartResult<T> result =
                new PartResult<>(part, begins, ends, cursor.takeLog(), records, made, cursor.broken(), null);
        if (ends) {
            return result;
        }
        gate.pass();
        return taker.take(result) ? null : result;
    }

    /** Reads until the part ends, or there is enough to hand over; whether it ended. */
    private boolean advance(PartCursor cursor, Gate gate, Consumer<MarcRecord> sink) {
        PartCursor.Step step = PartCursor.Step.OTHER;
        while (step != PartCursor.Step.END) {
            step = cursor.advance(sink);
            if (step != PartCursor.Step.END && isEnough(cursor.log(), gate)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is handed over now: by who is in turn, or by who has so much that it must wait for that. */
    private boolean isEnough(PartLog log, Gate gate) {
        return log.objectBytes() >= mostLogBytes || gate.passed() && log.bytes() >= MOST_BYTES;
    }
}
