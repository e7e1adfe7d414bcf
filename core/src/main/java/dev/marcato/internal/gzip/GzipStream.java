// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates gzip (RFC 1952) of any number of members. What is wrong with the stream is reported and ends it; the bytes
 * inflated until then are delivered. Of BGZF a broken block is one block, the next one is read; and who can inflate blocks on
 * several threads is given them as they are. The JDK's own stream is not used: it may miss a member where {@code available()}
 * says 0, and passes over trailing bytes in silence.
 */
public final class GzipStream extends InputStream {
    private static final int SAY_TOO_LITTLE = 8;
    /** Within a member it is asked at such places whether so much may come out. */
    private static final int STEP = 1 << 20;

    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int RESERVED_FLAGS = 0xE0;
    private static final int DEFLATE = 8;

    private final InputStream in;
    private final ExpansionLimit expansion;
    private final Consumer<Finding> findings;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final BlockInflater blocks = new BlockInflater();
    // Room for a block of BGZF, wherever it begins.
    private final byte[] buffer = new byte[2 * Bgzf.MOST_BYTES];
    private int position;
    private int limit;
    /** Place in the compressed stream of the buffer's first byte. */
    private long base;

    private long inflated;
    /** What came out until now, by whoever it is inflated; of a block, what it says. */
    private long expanded;
    /** Where the member begins in the compressed stream. */
    private long member;

    private boolean inMember;
    private boolean ended;

    /** How far a block of BGZF was delivered, and what it came to. */
    private int blockPosition;

    private int blockLength;
    /** Why the bytes behind those in the buffer cannot be read. */
    private @Nullable IOException failure;

    /** A stream on compressed bytes; findings are told with the place among those inflated by this stream. */
    public GzipStream(InputStream in, ExpansionLimit expansion, Consumer<Finding> findings) {
        this.in = in;
        this.expansion = expansion;
        this.findings = findings;
    }

    /** Whether these are the first bytes of gzip. */
    public static boolean sniff(byte[] head, int length) {
        return length >= 3 && head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == DEFLATE;
    }

    /** Not 0 before the end: there is always more, though it may take its time. */
    @Override
    public int available() {
        return ended ? 0 : 1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (blockPosition < blockLength) {
                int count = Math.min(length, blockLength - blockPosition);
                System.arraycopy(blocks.block(), blockPosition, bytes, offset, count);
                blockPosition += count;
                return count;
            }
            if (isBeyondLimit()) {
                findings.accept(expansion.reached(inflated, compressed(), expanded));
                ended = true;
                return -1;
            }
            if (!inMember) {
                if (atBlock()) {
                    inflateBlock();
                } else {
                    nextMember();
                }
                continue;
            }
            long inMemberBefore = inflater.getBytesWritten();
            try {
                int most = (int) Math.min(length, STEP - expanded % STEP);
                int count = inflater.inflate(bytes, offset, most);
                if (count > 0) {
                    return delivered(bytes, offset, count);
                }
                if (inflater.finished()) {
                    position = limit - inflater.getRemaining();
                    endMember();
                } else if (inflater.needsDictionary()) {
                    corrupt("it needs a dictionary, which gzip does not have");
                } else if (fill()) {
                    inflater.setInput(buffer, position, limit - position);
                } else {
                    truncated();
                }
            } catch (DataFormatException e) {
                // What was inflated before the damage is there, although the call did not say how much.
                int count = (int) (inflater.getBytesWritten() - inMemberBefore);
                if (count > 0) {
                    delivered(bytes, offset, count);
                }
                corrupt(e.getMessage() == null ? "" : e.getMessage());
                if (count > 0) {
                    return count;
                }
            }
        }
        return -1;
    }

    /** Whether everything inflated was delivered, and a whole block of BGZF comes next. */
    public boolean atBlock() throws IOException {
        if (ended || inMember || blockPosition < blockLength || isBeyondLimit()) {
            return false;
        }
        int size = hold(Bgzf.HEADER) ? Bgzf.blockSize(buffer, position, limit) : 0;
        return size > 0 && hold(size);
    }

    /**
     * Takes the next blocks as they are stored, until they say that they come to so many bytes; of those that say too little only
     * {@value #SAY_TOO_LITTLE} times as many as of full ones. Only where {@link #atBlock()}.
     */
    public CompressedBlocks takeBlocks(int bytes) throws IOException {
        long place = base + position;
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        int expected = 0;
        while (expected < bytes && anotherBlock(expected > 0)) {
            int size = Bgzf.blockSize(buffer, position, limit);
            taken.write(buffer, position, size);
            int said = Bgzf.saidBytes(buffer, position, size);
            expected += Math.max(Bgzf.MOST_BYTES / SAY_TOO_LITTLE, said);
            expanded += said;
            position += size;
        }
        return new CompressedBlocks(taken.toByteArray(), 0, taken.size(), place);
    }

    /** @param keep whether a failure must wait, since there is something to be delivered before it */
    private boolean anotherBlock(boolean keep) throws IOException {
        try {
            return atBlock();
        } catch (IOException e) {
            if (!keep) {
                throw e;
            }
            failure = e;
            return false;
        }
    }

    private void inflateBlock() {
        int size = Bgzf.blockSize(buffer, position, limit);
        blockPosition = 0;
        blockLength = blocks.inflate(buffer, position, size, base + position, inflated, findings);
        inflated += blockLength;
        expanded += Bgzf.saidBytes(buffer, position, size);
        position += size;
    }

    private boolean isBeyondLimit() {
        return (!inMember || expanded % STEP == 0) && !expansion.allows(compressed(), expanded);
    }

    /** How many compressed bytes were used until now. */
    private long compressed() {
        return base + (inMember ? limit - inflater.getRemaining() : position);
    }

    /** Makes the buffer hold so many bytes from the position on; false where the stream has no more. */
    private boolean hold(int count) throws IOException {
        while (limit - position < count) {
            if (buffer.length - position < count) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
                base += position;
                limit -= position;
                position = 0;
            }
            int read = readOn();
            if (read <= 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    private int readOn() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return in.read(buffer, limit, buffer.length - limit);
    }

    private int delivered(byte[] bytes, int offset, int count) {
        crc.update(bytes, offset, count);
        inflated += count;
        expanded += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        blocks.close();
        in.close();
    }

    private boolean fill() throws IOException {
        base += limit;
        position = 0;
        limit = 0;
        int count = readOn();
        if (count <= 0) {
            return false;
        }
        limit = count;
        return true;
    }

    /** The next compressed byte, or -1 at the end. */
    private int next() throws IOException {
        while (position == limit) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    private void nextMember() throws IOException {
        boolean first = base + position == 0;
        long at = base + position;
        int byte1 = next();
        while (byte1 == 0 && !first) {
            // Tapes and tar pad with zeros; gzip itself passes over them.
            byte1 = next();
        }
        if (byte1 < 0) {
            ended = true;
            return;
        }
        if (byte1 != 0x1F || next() != 0x8B) {
            report(
                    DiagnosticCode.BYTES_AFTER_COMPRESSED_STREAM,
                    "from compressed byte " + at + " on",
                    "they are no gzip and were not read");
            ended = true;
            return;
        }
        member = base + position - 2;
        int method = next();
        int flags = next();
        skip(6);
        if (method != DEFLATE && method >= 0 || flags > 0 && (flags & RESERVED_FLAGS) != 0) {
            corrupt("its header is unknown");
            return;
        }
        if (flags > 0) {
            optionalHeader(flags);
        }
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        crc.reset();
        inMember = true;
    }

    private void optionalHeader(int flags) throws IOException {
        if ((flags & FLAG_EXTRA) != 0) {
            int low = next();
            skip(low | next() << 8);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count && next() >= 0; ) {
            i++;
        }
    }

    private void skipText() throws IOException {
        int c = next();
        while (c > 0) {
            c = next();
        }
    }

    private void endMember() throws IOException {
        inMember = false;
        long expected = 0;
        for (int i = 0; i < 4; i++) {
            long part = next();
            if (part < 0) {
                truncated();
                return;
            }
            expected |= part << 8 * i;
        }
        for (int i = 0; i < 4; i++) {
            if (next() < 0) {
                truncated();
                return;
            }
        }
        if (expected != crc.getValue()) {
            report(
                    DiagnosticCode.COMPRESSED_STREAM_CORRUPT,
                    "in the member at compressed byte " + member + ": its checksum is wrong",
                    "read on");
        }
    }

    private void truncated() {
        report(
                DiagnosticCode.COMPRESSED_STREAM_TRUNCATED,
                "after " + (base + limit) + " compressed bytes",
                "what was inflated until there is read");
        ended = true;
    }

    private void corrupt(String reason) {
        report(
                DiagnosticCode.COMPRESSED_STREAM_CORRUPT,
                "in the member at compressed byte " + member + (reason.isEmpty() ? "" : ": " + reason),
                "what was inflated until there is read");
        ended = true;
    }

    private void report(DiagnosticCode code, String found, String action) {
        findings.accept(Finding.at(inflated, code, code.title() + " " + found, "", action));
    }
}
