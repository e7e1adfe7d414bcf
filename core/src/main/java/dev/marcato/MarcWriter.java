// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.internal.gzip.BgzfOutput;
import dev.marcato.internal.iso2709.RecordLayout;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes records as ISO 2709. A record that was clean when it was read and has not been changed goes out byte for byte;
 * any other with right lengths, and with the counts and the entry map in its leader that it is read by. What does not
 * fit into the format follows the {@link OversizePolicy}; a record is written as a whole or not at all.
 *
 * <p>Buffered: close the writer, or {@link #flush()} it, for everything to arrive. For one thread at a time.
 *
 * <p>Failing output is an {@link IOException}; after it nothing more is written. A record that does not fit is a {@link
 * MarcFormatException} with the code {@link DiagnosticCode#RECORD_TOO_LARGE}; the writer can be used after it. Writing
 * to a closed writer is an {@link IllegalStateException}.
 */
public final class MarcWriter implements Closeable, Flushable {
    private final OutputBuffer out;
    private final OversizePolicy oversize;
    private final Consumer<Diagnostic> listener;
    private boolean closed;
    private long records;
    private long bytes;
    private long skipped;

    private MarcWriter(OutputStream out, Builder options) {
        this.out = new OutputBuffer(out);
        this.oversize = options.oversize;
        this.listener = options.listener;
    }

    /**
     * Writes to a file, which is made or emptied; compressed if its name ends in {@code .gz}, as {@link Builder#gzip} says,
     * on all processors.
     *
     * @throws IOException if the file cannot be opened
     * @throws IllegalArgumentException if the name asks for another format or compression than these
     */
    public static MarcWriter create(Path file) throws IOException {
        return builder().open(file);
    }

    /** Writes to a stream, which is closed with the writer. */
    public static MarcWriter to(OutputStream out) {
        return builder().open(out);
    }

    /** A writer with other options than the usual. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Writes a record.
     *
     * @throws IOException if the output fails
     * @throws MarcFormatException if the record does not fit into the format, unless the policy says otherwise
     * @throws IllegalStateException if the writer is closed
     */
    public void write(MarcRecord record) throws IOException {
        if (closed) {
            throw new IllegalStateException("the writer is closed");
        }
        if (record.verbatim) {
            out.add(record.data, record.offset, record.length);
            bytes += record.length;
        } else if (!writeLayout(record)) {
            skipped++;
            return;
        }
        records++;
    }

    /** Records written so far. */
    public long records() {
        return records;
    }

    /** Bytes written so far, before compression. */
    public long bytes() {
        return bytes;
    }

    /** Records left out so far because they do not fit. */
    public long skipped() {
        return skipped;
    }

    @Override
    public void flush() throws IOException {
        if (!closed) {
            out.flush();
        }
    }

    /** Writes what is buffered and closes the output. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        out.close();
    }

    private boolean writeLayout(MarcRecord record) throws IOException {
        RecordLayout layout = RecordLayout.of(record);
        boolean possible = layout.fits() || oversize == OversizePolicy.OVERFLOW && layout.fitsOverflowing();
        if (!possible) {
            Diagnostic diagnostic = tooLarge(record, layout);
            if (oversize == OversizePolicy.SKIP) {
                listener.accept(diagnostic);
                return false;
            }
            throw new MarcFormatException(diagnostic);
        }
        int length = (int) layout.length();
        if (length <= OutputBuffer.SIZE) {
            layout.writeTo(out.array(), out.claim(length));
            out.claimed(length);
        } else {
            layout.writeTo(out::add);
        }
        bytes += length;
        return true;
    }

    private Diagnostic tooLarge(MarcRecord record, RecordLayout layout) {
        String found;
        String expected;
        Location place = record.location();
        if (oversize == OversizePolicy.OVERFLOW) {
            found = "the record has " + counted(record.size()) + " fields";
            expected = "a directory of ISO 2709 has room for " + counted(RecordLayout.MOST_FIELDS);
        } else if (layout.longestField() > RecordLayout.LARGEST_FIELD) {
            int number = layout.longestFieldNumber();
            String tag = record.fields().get(number - 1).tag();
            place = new Location(
                    place.source(), place.recordNumber(), place.byteOffset(), place.controlNumber(), tag, number);
            found = "the field has " + counted(layout.longestField()) + " bytes";
            expected = "a field of ISO 2709 holds " + counted(RecordLayout.LARGEST_FIELD);
        } else {
            found = "the record has " + counted(layout.length()) + " bytes";
            expected = "a record of ISO 2709 holds " + counted(RecordLayout.LARGEST_RECORD);
        }
        String action = oversize == OversizePolicy.SKIP
                ? "left out"
                : "not written: a format without limits, such as MARCXML, can hold it";
        return new Diagnostic(DiagnosticCode.RECORD_TOO_LARGE, place, found, expected, action);
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Options of a writer. For one thread; may be used for several writers. */
    public static final class Builder {
        private OversizePolicy oversize = OversizePolicy.ERROR;
        private Consumer<Diagnostic> listener = diagnostic -> {};
        private boolean gzip;
        private int threads = Runtime.getRuntime().availableProcessors();

        private Builder() {}

        /** What to do with a record that does not fit into the format; {@link OversizePolicy#ERROR} unless told. */
        public Builder oversize(OversizePolicy policy) {
            oversize = policy;
            return this;
        }

        /** Who hears of records that are left out. */
        public Builder listener(Consumer<Diagnostic> hearer) {
            listener = hearer;
            return this;
        }

        /**
         * Whether the output is compressed with gzip, whatever its name; no unless told. It is written in independent blocks of
         * 64 KiB (BGZF), which any gzip program reads, and some can read on many threads. Flushing ends a block.
         */
        public Builder gzip(boolean yes) {
            gzip = yes;
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
         * Writes to a file, compressed also if its name ends in {@code .gz}.
         *
         * @throws IOException as {@link MarcWriter#create}
         */
        public MarcWriter open(Path file) throws IOException {
            boolean compressed = OutputName.isGzip(file) || gzip;
            return new MarcWriter(compressed(Files.newOutputStream(file), compressed), this);
        }

        /** Writes to a stream, which is closed with the writer. */
        public MarcWriter open(OutputStream out) {
            return new MarcWriter(compressed(out, gzip), this);
        }

        private OutputStream compressed(OutputStream out, boolean yes) {
            return yes ? new BgzfOutput(out, threads) : out;
        }
    }
}
