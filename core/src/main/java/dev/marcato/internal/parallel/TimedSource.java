// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.read.Source;
import java.io.IOException;

/**
 * Reads a stream, and tells whether its next byte would have to be waited for. Streams need not know that: one is asked,
 * and not believed when it gives what it said is not there. One thread's at a time.
 */
final class TimedSource {
    /** A read that takes longer than this one millisecond has waited for somebody. */
    private static final long WAITED_NANOS = 1_000_000;

    private final Source source;
    private boolean knows;
    private boolean gaveUnasked;
    private boolean waited;

    TimedSource(Source source) {
        this.source = source;
    }

    int read(byte[] target, int offset, int length) throws IOException {
        boolean unasked = available() == 0;
        long before = System.nanoTime();
        int count = source.read(target, offset, length);
        waited = System.nanoTime() - before > WAITED_NANOS;
        gaveUnasked |= unasked && !waited && count > 0;
        return count;
    }

    /** Whether the next byte is there, certainly. */
    boolean isThere() {
        return available() > 0;
    }

    /** Whether the next byte is likely to be there. */
    boolean mayBeThere() {
        return isThere() || !knows && gaveUnasked && !waited;
    }

    /** Whether the next byte is not there, certainly. */
    boolean isNotThere() {
        return available() == 0 && knows;
    }

    /** How many bytes are there; negative where there is no telling, as of a pipe that was opened by its name. */
    private int available() {
        try {
            int available = source.available();
            // Its first bytes were read when it was opened.
            knows |= available > 0 && source.bytes() >= source.head().length;
            return available;
        } catch (IOException e) {
            return -1;
        }
    }
}
