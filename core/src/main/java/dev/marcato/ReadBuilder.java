// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.internal.read.ReadOptions;
import dev.marcato.io.Format;
import dev.marcato.io.ReadLimits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What reading is to do, however many inputs and threads there are; each method gives the builder back. Not for several
 * threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ReadBuilder<B extends ReadBuilder<B>> permits MarcReader.Builder, MarcFiles.Builder {
    private ErrorPolicy policy = ErrorPolicy.REPAIR;
    private ReadLimits limits = ReadLimits.DEFAULT;
    private @Nullable Consumer<Diagnostic> listener;
    private boolean inspect;
    private @Nullable Encoding encoding;
    private @Nullable Flavor flavor;
    private @Nullable Format format;
    private @Nullable Path rejectsFile;
    private @Nullable OutputStream rejects;
    private @Nullable Path originalsFile;
    private @Nullable OutputStream originals;

    ReadBuilder() {}

    /** What to do with damage; {@link ErrorPolicy#REPAIR} unless told. */
    public B onError(ErrorPolicy newPolicy) {
        policy = newPolicy;
        return self();
    }

    /** Bounds on memory; {@link ReadLimits#DEFAULT} unless told. */
    public B limits(ReadLimits newLimits) {
        limits = newLimits;
        return self();
    }

    /**
     * Hears every diagnostic, in the thread that reads: those of a record before the record is delivered, those of
     * rejected bytes after the bytes were written to the rejects.
     */
    public B listener(Consumer<Diagnostic> newListener) {
        listener = newListener;
        return self();
    }

    /** Whether fields and text of each record are looked at too, not only its structure; no unless told. */
    public B inspect(boolean yes) {
        inspect = yes;
        return self();
    }

    /** The encoding of all records, where it is known better than the records say. */
    public B encoding(Encoding newEncoding) {
        encoding = newEncoding;
        return self();
    }

    /** The flavor of all records, where it is not to be found by evidence. */
    public B flavor(Flavor newFlavor) {
        flavor = newFlavor;
        return self();
    }

    /** The format of all inputs, where it is not to be found by their first bytes. */
    public B format(Format newFormat) {
        format = newFormat;
        return self();
    }

    /** A file for the bytes that are in no delivered record, as they are, in input order. It is overwritten. */
    public B rejectsTo(Path file) {
        rejectsFile = file;
        return self();
    }

    /** The same for a stream, which stays open. */
    public B rejectsTo(OutputStream out) {
        rejects = out;
        return self();
    }

    /** A file for the bytes of every record that was repaired, as they were, in input order. It is overwritten. */
    public B originalsTo(Path file) {
        originalsFile = file;
        return self();
    }

    /** The same for a stream, which stays open. */
    public B originalsTo(OutputStream out) {
        originals = out;
        return self();
    }

    @SuppressWarnings("unchecked") // a builder is given as its own parameter
    private B self() {
        return (B) this;
    }

    ReadLimits limits() {
        return limits;
    }

    boolean inspects() {
        return inspect;
    }

    @Nullable
    Encoding encoding() {
        return encoding;
    }

    @Nullable
    Flavor flavor() {
        return flavor;
    }

    @Nullable
    Format format() {
        return format;
    }

    /** Opens what rejects and originals go to. */
    SideOutputs sideOutputs() throws IOException {
        List<OutputStream> given = new ArrayList<>();
        List<OutputStream> owned = new ArrayList<>();
        try {
            OutputStream toRejects = output(rejectsFile, rejects, given, owned);
            OutputStream toOriginals = output(originalsFile, originals, given, owned);
            return new SideOutputs(new ReadOptions(policy, listener, inspect, toRejects, toOriginals), given, owned);
        } catch (IOException e) {
            SideOutputs.closeAll(owned.iterator());
            throw e;
        }
    }

    private static @Nullable OutputStream output(
            @Nullable Path file, @Nullable OutputStream stream, List<OutputStream> given, List<OutputStream> owned)
            throws IOException {
        if (file == null) {
            if (stream != null) {
                given.add(stream);
            }
            return stream;
        }
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        owned.add(out);
        return out;
    }
}
