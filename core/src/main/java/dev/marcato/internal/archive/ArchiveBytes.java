// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** The bytes of an archive from a place on, with those that come next held in a buffer. One thread's. */
final class ArchiveBytes {
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long place;

    ArchiveBytes(InputStream in, long place) {
        this.in = in;
        this.place = place;
    }

    /** Where the next byte stands in the archive. */
    long place() {
        return place;
    }

    /** Makes the buffer hold so many bytes, at most 64 KiB; false where there are no more. */
    boolean hold(int count) throws IOException {
        while (limit - position < count) {
            if (buffer.length - position < count) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
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

    /** A byte that is held, counted from the next one. */
    int at(int index) {
        return buffer[position + index] & 0xFF;
    }

    int int16(int index) {
        return at(index) | at(index + 1) << 8;
    }

    long int32(int index) {
        return int16(index) | (long) int16(index + 2) << 16;
    }

    long int64(int index) {
        return int32(index) | int32(index + 4) << 32;
    }

    /** Takes so many bytes that are held. */
    byte[] take(int count) {
        byte[] taken = new byte[count];
        System.arraycopy(buffer, position, taken, 0, count);
        used(count);
        return taken;
    }

    /** Takes some bytes, at most so many; -1 where there are no more. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (!hold(1)) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        used(count);
        return count;
    }

    /** Passes over so many bytes, or those that there are; how many that were. */
    long skip(long count) throws IOException {
        long left = count;
        while (left > 0 && hold(1)) {
            int some = (int) Math.min(left, limit - position);
            used(some);
            left -= some;
        }
        return count - left;
    }

    /** Gives an inflater what is held, of at most so many bytes; false where there is nothing. */
    boolean feed(Inflater inflater, long most) throws IOException {
        if (most <= 0 || !hold(1)) {
            return false;
        }
        int count = (int) Math.min(most, limit - position);
        inflater.setInput(buffer, position, count);
        used(count);
        return true;
    }

    /** Takes back what an inflater did not use of what it was fed last. */
    void giveBack(int count) {
        used(-count);
    }

    private void used(int count) {
        position += count;
        place += count;
    }
}
