// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import java.io.Closeable;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates blocks of BGZF, each by itself: what comes of one depends on its bytes alone, whoever inflates it, and what is
 * wrong with it costs no other. For one thread.
 */
public final class BlockInflater implements Closeable {
    private static final byte[] NOTHING = {};

    private final CRC32 crc = new CRC32();
    private byte[] block = NOTHING;
    private @Nullable Inflater inflater;

    /** What the last block came to, from 0 on. */
    byte[] block() {
        return block;
    }

    private Inflater begin() {
        Inflater begun = inflater;
        if (begun == null) {
            begun = new Inflater(true);
            block = new byte[Bgzf.MOST_BYTES];
            inflater = begun;
        }
        begun.reset();
        return begun;
    }

    /**
     * Inflates a block, as far as it can be.
     *
     * @param b holds the whole block
     * @param place of the block's first byte in the compressed stream, for messages
     * @param offset of its first byte among the uncompressed ones
     * @return how many bytes it came to
     */
    int inflate(byte[] b, int from, int size, long place, long offset, Consumer<Finding> findings) {
        int trailer = from + size - Bgzf.TRAILER;
        Inflater inflating = begin();
        inflating.setInput(b, from + Bgzf.HEADER, trailer - from - Bgzf.HEADER);
        String fault = "";
        try {
            int count = 0;
            int more;
            do {
                more = inflating.inflate(block, count, Bgzf.MOST_BYTES - count);
                count += more;
            } while (more > 0 && count < Bgzf.MOST_BYTES);
            if (!inflating.finished() && inflating.inflate(new byte[1]) > 0) {
                fault = "it has more than " + Bgzf.MOST_BYTES + " bytes";
            } else if (!inflating.finished()) {
                fault = "its data do not end with it";
            } else if (inflating.getRemaining() > 0) {
                fault = "its data end before it does";
            }
        } catch (DataFormatException e) {
            fault = e.getMessage() == null ? "its data are not deflated" : e.getMessage();
        }
        // Also where inflating failed: what came before that is there.
        int count = (int) Math.min(inflating.getBytesWritten(), Bgzf.MOST_BYTES);
        crc.reset();
        crc.update(block, 0, count);
        if (fault.isEmpty() && Bgzf.int32(b, trailer) != crc.getValue()) {
            fault = "its checksum is wrong";
        } else if (fault.isEmpty() && Bgzf.int32(b, trailer + 4) != count) {
            fault = "its length is wrong";
        }
        if (!fault.isEmpty()) {
            DiagnosticCode code = DiagnosticCode.COMPRESSED_STREAM_CORRUPT;
            findings.accept(Finding.at(
                    offset + count,
                    code,
                    code.title() + " in the block at compressed byte " + place + ": " + fault,
                    "",
                    "what was inflated of it is read, then the next block"));
        }
        return count;
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
