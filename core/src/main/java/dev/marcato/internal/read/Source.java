// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.io.Finding;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The uncompressed bytes of a source: how many came, what the first ones are, and what was wrong with the compression,
 * which is recognised by content. One thread's.
 */
public final class Source extends FilterInputStream {
    private static final int HEAD = 512;

    private final Deque<Finding> findings = new ArrayDeque<>();
    private final byte[] head;
    private long bytes;

    /** A source on a stream, which is closed with it. */
    @SuppressWarnings("this-escape")
    public Source(InputStream raw) throws IOException {
        super(new PushbackInputStream(raw, HEAD));
        byte[] first = peek();
        if (GzipStream.sniff(first, first.length)) {
            in = new PushbackInputStream(new GzipStream(in, findings::add), HEAD);
            first = peek();
        }
        head = first;
    }

    /** Whether these bytes are compressed, so that they must be read as a stream. */
    public static boolean isCompressed(byte[] bytes) {
        return GzipStream.sniff(bytes, bytes.length);
    }

    /** A source whose bytes are in memory. */
    public static Source of(byte[] bytes) throws IOException {
        Source source = new Source(new ByteArrayInputStream(bytes));
        source.bytes = isCompressed(bytes) ? 0 : bytes.length;
        return source;
    }

    private byte[] peek() throws IOException {
        byte[] peeked = in.readNBytes(HEAD);
        ((PushbackInputStream) in).unread(peeked);
        return peeked;
    }

    /** The first bytes, uncompressed, at most 512; the array is the source's own. */
    byte[] head() {
        return head;
    }

    /** How many bytes were delivered, uncompressed. */
    long bytes() {
        return bytes;
    }

    /** What was found out about the compression and not yet asked for. */
    Deque<Finding> findings() {
        return findings;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        bytes += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        bytes += Math.max(0, count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
