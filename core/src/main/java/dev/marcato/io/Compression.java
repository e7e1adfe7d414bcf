// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A way to compress a stream, whatever is in it. On reading it is recognised by the first bytes, on writing by the end of the
 * output's name. gzip is in core; other modules provide theirs as services. Immutable and safe for all threads.
 */
public interface Compression {
    /** What it is called, in lower case: {@code zstd}. */
    String name();

    /** Endings of file names, without the dot, in lower case; the first one is the usual one. */
    List<String> suffixes();

    /** What must be there for it to work and is not, as a sentence that says how to get it; empty where nothing is missing. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /**
     * Whether these are the first bytes of a stream that is compressed so.
     *
     * @param length how many bytes of the array there are
     */
    boolean sniff(byte[] head, int length);

    /**
     * Undoes it, as far as that is possible: a stream that is cut off or damaged is reported and ends there, and what came out
     * of it before is given. Bytes that follow it are reported, too. The stream gives the same bytes and findings however the
     * compressed ones arrive. Only where nothing is {@link #missing()}.
     *
     * @param limit to be asked, at places that depend on the data alone, whether so much may come out
     * @param findings hears what is wrong, with the place among the uncompressed bytes
     * @throws IOException when the compressed bytes cannot be read
     */
    InputStream decompress(InputStream in, ExpansionLimit limit, Consumer<Finding> findings) throws IOException;

    /**
     * Compresses what is written, to the same bytes for any number of threads. Closing ends it and closes the output; flushing
     * makes all that was written until then readable. Only where nothing is {@link #missing()}.
     *
     * @param threads how many compress at most; with 1, the caller does it
     */
    OutputStream compress(OutputStream out, int threads);
}
