// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.zstd;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Decompresses any number of frames, block by block: the library is given no block before all of it is there, and what came out
 * of those before a broken one is given, however the bytes arrived. What is wrong is reported, and ends the stream. Memory is
 * what a frame asks for, at most the 128 MiB that the library allows. One thread's.
 */
final class ZstdStream extends InputStream {
    private static final int BUFFER = 2 * Frames.MOST_BLOCK;

    private final InputStream in;
    private final ExpansionLimit expansion;
    private final Consumer<Finding> findings;
    private final ZstdDecompressCtx library = new ZstdDecompressCtx();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    /** Place in the compressed stream of the buffer's first byte. */
    private long base;

    private final ByteBuffer source = ByteBuffer.allocateDirect(Frames.BLOCK_HEADER + Frames.MOST_BLOCK);
    private final ByteBuffer target = ByteBuffer.allocateDirect(Frames.MOST_BLOCK);
    private long decompressed;
    /** Where the frame begins in the compressed stream. */
    private long frame;

    private int descriptor;
    private boolean inFrame;
    private boolean ended;

    ZstdStream(InputStream in, ExpansionLimit expansion, Consumer<Finding> findings) {
        this.in = in;
        this.expansion = expansion;
        this.findings = findings;
        source.limit(0);
        target.limit(0);
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
        while (!target.hasRemaining()) {
            if (ended) {
                return -1;
            }
            if (!expansion.allows(base + position, decompressed)) {
                findings.accept(expansion.reached(decompressed, base + position, decompressed));
                ended = true;
            } else if (inFrame) {
                nextBlock();
            } else {
                nextFrame();
            }
        }
        int count = Math.min(length, target.remaining());
        target.get(bytes, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        target.limit(0);
        library.close();
        in.close();
    }

    private void nextFrame() throws IOException {
        long at = base + position;
        boolean four = hold(Frames.MAGIC);
        if (position == limit) {
            ended = true;
        } else if (four && Frames.isSkippable(buffer, position)) {
            skip();
        } else if (four && Frames.isFrame(buffer, position)) {
            frame = at;
            begin();
        } else if (!four && mayBecomeFrame()) {
            truncated();
        } else {
            report(
                    DiagnosticCode.BYTES_AFTER_COMPRESSED_STREAM,
                    "from compressed byte " + at + " on",
                    "they are no Zstandard frame and were not read");
        }
    }

    /** Whether the last few bytes may be the first ones of a magic number. */
    private boolean mayBecomeFrame() {
        byte first = buffer[position];
        return first == 0x28 || (first & 0xF0) == 0x50;
    }

    private void skip() throws IOException {
        if (!hold(Frames.SKIPPABLE_HEADER)) {
            truncated();
            return;
        }
        long left = Frames.int32(buffer, position + Frames.MAGIC);
        position += Frames.SKIPPABLE_HEADER;
        while (left > 0) {
            if (!hold(1)) {
                truncated();
                return;
            }
            int count = (int) Math.min(left, limit - position);
            position += count;
            left -= count;
        }
    }

    private void begin() throws IOException {
        if (!hold(Frames.MAGIC + 1)) {
            truncated();
            return;
        }
        descriptor = buffer[position + Frames.MAGIC];
        int header = Frames.headerLength(descriptor);
        if (!hold(header)) {
            truncated();
        } else if (Frames.isReserved(descriptor)) {
            corrupt("its header is unknown");
        } else {
            library.reset();
            inFrame = give(header);
        }
    }

    private void nextBlock() throws IOException {
        if (!hold(Frames.BLOCK_HEADER)) {
            truncated();
            return;
        }
        int header = Frames.blockHeader(buffer, position);
        int stored = Frames.storedBytes(header);
        if (stored < 0) {
            corrupt("a block of unknown kind or too large");
        } else if (!hold(Frames.BLOCK_HEADER + stored)) {
            truncated();
        } else if (give(Frames.BLOCK_HEADER + stored) && Frames.isLast(header)) {
            endFrame();
        }
    }

    private void endFrame() throws IOException {
        inFrame = false;
        if (!Frames.hasChecksum(descriptor)) {
            return;
        }
        if (!hold(Frames.CHECKSUM)) {
            truncated();
            return;
        }
        // The checksum gives nothing: what the last block came to is still to be given.
        int from = target.position();
        int to = target.limit();
        if (!give(Frames.CHECKSUM)) {
            // The next frame does not depend on this one.
            ended = false;
        }
        target.limit(to).position(from);
    }

    /** Gives the library the next bytes, and takes all that comes out; false where it refused them. */
    private boolean give(int count) {
        source.clear();
        source.put(buffer, position, count).flip();
        position += count;
        ByteBuffer out = target.duplicate().clear();
        try {
            while (source.hasRemaining() && out.hasRemaining()) {
                library.decompressDirectByteBufferStream(out, source);
            }
        } catch (ZstdException e) {
            corrupt(String.valueOf(e.getMessage()));
            return false;
        }
        if (source.hasRemaining()) {
            corrupt("a block comes to too much");
            return false;
        }
        target.clear().limit(out.position());
        decompressed += out.position();
        return true;
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
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read <= 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    private void truncated() {
        report(
                DiagnosticCode.COMPRESSED_STREAM_TRUNCATED,
                "after " + (base + limit) + " compressed bytes",
                "what came out until there is read");
    }

    private void corrupt(String reason) {
        report(
                DiagnosticCode.COMPRESSED_STREAM_CORRUPT,
                "in the frame at compressed byte " + frame + ": " + reason,
                "what came out until there is read");
    }

    private void report(DiagnosticCode code, String found, String action) {
        findings.accept(Finding.at(decompressed, code, code.title() + " " + found, "", action));
        ended = true;
    }
}
