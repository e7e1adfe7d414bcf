// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** Reads the bytes of files into one buffer, again and again: what the machine can do, whatever comes after. */
final class RawReading {
    private static final int BUFFER_BYTES = 256 << 10;

    private final List<Part> parts;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    RawReading(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private interface Use {
        void take(ByteBuffer bytes, long offset);
    }

    /** Reads, and looks at one byte of each buffer. */
    Answer read() throws IOException {
        long[] sum = new long[2];
        each((bytes, offset) -> {
            sum[0] += bytes.limit();
            sum[1] += bytes.get(bytes.limit() - 1);
        });
        // Where a read ends is the system's choice: what stands there is looked at, and no part of the answer.
        return new Answer(0, sum[1] == Long.MIN_VALUE ? -1 : sum[0]);
    }

    /** Reads, and finds every record terminator. */
    Answer findRecordEnds() throws IOException {
        RecordEnds ends = new RecordEnds();
        each(ends::find);
        return ends.answer();
    }

    private void each(Use use) throws IOException {
        for (Part part : parts) {
            try (FileChannel channel = FileChannel.open(part.file())) {
                long offset = 0;
                while (offset < part.bytes()) {
                    buffer.clear().limit((int) Math.min(BUFFER_BYTES, part.bytes() - offset));
                    int count = channel.read(buffer);
                    if (count < 0) {
                        break;
                    }
                    buffer.flip();
                    use.take(buffer, offset);
                    offset += count;
                }
            }
        }
    }
}
