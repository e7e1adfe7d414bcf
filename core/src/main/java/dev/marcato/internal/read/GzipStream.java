// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip (RFC 1952) of any number of members. What is wrong with the stream is reported and ends it; the bytes
 * inflated until then are delivered. The JDK's own stream is not used: it may miss a member where {@code available()}
 * says 0, and passes over trailing bytes in silence.
 */
final class GzipStream extends InputStream {
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int RESERVED_FLAGS = 0xE0;
    private static final int DEFLATE = 8;

    private final InputStream in;
    private final Consumer<Finding> findings;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[64 << 10];
    private int position;
    private int limit;
    /** Place in the compressed stream of the buffer's first byte. */
    private long base;

    private long inflated;
    private boolean inMember;
    private boolean ended;

    GzipStream(InputStream in, Consumer<Finding> findings) {
        this.in = in;
        this.findings = findings;
    }

    static boolean sniff(byte[] head, int length) {
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
            if (!inMember) {
                nextMember();
                continue;
            }
            long inMemberBefore = inflater.getBytesWritten();
            try {
                int count = inflater.inflate(bytes, offset, length);
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

    private int delivered(byte[] bytes, int offset, int count) {
        crc.update(bytes, offset, count);
        inflated += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private boolean fill() throws IOException {
        base += limit;
        position = 0;
        limit = 0;
        int count = in.read(buffer, 0, buffer.length);
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
            report(DiagnosticCode.COMPRESSED_STREAM_CORRUPT, "its checksum is wrong", "read on");
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
                "near compressed byte " + (base + position) + (reason.isEmpty() ? "" : ": " + reason),
                "what was inflated until there is read");
        ended = true;
    }

    private void report(DiagnosticCode code, String found, String action) {
        findings.accept(Finding.at(inflated, code, code.title() + " " + found, "", action));
    }
}
