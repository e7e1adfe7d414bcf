// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Compression;
import dev.marcato.io.Compressions;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records: as ISO 2709, or in another format. In ISO 2709 a record that was clean when it was read and has not been
 * changed goes out byte for byte; any other with right lengths, and with the counts and the entry map in its leader that it is
 * read by. In a format whose text is Unicode it goes out in UTF-8, whatever it was in. What a format cannot hold follows the
 * {@link OversizePolicy}; a record is written as a whole or not at all.
 *
 * <p>Buffered: close the writer, or {@link #flush()} it, for everything to arrive. For one thread at a time; {@link
 * MarcFiles#writeTo} has many at work for it.
 *
 * <p>Failing output is an {@link IOException}; after it nothing more is written. A record that the format cannot hold is a
 * {@link MarcFormatException} with the code {@link DiagnosticCode#RECORD_TOO_LARGE} or {@link
 * DiagnosticCode#RECORD_NOT_REPRESENTABLE}; the writer can be used after it. Writing to a closed writer is an {@link
 * IllegalStateException}.
 */
public final class MarcWriter implements Closeable, Flushable {
    /** So many bytes are written at a time, or more. */
    private static final int WORTH_A_WRITE = 1 << 18;

    private final OutputStream out;
    private final Builder options;
    private final RecordBatch batch;
    private boolean begun;
    private boolean failed;
    private boolean closed;
    private long writtenRecords;
    private long writtenBytes;
    private long skipped;

    private MarcWriter(OutputStream out, Builder options) {
        this.out = out;
        this.options = options.copy();
        this.batch = newBatch();
    }

    /**
     * Writes to a file, which is made or emptied. The end of its name says which format: {@code .xml}, {@code .ndjson}; ISO 2709
     * where it says none. Compressed if the name then ends in {@code .gz}, as {@link Builder#gzip} says, or as those of another
     * {@linkplain Compressions compression} do: {@code .zst}; on all processors.
     *
     * @throws IOException if the file cannot be opened
     * @throws IllegalArgumentException if the name asks for a format or a compression that cannot be written
     */
    public static MarcWriter create(Path file) throws IOException {
        return builder().open(file);
    }

    /** Writes ISO 2709 to a stream, which is closed with the writer. */
    public static MarcWriter to(OutputStream out) {
        return builder().open(out);
    }

    /** A record as ISO 2709, with overflowing lengths if need be: the form in which any record can be kept. */
    public static byte[] bytesOf(MarcRecord record) {
        EncodedRecords made = new EncodedRecords();
        made.begin(record);
        Format.EncodeSettings settings = new Format.EncodeSettings(OversizePolicy.OVERFLOW, false, false);
        if (!Formats.iso2709().encoder(settings).encode(record, made)) {
            throw new MarcFormatException(made.refusals().get(0).diagnostic());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            made.writeTo(bytes, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A writer with other options than the usual. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Writes a record.
     *
     * @throws IOException if the output fails
     * @throws MarcFormatException if the format cannot hold the record, unless the policy says otherwise
     * @throws IllegalStateException if the writer is closed
     */
    public void write(MarcRecord record) throws IOException {
        refuseIfClosed();
        refuseIfFailed();
        batch.add(record, record);
        tell(batch.made());
        if (batch.made().size() >= WORTH_A_WRITE) {
            drain();
        }
    }

    /** Something that makes batches for {@link #write(EncodedRecords)}, in another thread. */
    RecordBatch newBatch() {
        return options.newBatch();
    }

    /** Writes what another thread made. */
    void write(EncodedRecords made) throws IOException {
        refuseIfClosed();
        drain();
        put(made);
        tell(made);
    }

    /** Records written so far. */
    public long records() {
        return writtenRecords + batch.made().records();
    }

    /** Bytes written so far, before compression. */
    public long bytes() {
        return writtenBytes + batch.made().size();
    }

    /** Records left out so far because the format cannot hold them. */
    public long skipped() {
        return skipped;
    }

    @Override
    public void flush() throws IOException {
        if (!closed) {
            refuseIfFailed();
            drain();
            failed = true;
            out.flush();
            failed = false;
        }
    }

    /** Writes what is buffered and closes the output. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream closing = out) {
            if (!failed) {
                drain();
                begin();
                write(batch.encoder()::end);
                closing.flush();
            }
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the writer is closed");
        }
    }

    private void drain() throws IOException {
        if (batch.made().records() > 0) {
            put(batch.made());
            batch.made().clear();
        }
    }

    private void put(EncodedRecords made) throws IOException {
        begin();
        if (made.records() > 0) {
            if (writtenRecords > 0) {
                write(separator -> separator.write(batch.separator()));
            }
            refuseIfFailed();
            failed = true;
            writtenBytes += made.writeTo(out, writtenRecords);
            failed = false;
            writtenRecords += made.records();
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            write(batch.encoder()::begin);
        }
    }

    private void write(Consumer<ByteOutput> maker) throws IOException {
        ByteOutput bytes = new ByteOutput();
        maker.accept(bytes);
        if (bytes.size() > 0) {
            refuseIfFailed();
            failed = true;
            out.write(bytes.array(), 0, bytes.size());
            failed = false;
            writtenBytes += bytes.size();
        }
    }

    // Nobody knows what has arrived: half a record would come to stand in the middle.
    private void refuseIfFailed() throws IOException {
        if (failed) {
            throw new IOException("the output has failed before");
        }
    }

    private void tell(EncodedRecords made) {
        List<EncodedRecords.Report> told = made.told();
        if (told.isEmpty()) {
            return;
        }
        made.clearReports();
        batch.goOn();
        for (EncodedRecords.Report each : told) {
            if (each.isRefusal()) {
                if (options.oversize != OversizePolicy.SKIP) {
                    throw new MarcFormatException(each.numbered());
                }
                skipped++;
                options.refused.accept(each.record());
            }
            options.listener.accept(each.numbered());
        }
    }

    /** Options of a writer. For one thread; may be used for several writers. */
    public static final class Builder {
        private OversizePolicy oversize = OversizePolicy.ERROR;
        private Consumer<Diagnostic> listener = diagnostic -> {};
        private Consumer<MarcRecord> refused = record -> {};
        private @Nullable Format format;
        private @Nullable Encoding encoding;
        private Normalizer.@Nullable Form normalization;
        private boolean undoesDouble;
        private UnencodablePolicy unencodable = UnencodablePolicy.REFERENCE;
        private boolean indented;
        private boolean spreadsheet;
        private @Nullable Compression compression;
        private int threads = Runtime.getRuntime().availableProcessors();

        private Builder() {}

        private Builder copy() {
            Builder copy = new Builder();
            copy.oversize = oversize;
            copy.listener = listener;
            copy.refused = refused;
            copy.format = format;
            copy.encoding = encoding;
            copy.normalization = normalization;
            copy.undoesDouble = undoesDouble;
            copy.unencodable = unencodable;
            copy.indented = indented;
            copy.spreadsheet = spreadsheet;
            return copy;
        }

        private RecordBatch newBatch() {
            Format chosen = format == null ? Formats.iso2709() : format;
            Format.EncodeSettings settings = new Format.EncodeSettings(oversize, indented, spreadsheet);
            Encoding target = chosen.isUnicode() ? Encoding.UTF_8 : encoding;
            Transcoder transcoder = new Transcoder(target, normalization, undoesDouble, unencodable);
            return new RecordBatch(chosen.encoder(settings), transcoder, oversize != OversizePolicy.SKIP);
        }

        /** What to do with a record that the format cannot hold; {@link OversizePolicy#ERROR} unless told. */
        public Builder oversize(OversizePolicy policy) {
            oversize = policy;
            return this;
        }

        /** Who hears of what is written otherwise than a record has it, and of records that are left out. */
        public Builder listener(Consumer<Diagnostic> hearer) {
            listener = hearer;
            return this;
        }

        /** Who gets the records that are left out, as they were read. */
        public Builder refused(Consumer<MarcRecord> taker) {
            refused = taker;
            return this;
        }

        /**
         * The format; what the file's name says unless told, and ISO 2709 to a stream.
         *
         * @throws IllegalArgumentException if it is only read
         */
        public Builder format(Format wanted) {
            if (!wanted.isWritable()) {
                throw new IllegalArgumentException(wanted.name() + " can only be read");
            }
            format = wanted;
            return this;
        }

        /**
         * The encoding of all records, which their leaders (in UNIMARC, field 100) say then, too; each one's own unless told.
         * Where the format's text is Unicode, UTF-8 alone.
         */
        public Builder encoding(Encoding wanted) {
            encoding = wanted;
            return this;
        }

        /** Which normalization form of Unicode text is brought to; none unless told. */
        public Builder normalize(Normalizer.Form form) {
            normalization = form;
            return this;
        }

        /**
         * Whether text that was UTF-8, was taken for Latin-1 or Windows-1252 and encoded once more, is brought back, field by field
         * and once; no unless told. Each such field is told of to the listener.
         */
        public Builder fixDoubleUtf8(boolean yes) {
            undoesDouble = yes;
            return this;
        }

        /** What to do with a character that the encoding lacks; {@link UnencodablePolicy#REFERENCE} unless told. */
        public Builder unencodable(UnencodablePolicy policy) {
            unencodable = policy;
            return this;
        }

        /** Whether to break lines and indent where that is only for the eye; no unless told. */
        public Builder indented(boolean yes) {
            indented = yes;
            return this;
        }

        /**
         * Whether a table is for a spreadsheet program: with a byte order mark, CRLF, and an escape before what would be taken
         * for a formula; no unless told.
         */
        public Builder spreadsheet(boolean yes) {
            spreadsheet = yes;
            return this;
        }

        /**
         * Whether the output is compressed with gzip, whatever its name; no unless told. It is written in independent blocks of
         * 64 KiB (BGZF), which any gzip program reads, and some can read on many threads. Flushing ends a block.
         */
        public Builder gzip(boolean yes) {
            return compression(yes ? Compressions.gzip() : null);
        }

        /**
         * What the output is compressed with; what the file's name says unless told, and nothing to a stream.
         *
         * @throws IllegalArgumentException if something is missing that is needed for it
         */
        public Builder compression(@Nullable Compression wanted) {
            compression = wanted == null ? null : Refusals.unlessMissing(wanted);
            return this;
        }

        /**
         * How many threads compress at most, while others make what is to be compressed; as many as there are processors
         * unless told. With 1 it is done by who writes.
         *
         * @throws IllegalArgumentException when it is not at least 1
         */
        public Builder threads(int most) {
            threads = Refusals.threads(most);
            return this;
        }

        /**
         * Writes to a file, compressed also if its name says so.
         *
         * @throws IOException as {@link MarcWriter#create}
         */
        public MarcWriter open(Path file) throws IOException {
            OutputName name = OutputName.of(file);
            Builder named = copy();
            named.format = format == null ? name.format() : format;
            Compression wanted = compression;
            if (wanted == null && name.compression() != null) {
                wanted = Refusals.unlessMissing(name.compression());
            }
            return new MarcWriter(compressed(Files.newOutputStream(file), wanted), named);
        }

        /** Writes to a stream, which is closed with the writer. */
        public MarcWriter open(OutputStream out) {
            return new MarcWriter(compressed(out, compression), this);
        }

        private OutputStream compressed(OutputStream out, @Nullable Compression wanted) {
            return wanted == null ? out : wanted.compress(out, threads);
        }
    }
}
