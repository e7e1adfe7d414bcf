// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import java.nio.charset.StandardCharsets;

/**
 * The block of 512 bytes before a member of a tar archive (POSIX pax and ustar; GNU tar's extensions).
 *
 * @param size bytes that follow; negative if that is no number
 * @param type of what follows
 */
record TarHeader(String name, long size, char type) {
    static final int BYTES = 512;

    private static final int NAME_BYTES = 100;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_BYTES = 155;

    /** Whether a source begins with a header, whose checksum tells it from everything else. */
    static boolean isHeader(byte[] b) {
        if (b.length < BYTES || b[0] == 0) {
            return false;
        }
        long sum = 0;
        for (int i = 0; i < BYTES; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : b[i] & 0xFF;
        }
        return sum == octal(b, CHECKSUM, 8);
    }

    static boolean isEmpty(byte[] b) {
        for (byte each : b) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads a block that {@link #isHeader}. */
    static TarHeader of(byte[] b) {
        String name = text(b, 0, NAME_BYTES);
        boolean ustar = b[MAGIC] == 'u' && b[MAGIC + 1] == 's' && b[MAGIC + 5] == 0;
        String prefix = ustar ? text(b, PREFIX, PREFIX_BYTES) : "";
        return new TarHeader(
                prefix.isEmpty() ? name : prefix + "/" + name, number(b, SIZE, 12), (char) (b[TYPE] & 0xFF));
    }

    /** Bytes that fill the last block behind the data. */
    static long padding(long size) {
        return (BYTES - size % BYTES) % BYTES;
    }

    /** A text that ends with its room, or before it with a zero. */
    static String text(byte[] b, int from, int room) {
        int end = from;
        while (end < from + room && b[end] != 0) {
            end++;
        }
        return new String(b, from, end - from, StandardCharsets.UTF_8);
    }

    private static long number(byte[] b, int from, int room) {
        if ((b[from] & 0x80) == 0) {
            return octal(b, from, room);
        }
        // GNU tar: a binary number, most significant byte first.
        long value = b[from] & 0x7F;
        for (int i = 1; i < room; i++) {
            if (value >> 54 != 0) {
                return -1;
            }
            value = value << 8 | b[from + i] & 0xFF;
        }
        return value;
    }

    /** A number in octal digits between blanks or zeros; -1 if it is none. */
    private static long octal(byte[] b, int from, int room) {
        long value = 0;
        int at = from;
        while (at < from + room && b[at] == ' ') {
            at++;
        }
        while (at < from + room && b[at] != ' ' && b[at] != 0) {
            if (b[at] < '0' || b[at] > '7') {
                return -1;
            }
            value = value << 3 | b[at] - '0';
            at++;
        }
        return value;
    }
}
