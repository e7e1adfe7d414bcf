// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Cutting and joining of byte arrays; every result is a new array. */
final class Bytes {
    private Bytes() {}

    /** One byte for each character, which must be below U+0100. */
    static byte[] latin1(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] inserted(byte[] bytes, int at, byte... more) {
        return join(Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    static byte[] removed(byte[] bytes, int at, int count) {
        return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + count, bytes.length));
    }

    static byte[] replaced(byte[] bytes, int at, int count, byte... by) {
        return join(Arrays.copyOf(bytes, at), by, Arrays.copyOfRange(bytes, at + count, bytes.length));
    }

    static byte[] overwritten(byte[] bytes, int at, String by) {
        return replaced(bytes, at, by.length(), latin1(by));
    }

    /**
     * Puts {@code separator} before every byte whose distance from the start, plus {@code shift}, is a multiple of
     * {@code width}.
     */
    static byte[] broken(byte[] bytes, int shift, int width, byte[] separator) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0 && (i + shift) % width == 0) {
                out.writeBytes(separator);
            }
            out.write(bytes[i]);
        }
        return out.toByteArray();
    }

    static byte[] repeated(byte value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
