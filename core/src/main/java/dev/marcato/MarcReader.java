// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.archive.Archives;
import dev.marcato.internal.read.Ledger;
import dev.marcato.internal.read.RecordPump;
import dev.marcato.internal.read.Source;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Formats;
import dev.marcato.io.RecordCutter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads records from a file, a stream or an array, one after another, in input order. Damage is repaired unless the
 * {@linkplain ErrorPolicy policy} says otherwise, and never passed over in silence: the {@linkplain #summary() account}
 * adds up to the last byte. Compression is recognised by content; an archive of several files is for {@link MarcFiles}.
 *
 * <p>A reader goes through its source once: every iterator and stream goes on where the last one stopped. It is for one
 * thread at a time; the records it gives are for all. Closing early is fine.
 *
 * <p><b>Exceptions</b>, here and nowhere else: opening throws {@link IOException} when the source cannot be opened or
 * its first bytes cannot be read. Iterating throws {@link UncheckedIOException} when it cannot be read further, naming
 * source and byte, and {@link MarcFormatException} at damage under {@link ErrorPolicy#STRICT}, after the records before
 * it. After either, the reader is at its end. Asking a closed reader for records is an {@link IllegalStateException}.
 * What a listener throws passes through.
 */
public final class MarcReader implements Iterable<MarcRecord>, Closeable {
    private final Source source;
    private final String name;
    private final RecordPump pump;
    private final SideOutputs outputs;
    private final Records records = new Records();
    private boolean closed;

    private MarcReader(Source source, String name, RecordPump pump, SideOutputs outputs) {
        this.source = source;
        this.name = name;
        this.pump = pump;
        this.outputs = outputs;
    }

    /** Opens a file, plain or compressed. */
    public static MarcReader open(Path file) throws IOException {
        return builder().open(file);
    }

    /** Opens a stream, plain or compressed; it is closed with the reader. It needs no buffering of its own. */
    public static MarcReader open(InputStream in) throws IOException {
        return builder().open(in);
    }

    /** Reads an array, plain or compressed. The records share it: it must not change any more. */
    public static MarcReader of(byte[] bytes) {
        return builder().of(bytes);
    }

    /** A reader with other settings than the usual ones. */
    public static Builder builder() {
        return new Builder();
    }

    /** The records that are still to come. There is one iterator for all callers. */
    @Override
    public Iterator<MarcRecord> iterator() {
        return records;
    }

    /** The records that are still to come, in order, sequentially. Closing the stream closes the reader. */
    public Stream<MarcRecord> stream() {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(records, characteristics), false)
                .onClose(() -> {
                    try {
                        close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(name + ": " + e.getMessage(), e);
                    }
                });
    }

    /**
     * The account of what was read until now: up to the end of the record that was delivered last. It is complete when
     * the last record was asked for and there was none. Cheap enough to be asked several times a second.
     */
    public ReadSummary summary() {
        return pump.summary();
    }

    /** Closes the source and what the reader opened itself; streams given for output are flushed. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (source) {
            outputs.close();
        }
    }

    private final class Records implements Iterator<MarcRecord> {
        private @Nullable MarcRecord next;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (closed) {
                throw new IllegalStateException(name + ": the reader is closed");
            }
            if (next == null && !ended) {
                advance();
            }
            return next != null;
        }

        @Override
        public MarcRecord next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException(name + ": no more records");
            }
            MarcRecord record = next;
            next = null;
            return record;
        }

        private void advance() {
            // Whatever is thrown below, nothing comes after it.
            ended = true;
            try {
                next = pump.next();
            } catch (IOException e) {
                long at = source.failed() ? source.bytes() : pump.summary().totalBytes();
                throw new UncheckedIOException(name + ": byte " + at + ": " + e.getMessage(), e);
            }
            ended = next == null;
        }
    }

    /** What a reader is to do; each method gives the builder back. Not for several threads. */
    public static final class Builder extends ReadBuilder<Builder> {
        private @Nullable String sourceName;

        private Builder() {}

        /** What the source is called in messages; a file's path as it was given unless told. */
        public Builder sourceName(String newName) {
            sourceName = newName;
            return this;
        }

        /**
         * Opens a file, plain or compressed. Pipes and devices are fine.
         *
         * @throws IOException also if it is an archive, which has no one source
         */
        public MarcReader open(Path file) throws IOException {
            return open(Files.newInputStream(file), sourceName == null ? file.toString() : sourceName, true);
        }

        /** Opens a stream, plain or compressed; it is closed with the reader, or when it cannot be opened. */
        public MarcReader open(InputStream in) throws IOException {
            return open(in, sourceName == null ? "" : sourceName, false);
        }

        /** Reads an array, plain or compressed. The records share it: it must not change any more. */
        public MarcReader of(byte[] bytes) {
            String name = sourceName == null ? "" : sourceName;
            try {
                Source source = Source.of(bytes, limits());
                Format format = format(source);
                CutSettings settings = settings(name);
                return reader(
                        source,
                        name,
                        format,
                        Source.isCompressed(bytes)
                                ? format.cutter(source, FileRange.WHOLE, settings)
                                : format.cutter(bytes, FileRange.WHOLE, settings));
            } catch (IOException e) {
                // An array is always readable, so this is one of the files for the output.
                throw new UncheckedIOException(e);
            }
        }

        private MarcReader open(InputStream in, String name, boolean refuseArchive) throws IOException {
            try {
                Source source = new Source(in, limits());
                if (refuseArchive && Archives.isArchive(source.head())) {
                    throw new IOException(name + ": an archive stands for any number of files: MarcFiles reads them");
                }
                Format format = format(source);
                return reader(source, name, format, format.cutter(source, FileRange.WHOLE, settings(name)));
            } catch (IOException | RuntimeException e) {
                try (in) {
                    throw e;
                }
            }
        }

        private Format format(Source source) {
            Format known = format();
            byte[] head = source.head();
            return (known == null ? Formats.of(head) : known).forSource(head, head.length);
        }

        private CutSettings settings(String name) {
            return new CutSettings(name, limits(), encoding(), flavor());
        }

        private MarcReader reader(Source source, String name, Format format, RecordCutter cutter) throws IOException {
            SideOutputs outputs = sideOutputs();
            Ledger ledger = new Ledger(source, name, format, outputs.options());
            return new MarcReader(source, name, new RecordPump(cutter, ledger, inspects()), outputs);
        }
    }
}
