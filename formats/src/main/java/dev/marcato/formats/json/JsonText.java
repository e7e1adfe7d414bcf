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
            if (bytes[at] >= 0x1D && bytes[at] < DELIMITER) {
                return -1;
            }
            escape(bytes[at], out);
            at++;
        }
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
