// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something that records can be read from: a file, a stream, an array, or what another module provides. It is opened
 * once for each pass over it. Its methods may be called by any thread.
 */
public interface MarcInput {
    /** What it is called in messages. */
    String name();

    /** Its stored size in bytes if that is known without opening it, or -1. Only a hint: many small ones are read together. */
    default long sizeHint() {
        return -1;
    }

    /** Opens it. */
    Content open() throws IOException;

    /** What is in it, as it is stored: compression is undone by others. Safe for several threads; closed once. */
    interface Content extends Closeable {
        /**
         * Bytes stored when it was opened: no more are read. -1 where it can only be read once, from its beginning to its
         * end, whenever that comes.
         */
        long size();

        /**
         * The bytes from a position on, 0-based. Where the size is -1, only once, and from 0. Streams are not closed one
         * by one: they end with the content.
         */
        InputStream from(long position) throws IOException;

        /** All of it, if it is in memory; the array must not change any more. */
        default byte @Nullable [] array() {
            return null;
        }
    }

    /** A file. Pipes and devices, and what claims to hold nothing, are read once, as a stream. */
    static MarcInput of(Path file) {
        return of(file, file.toString());
    }

    /** A file that is called otherwise in messages. */
    static MarcInput of(Path file, String name) {
        return new FileInput(file, name, -1);
    }

    /** A stream, which can be read once and is closed then. */
    static MarcInput of(InputStream in, String name) {
        return new StreamInput(in, name);
    }

    /** An array, which records share: it must not change any more. */
    static MarcInput of(byte[] bytes, String name) {
        return new ArrayInput(bytes, name);
    }
}
