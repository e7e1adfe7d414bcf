// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.ByteOutput;
import java.nio.charset.StandardCharsets;

/**
 * Puts JSON text together: brackets, names, strings; indented or not. Escaped is only what must be: quote, backslash, and control
 * characters, in hexadecimal. One thread's.
 */
final class JsonText {
    private static final byte DELIMITER = 0x1F;
    private static final byte PLAIN = 0;
    private static final byte SPECIAL = 1;
    private static final byte[] KINDS = kinds();
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final boolean indented;
    private ByteOutput out = new ByteOutput();
    private int depth;
    private boolean empty;

    JsonText(boolean indented) {
        this.indented = indented;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int value = 0; value < ' '; value++) {
            kinds[value] = SPECIAL;
        }
        kinds['"'] = SPECIAL;
        kinds['\\'] = SPECIAL;
        return kinds;
    }

    /** @param newDepth how deep what is written stands in something else */
    void begin(ByteOutput newOut, int newDepth) {
        out = newOut;
        depth = newDepth;
        if (indented) {
            indent();
        }
    }

    void open(char bracket) {
        out.write(bracket);
        depth++;
        empty = true;
        line();
    }

    void close(char bracket) {
        depth--;
        if (indented && empty) {
            // Nothing stands between the brackets: no line is broken.
            out.truncate(out.size() - 1 - 2 * (depth + 1));
        } else {
            line();
        }
        empty = false;
        out.write(bracket);
    }

    void next() {
        out.write(',');
        line();
    }

    private void line() {
        if (indented) {
            out.write('\n');
            indent();
        }
    }

    private void indent() {
        for (int i = 0; i < depth; i++) {
            out.write(' ');
            out.write(' ');
        }
    }

    void name(String name) {
        name(name.getBytes(StandardCharsets.US_ASCII));
    }

    void name(byte[] name) {
        code(name, 0, name.length);
    }

    /** A name. */
    void code(byte[] bytes, int from, int to) {
        quoted(bytes, from, to);
        out.write(':');
        if (indented) {
            out.write(' ');
        }
    }

    /** A string; whether it can be written: whether it holds neither 0x1D nor 0x1E. */
    boolean string(byte[] bytes, int from, int to) {
        return quoted(bytes, from, to);
    }

    private boolean quoted(byte[] bytes, int from, int to) {
        empty = false;
        out.write('"');
        int run = from;
        int at = from;
        while (at < to) {
            if (KINDS[bytes[at] & 0xFF] == PLAIN) {
                at++;
                continue;
            }
            out.write(bytes, run, at - run);
            if (!escape(bytes[at])) {
                return false;
            }
            at++;
            run = at;
        }
        out.write(bytes, run, to - run);
        out.write('"');
        return true;
    }

    private boolean escape(byte value) {
        out.write('\\');
        if (value == '"' || value == '\\') {
            out.write(value);
            return true;
        }
        out.write('u');
        out.write('0');
        out.write('0');
        out.write(HEXADECIMAL[value >> 4]);
        out.write(HEXADECIMAL[value & 0xF]);
        return value < 0x1D || value > DELIMITER;
    }

    /** Where the next delimiter stands, or the end. */
    static int delimiter(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != DELIMITER) {
            at++;
        }
        return at;
    }
}
