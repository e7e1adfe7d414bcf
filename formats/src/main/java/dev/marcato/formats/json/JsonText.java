// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.ByteOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as JSON has it inside quotes. Escaped is only what must be: quote, backslash, and control characters, in hexadecimal.
 * Bytes of 0x80 or more are copied. What needs no escape is copied eight bytes at a time.
 */
final class JsonText {
    static final byte DELIMITER = 0x1F;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private JsonText() {}

    /**
     * Adds text up to an end, or to the first subfield delimiter.
     *
     * @return where it ended; negative at 0x1D or 0x1E, which cannot be written
     */
    static int write(byte[] bytes, int from, int to, ByteOutput out) {
        int at = from;
        while (true) {
            int place = out.claim(to - at + Long.BYTES);
            int plain = copyPlain(bytes, at, to, out.array(), place);
            out.claimed(place + plain);
            at += plain;
            if (at == to || bytes[at] == DELIMITER) {
                return at;
            }
            if (bytes[at] >= 0x1D && bytes[at] < DELIMITER) {
                return -1;
            }
            escape(bytes[at], out);
            at++;
        }
    }

    /** Whether a byte is a character of ASCII that stands for itself. */
    static boolean isPlain(byte value) {
        return value >= ' ' && value != '"' && value != '\\';
    }

    /** Copies bytes up to the first one that is to be escaped; overwrites up to seven more. How many are copied. */
    private static int copyPlain(byte[] bytes, int from, int to, byte[] target, int place) {
        int shift = place - from;
        int at = from;
        for (; at < to && at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            LONGS.set(target, at + shift, eight);
            long found = toEscape(eight);
            if (found != 0) {
                return Math.min(to, at + (Long.numberOfTrailingZeros(found) >> 3)) - from;
            }
        }
        while (at < to && (bytes[at] < 0 || isPlain(bytes[at]))) {
            target[at + shift] = bytes[at];
            at++;
        }
        return Math.min(at, to) - from;
    }

    /**
     * The high bit of each byte that is to be escaped; above the lowest one others may be set, too. To turn the second bit leaves
     * control characters below 0x20, makes the quote 0x20, and all else more than that.
     */
    private static long toEscape(long eight) {
        long quoteOrControl = (eight ^ 2 * ONES) - 0x21 * ONES;
        long backslash = (eight ^ '\\' * ONES) - ONES;
        return (quoteOrControl | backslash) & ~eight & HIGH_BITS;
    }

    private static void escape(byte value, ByteOutput out) {
        out.write('\\');
        if (value == '"' || value == '\\') {
            out.write(value);
            return;
        }
        out.write('u');
        out.write('0');
        out.write('0');
        out.write(HEXADECIMAL[value >> 4]);
        out.write(HEXADECIMAL[value & 0xF]);
    }
}
