// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntUnaryOperator;

/** A stream that gives less than it is asked for, as pipes and sockets do. Never zero bytes where more was asked. */
public final class ShortReads extends FilterInputStream {
    private final IntUnaryOperator limit;
    private final boolean silent;

    private ShortReads(InputStream in, IntUnaryOperator limit, boolean silent) {
        super(in);
        this.limit = limit;
        this.silent = silent;
    }

    /** At most {@code size} bytes a read. */
    public static InputStream ofSize(byte[] bytes, int size) {
        return new ShortReads(new ByteArrayInputStream(bytes), asked -> Math.min(asked, size), false);
    }

    /** Any number of bytes a read, from one to what was asked for; seldom many. */
    public static InputStream seeded(byte[] bytes, long seed) {
        Dice dice = Dice.of(seed);
        IntUnaryOperator any = asked -> dice.between(1, Math.min(asked, dice.chance(1, 10) ? asked : 200));
        return new ShortReads(new ByteArrayInputStream(bytes), any, false);
    }

    /** Says of itself that nothing is available without blocking, which is always allowed. */
    public static InputStream unavailable(InputStream in) {
        return new ShortReads(in, asked -> asked, true);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return length == 0 ? 0 : in.read(into, offset, limit.applyAsInt(length));
    }

    @Override
    public int available() throws IOException {
        return silent ? 0 : in.available();
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : in.skip(limit.applyAsInt((int) Math.min(count, Integer.MAX_VALUE)));
    }
}
