// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.ByteOutput;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as JSON has it inside quotes. Escaped is only what must be: quote, backslash, and control characters, in hexadecimal.
 * Bytes of 0x80 or more are copied.
 */
final class JsonText {
    static final byte DELIMITER = 0x1F;
    static final int LONGEST_ESCAPE = 6;

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
            int place = out.claim(to - at + PlainRun.BEYOND);
            int run = PlainRun.copy(bytes, at, to, out.array(), place);
            int plain = run < 0 ? ~run : run;
            out.claimed(place + plain);
            at += plain;
            if (at == to || bytes[at] == DELIMITER) {
                return at;
            }
            if (isRefused(bytes[at])) {
                return -1;
            }
            int escape = out.claim(LONGEST_ESCAPE);
            out.claimed(escape(bytes[at], out.array(), escape));
            at++;
        }
    }

    /** Whether it is a terminator or delimiter, which no text of a field holds. */
    static boolean isRefused(byte value) {
        return value >= 0x1D && value <= DELIMITER;
    }

    /** Puts the escape of a character that needs one, of at most {@link #LONGEST_ESCAPE} bytes; where it ends. */
    static int escape(byte value, byte[] target, int into) {
        target[into] = '\\';
        if (value == '"' || value == '\\') {
            target[into + 1] = value;
            return into + 2;
        }
        target[into + 1] = 'u';
        target[into + 2] = '0';
        target[into + 3] = '0';
        target[into + 4] = HEXADECIMAL[value >> 4];
        target[into + 5] = HEXADECIMAL[value & 0xF];
        return into + LONGEST_ESCAPE;
    }
}
