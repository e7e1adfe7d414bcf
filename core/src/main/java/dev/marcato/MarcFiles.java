// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.parallel.Pass;
import dev.marcato.internal.parallel.PassSettings;
import dev.marcato.internal.parallel.RecordSpliterator;
import dev.marcato.internal.parallel.StreamPass;
import dev.marcato.internal.parallel.Work;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.FileSearch;
import dev.marcato.io.MarcInput;
import dev.marcato.io.UnreadableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Any number of inputs, read on all cores: what {@link MarcReader} gives one record at a time, with the same answers
 * for every number of threads. Large files are cut into ranges, small ones are read many at a time, a stream is read by
 * one thread while others work on what came before. Memory does not grow with the input.
 *
 * <p>Each of the methods below is one pass over all inputs, in which the calling thread works too; it ends when everything
 * was done, and all threads with it. Files can be read again and again, streams once. One pass at a time. What a stream gave
 * last is worked on when it gives more, or ends: who must see each record at once takes {@link MarcReader}.
 *
 * <p>An archive, ZIP or tar, stands for the files in it, each of which is a source of its own, called {@code
 * dump.zip!/records/1.mrc}. Nothing is unpacked to a disk.
 *
 * <p><b>Order.</b> Diagnostics, rejects, originals and the account are in input order, whatever is done with the records.
 * Records that are worked on before their turn know their offset, but not yet their number in the source, which depends
 * on what stands before; who is given things in order finds the numbers there.
 *
 * <p><b>Failure.</b> What a function given here throws reaches the caller, once, and nothing of what it was working on
 * counts. So do {@link MarcFormatException} at damage under {@link dev.marcato.diagnostic.ErrorPolicy#STRICT}: the first
 * damage in input order, after the records before it; and {@link UncheckedIOException} where an input cannot be opened or
 * read on, unless {@link Builder#unreadable} says otherwise. An interrupt ends the pass with an {@link
 * UncheckedIOException} and stays set.
 */
public final class MarcFiles {
    private final List<MarcInput> inputs;
    private final Builder options;
    private volatile Supplier<ReadSummary> last = () -> ReadSummary.EMPTY;

    private MarcFiles(List<MarcInput> inputs, Builder options) {
        this.inputs = List.copyOf(inputs);
        this.options = options;
    }

    /** Files, and what directories hold, in this order, with the usual settings. */
    public static MarcFiles of(Path... files) {
        return builder().of(files);
    }

    /** The files that match patterns such as {@code dump/*.mrc}, with the usual settings. */
    public static MarcFiles matching(String... patterns) {
        return builder().matching(patterns);
    }

    /** Files with other settings than the usual ones. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Collects the records of each thread into a container of its own, and these into one.
     *
     * @param container makes an empty container
     * @param accumulator adds a record to a container; never two at a time to one
     * @param combiner adds the second container to the first one
     * @return the one container, of any order
     */
    public <R> R collect(
            Supplier<R> container, BiConsumer<? super R, ? super MarcRecord> accumulator, BiConsumer<R, R> combiner) {
        if (options.skip > 0 || options.limit < Long.MAX_VALUE) {
            // Which records these are, depends on their order.
            R all = container.get();
            forEachBlock(Function.identity(), block -> block.forEach(record -> accumulator.accept(all, record)));
            return all;
        }
        List<R> containers = new ArrayList<>();
        pass(new Work<Void>() {
            @Override
            public Consumer<MarcRecord> worker() {
                R own = container.get();
                synchronized (containers) {
                    containers.add(own);
                }
                return record -> accumulator.accept(own, record);
            }

            @Override
            public @Nullable Void make(List<MarcRecord> records) {
                return null;
            }

            @Override
            public void deliver(Void made) {
                // Each record was accumulated.
            }

            @Override
            public void progress(long records, long bytes) {
                options.progress.at(records, bytes);
            }
        });
        R all = containers.get(0);
        for (R other : containers.subList(1, containers.size())) {
            combiner.accept(all, other);
        }
        return all;
    }

    /**
     * Works on blocks of records on any thread, and consumes what came of it in input order.
     *
     * @param work makes something of some records that follow one another in one source, at least one; called by several
     *     threads at a time. Where it makes null, nothing is consumed
     * @param consumer takes what was made, never two at a time, though not always in the same thread
     */
    public <T> void forEachBlock(Function<? super List<MarcRecord>, ? extends T> work, Consumer<? super T> consumer) {
        pass(new Work<T>() {
            @Override
            public @Nullable Consumer<MarcRecord> worker() {
                return null;
            }

            @Override
            public T make(List<MarcRecord> records) {
                return work.apply(records);
            }

            @Override
            public void deliver(T made) {
                consumer.accept(made);
            }

            @Override
            public void progress(long records, long bytes) {
                options.progress.at(records, bytes);
            }
        });
    }

    /**
     * Writes what a function makes of each record, in input order; all threads make bytes, one writes them.
     *
     * @param writer is closed at the end, also where that comes early
     * @param function gives the record to write, or null to leave one out; called by any thread
     * @throws IOException if the output fails
     */
    public void writeTo(MarcWriter writer, Function<? super MarcRecord, ? extends @Nullable MarcRecord> function)
            throws IOException {
        try (writer) {
            Queue<RecordBatch> idle = new ConcurrentLinkedQueue<>();
            // Blocks are large: they are used again, or else they would be most of what is allocated.
            Queue<EncodedRecords> written = new ConcurrentLinkedQueue<>();
            forEachBlock(
                    records -> {
                        RecordBatch free = idle.poll();
                        RecordBatch batch = free == null ? writer.newBatch() : free;
                        for (MarcRecord record : records) {
                            MarcRecord other = function.apply(record);
                            if (other != null) {
                                batch.add(other, record);
                            }
                        }
                        EncodedRecords empty = written.poll();
                        EncodedRecords made = batch.take(empty == null ? new EncodedRecords() : empty);
                        idle.add(batch);
                        return made;
                    },
                    made -> {
                        try {
                            writer.write(made);
                            made.clear();
                            written.add(made);
                        } catch (IOException e) {
                            throw new OutputFailed(e);
                        }
                    });
        } catch (OutputFailed e) {
            throw e.reason;
        }
    }

    /**
     * The records as a stream in input order, which is split where it is parallel: a file into ranges, several inputs into
     * fewer. What is unsplittable (standard input, what is compressed) is read by one thread. The records do not know their
     * number, since that depends on those before them. Closing the stream closes what is open; it should be closed.
     *
     * <p>The account covers what was read without a gap from the beginning. Where the stream is parallel, diagnostics of a part
     * wait for those of the parts before it.
     *
     * @throws UncheckedIOException if the files for rejects or originals cannot be opened
     */
    public Stream<MarcRecord> stream() {
        if (options.skip > 0 || options.limit < Long.MAX_VALUE) {
            throw new IllegalStateException("skip and limit are the stream's own methods");
        }
        try {
            SideOutputs outputs = options.sideOutputs();
            StreamPass pass = new StreamPass(inputs, settings(outputs));
            last = pass::summary;
            return StreamSupport.stream(new RecordSpliterator(pass, options.unitBytes()), false)
                    .onClose(() -> {
                        try (outputs) {
                            pass.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account of the last pass; empty before the first one. */
    public ReadSummary summary() {
        return last.get();
    }

    /** Hears how far a pass is: now and then, in the thread that takes things in order. */
    public interface Progress {
        /**
         * So far it is.
         *
         * @param records delivered until now
         * @param bytes accounted for until now, of all inputs, uncompressed
         */
        void at(long records, long bytes);
    }

    private <T> void pass(Work<T> work) {
        try (SideOutputs outputs = options.sideOutputs()) {
            Pass<T> pass = new Pass<>(inputs, settings(outputs), work);
            last = pass::summary;
            pass.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PassSettings settings(SideOutputs outputs) {
        return new PassSettings(
                options.threads,
                options.unitBytes(),
                outputs.options(),
                options.skip,
                options.limit,
                options.limits(),
                options.encoding(),
                options.flavor(),
                options.format(),
                options.unreadable,
                options.notes);
    }

    private static final class OutputFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient IOException reason;

        OutputFailed(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** How inputs are read; each method gives the builder back. Not for several threads. */
    public static final class Builder extends ReadBuilder<Builder> {
        private int threads = Runtime.getRuntime().availableProcessors();
        private int unitBytes;
        private boolean recursive;
        private long skip;
        private long limit = Long.MAX_VALUE;
        private Progress progress = (records, bytes) -> {};
        private @Nullable Consumer<UnreadableInput> unreadable;
        private Consumer<String> notes = note -> {};

        private Builder() {}

        private int unitBytes() {
            return unitBytes == 0 ? PassSettings.unitBytes(threads) : unitBytes;
        }

        /**
         * How many bytes a thread is given at a time at most, uncompressed; by the size of the heap unless told, 1 MiB where
         * it is not small. Fewer towards the end of an input. Memory grows with it, results do not change; for measuring.
         *
         * @throws IllegalArgumentException when it is not from 1 to 4 MiB
         */
        public Builder unitBytes(int most) {
            if (most < 1 || most > PassSettings.MOST_UNIT_BYTES) {
                throw new IllegalArgumentException(
                        "unit: must have 1 to " + PassSettings.MOST_UNIT_BYTES + " bytes, not " + most);
            }
            unitBytes = most;
            return this;
        }

        /**
         * How many threads work at most, the calling one among them; as many as there are processors unless told.
         *
         * @throws IllegalArgumentException when it is not at least 1
         */
        public Builder threads(int most) {
            threads = Refusals.threads(most);
            return this;
        }

        /**
         * Records to pass over first, of all inputs together, in input order; none unless told. Of what is found in them
         * the listener hears losses alone.
         */
        public Builder skip(long records) {
            skip = records;
            return this;
        }

        /** Records to deliver at most, of all inputs together; all unless told. The account ends with the last of them. */
        public Builder limit(long records) {
            limit = records;
            return this;
        }

        /**
         * Hears of an input that cannot be opened or read on, in its turn; the other inputs are read then. Its account is
         * not complete.
         */
        public Builder unreadable(Consumer<UnreadableInput> listener) {
            unreadable = listener;
            return this;
        }

        /**
         * Hears, in words and in its turn, of a member of an archive that is passed over, since neither its name nor its first bytes
         * are those of records.
         */
        public Builder notes(Consumer<String> hearer) {
            notes = hearer;
            return this;
        }

        /** Who hears how far a pass is. */
        public Builder progress(Progress listener) {
            progress = listener;
            return this;
        }

        /** Whether a directory stands for what is in the directories below it, too; no unless told. */
        public Builder recursive(boolean yes) {
            recursive = yes;
            return this;
        }

        /**
         * Files, and what directories hold, in this order. {@link FileSearch} says which files of a directory these are; used by
         * itself it tells more.
         */
        public MarcFiles of(Path... files) {
            FileSearch search = new FileSearch().recursive(recursive);
            Arrays.stream(files).forEach(search::add);
            return of(search.inputs());
        }

        /** The files that match patterns such as {@code dump/*.mrc}; those of each sorted by the bytes of their names. */
        public MarcFiles matching(String... patterns) {
            FileSearch search = new FileSearch().recursive(recursive);
            Arrays.stream(patterns).forEach(search::add);
            return of(search.inputs());
        }

        /** Inputs of any kind, in this order. */
        public MarcFiles of(List<? extends MarcInput> inputs) {
            return new MarcFiles(List.copyOf(inputs), this);
        }
    }
}
