// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.internal.gzip.CompressedBlocks;
import dev.marcato.internal.gzip.GzipStream;
import dev.marcato.io.Compression;
import dev.marcato.io.Compressions;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.Finding;
import dev.marcato.io.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The uncompressed bytes of a source: how many came, what the first ones are, and what was wrong with the compression,
 * which is recognised by content. One thread's.
 */
public final class Source extends FilterInputStream implements SourceFacts {
    private static final int HEAD = 512;

    // One thread may inflate while another one tells what was found.
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final byte[] head;
    private final Peeked raw;
    private final Peeked peeked;
    private final @Nullable GzipStream gzip;
    private long bytes;
    private boolean failed;

    /**
     * A source on a stream, which is closed with it.
     *
     * @throws IOException also when something is missing that is needed to read it
     */
    public Source(InputStream raw, ReadLimits limits) throws IOException {
        this(new Peeked(raw), limit(raw, limits));
    }

    @SuppressWarnings("this-escape")
    private Source(Peeked raw, ExpansionLimit limit) throws IOException {
        super(raw);
        this.raw = raw;
        Optional<Compression> compression = Compressions.of(raw.head);
        InputStream decompressed = raw;
        if (compression.isPresent()) {
            Optional<String> missing = compression.get().missing();
            if (missing.isPresent()) {
                throw new IOException(missing.get());
            }
            decompressed = compression.get().decompress(raw, limit, findings::add);
        }
        if (decompressed == raw && raw.rest instanceof MemberStream member) {
            // What is compressed in an archive finds out itself what is wrong with it.
            member.tell(findings::add);
        }
        gzip = decompressed instanceof GzipStream stream ? stream : null;
        peeked = decompressed == raw ? raw : new Peeked(decompressed);
        in = peeked;
        head = peeked.head;
    }

    private static ExpansionLimit limit(InputStream raw, ReadLimits limits) {
        return raw instanceof MemberStream member
                ? new ExpansionLimit(limits, member::storedBytes)
                : new ExpansionLimit(limits);
    }

    /** Whether these bytes are compressed, so that they must be read as a stream. */
    public static boolean isCompressed(byte[] bytes) {
        return Compressions.of(bytes).isPresent();
    }

    /** A source whose bytes are in memory. */
    public static Source of(byte[] bytes, ReadLimits limits) throws IOException {
        Source source = new Source(new ByteArrayInputStream(bytes), limits);
        source.bytes = isCompressed(bytes) ? 0 : bytes.length;
        return source;
    }

    @Override
    public byte[] head() {
        return head;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /** Whether it is compressed. */
    public boolean isCompressed() {
        return peeked != raw;
    }

    /** In how many bytes so many of those that were delivered are stored, as all until now on average. */
    public long storedShare(long delivered) {
        return bytes == 0 ? delivered : (long) (delivered * Math.min(1, raw.taken / (double) bytes));
    }

    /** Whether everything until here was delivered, and what comes next can be had as it is stored, in blocks of BGZF. */
    public boolean atBlock() throws IOException {
        return gzip != null && peeked.isEmpty() && gzip.atBlock();
    }

    /** Takes blocks of so many bytes, uncompressed, to be inflated by somebody else; only where {@link #atBlock()}. */
    public CompressedBlocks takeBlocks(int bytes) throws IOException {
        if (gzip == null) {
            throw new IllegalStateException("there are no blocks");
        }
        return gzip.takeBlocks(bytes);
    }

    /** Whether the byte behind those delivered could not be read. */
    public boolean failed() {
        return failed;
    }

    @Override
    public Queue<Finding> findings() {
        return findings;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        // It stays so where this throws.
        failed = true;
        int count = in.read(target, offset, length);
        failed = false;
        bytes += Math.max(0, count);
        return count;
    }

    /** The first bytes of a stream, at most 512: what a source is known by. */
    public static byte[] firstBytes(InputStream in) throws IOException {
        // Not readNBytes, for which a file stream on a pipe wants to know its position.
        byte[] first = new byte[HEAD];
        int length = 0;
        int count = 0;
        while (length < HEAD && count >= 0) {
            count = in.read(first, length, HEAD - length);
            length += Math.max(0, count);
        }
        return Arrays.copyOf(first, length);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** A stream whose first bytes were read already, and are given again before another one is asked for. */
    private static final class Peeked extends InputStream {
        private final InputStream rest;
        private final byte[] head;
        private int position;
        /** How many bytes were read of the stream. */
        private long taken;

        Peeked(InputStream in) throws IOException {
            rest = in;
            head = firstBytes(in);
            taken = head.length;
        }

        /** Whether what was read already has been given again. */
        boolean isEmpty() {
            return position == head.length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int left = head.length - position;
            if (left == 0) {
                int count = rest.read(target, offset, length);
                taken += Math.max(0, count);
                return count;
            }
            int count = Math.min(left, length);
            System.arraycopy(head, position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }

        @Override
        public int available() throws IOException {
            return position < head.length ? head.length - position : rest.available();
        }
    }
}
