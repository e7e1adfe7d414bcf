// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.check.RecordInspector;
import dev.marcato.io.MarcInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pass whose parts others read, on threads and in an order of theirs: what is behind a stream. The account takes the
 * parts in input order, as soon as those before them are done. Safe for several threads.
 */
public final class StreamPass implements Closeable {
    private final List<? extends MarcInput> inputs;
    private final PassSettings settings;
    private final OpenSources sources;
    private final Sequencer<Void> sequencer;
    /** Who reads far behind its part has the only one. */
    private final Semaphore large = new Semaphore(1);

    // Guarded by this object.
    private final Map<Long, Map<Long, Done>> waiting = new TreeMap<>();
    private long nextInput;
    private long nextStart;
    private boolean ended;

    public StreamPass(List<? extends MarcInput> inputs, PassSettings settings) {
        this.inputs = inputs;
        this.settings = settings;
        this.sources = new OpenSources(settings.format(), settings.limits());
        this.sequencer = new Sequencer<>(
                settings,
                new Work<>() {
                    @Override
                    public Consumer<MarcRecord> worker() {
                        return record -> {};
                    }

                    @Override
                    public @Nullable Void make(List<MarcRecord> records) {
                        return null;
                    }

                    @Override
                    public void deliver(Void made) {
                        // The records went to whom they were for.
                    }
                },
                sources);
    }

    /** A part that was read, and where the next one begins in its input. */
    private record Done(@Nullable PartResult<Void> result, long end, boolean last) {}

    List<? extends MarcInput> inputs() {
        return inputs;
    }

    OpenSources sources() {
        return sources;
    }

    /** A part that is about to be read. */
    PartCursor cursor(Part part, Gate gate) {
        RecordInspector inspector = settings.options().inspect() ? new RecordInspector() : null;
        return new PartCursor(settings, inspector, part, false, gate);
    }

    /** A gate for the reader of one part, who must give back what it took. */
    PartGate gate() {
        return new PartGate();
    }

    final class PartGate implements Gate, Closeable {
        private boolean passed;

        /** Never: others may be before it. */
        @Override
        public boolean passed() {
            return false;
        }

        @Override
        public void pass() {
            if (!passed) {
                large.acquireUninterruptibly();
                passed = true;
            }
        }

        @Override
        public <R> R patiently(Supplier<R> reading) {
            return reading.get();
        }

        @Override
        public void close() {
            if (passed) {
                passed = false;
                large.release();
            }
        }
    }

    /**
     * A part was read.
     *
     * @param input its input's place
     * @param start where it begins in the input
     * @param end where the next one begins; of a member of an archive, its place among them
     * @param last whether its input ends with it
     * @param begins whether nothing of it was handed over
     */
    synchronized void done(
            long input, long start, long end, boolean last, Part part, PartCursor cursor, boolean begins) {
        if (ended) {
            return;
        }
        PartResult<Void> result =
                new PartResult<>(part, begins, true, cursor.log(), List.of(), null, cursor.broken(), null);
        waiting.computeIfAbsent(input, any -> new TreeMap<>()).put(start, new Done(result, end, last));
        take();
    }

    private void take() {
        if (ended) {
            return;
        }
        try {
            takeDue();
        } catch (IOException e) {
            ended = true;
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            ended = true;
            throw e;
        }
    }

    /** All members of an archive were read. */
    synchronized void ended(long input, long start) {
        waiting.computeIfAbsent(input, any -> new TreeMap<>()).put(start, new Done(null, start, true));
        take();
    }

    /** Some of a part was read; false where others come before it, so that it must wait. */
    synchronized boolean handOver(long input, long start, Part part, PartCursor cursor, boolean begins) {
        if (ended || input != nextInput || start != nextStart) {
            return false;
        }
        try {
            sequencer.take(
                    new PartResult<>(part, begins, false, cursor.takeLog(), List.of(), null, cursor.broken(), null));
            return true;
        } catch (IOException e) {
            ended = true;
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            ended = true;
            throw e;
        }
    }

    private void takeDue() throws IOException {
        Done due = due();
        while (due != null) {
            if (due.result != null) {
                sequencer.take(due.result);
            }
            if (due.last) {
                nextInput++;
                nextStart = 0;
            } else {
                nextStart = due.end;
            }
            due = due();
        }
    }

    private @Nullable Done due() {
        Map<Long, Done> parts = waiting.get(nextInput);
        Done due = parts == null ? null : parts.remove(nextStart);
        if (parts != null && parts.isEmpty()) {
            waiting.remove(nextInput);
        }
        return due;
    }

    /** The account of the parts that were read, as far as there is no gap. */
    public synchronized ReadSummary summary() {
        return sequencer.summary();
    }

    @Override
    public synchronized void close() {
        ended = true;
        sources.close();
    }
}
