// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import java.io.IOException;
import java.io.InputStream;

/**
 * The uncompressed bytes from a little before a part on. Those behind the part come in small steps, since hardly more
 * than one record's are wanted; far behind it there is a gate. One thread's.
 */
abstract class PartStream extends InputStream {
    /** So far behind a part its last record usually ends. */
    private static final int REACH = 4 << 10;

    private static final int STEP = 32 << 10;
    /** So far behind a part somebody may read who has not passed the gate. */
    private static final int FREE = 256 << 10;

    private final long end;
    private final Gate gate;
    private long position;

    /**
     * @param position of the first byte
     * @param end behind the part's last byte
     */
    PartStream(long position, long end, Gate gate) {
        this.position = position;
        this.end = end;
        this.gate = gate;
    }

    /**
     * Reads some bytes, at least one.
     *
     * @return how many, or -1 at the end of the source
     */
    abstract int readAt(long place, byte[] target, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        if (position - end >= FREE) {
            gate.pass();
        }
        long most = position < end ? end - position + REACH : STEP;
        int count = readAt(position, target, offset, (int) Math.min(length, most));
        position += Math.max(0, count);
        return count;
    }
}
