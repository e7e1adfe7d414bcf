// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A read-only view of some bytes of a record: a field, a value. Nothing is copied until asked for. A slice keeps the
 * block that its record was read from alive; {@link #toByteArray()} or {@link MarcRecord#copy()} lets go of it.
 *
 * <p>Immutable and safe for use by several threads, as long as nobody changes an array that was given to
 * {@link #of(byte[])}. Positions are 0-based and counted in bytes from the slice's first byte.
 */
public final class ByteSlice {
    /** No bytes. */
    public static final ByteSlice EMPTY = new ByteSlice(new byte[0], 0, 0);

    private final byte[] data;
    private final int from;
    private final int length;

    ByteSlice(byte[] data, int from, int length) {
        this.data = data;
        this.from = from;
        this.length = length;
    }

    /** A view of a whole array, which must not change from now on. */
    public static ByteSlice of(byte[] bytes) {
        return new ByteSlice(bytes, 0, bytes.length);
    }

    /** Number of bytes. */
    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /**
     * One byte, with its sign: {@code 0xE9} comes as -23.
     *
     * @throws IndexOutOfBoundsException if there is no such position
     */
    public byte at(int position) {
        return data[from + Objects.checkIndex(position, length)];
    }

    /** Whether these are exactly the given bytes. */
    public boolean contentEquals(byte[] bytes) {
        return Arrays.equals(data, from, from + length, bytes, 0, bytes.length);
    }

    /** Whether these are the characters of a text, one byte each (ISO 8859-1). */
    public boolean contentEquals(String latin1) {
        return length == latin1.length() && matches(0, latin1);
    }

    /** Whether the first bytes are the characters of a text, one byte each (ISO 8859-1). */
    public boolean startsWith(String latin1) {
        return length >= latin1.length() && matches(0, latin1);
    }

    /** Whether the last bytes are the characters of a text, one byte each (ISO 8859-1). */
    public boolean endsWith(String latin1) {
        return length >= latin1.length() && matches(length - latin1.length(), latin1);
    }

    /** Where a byte stands first, -1 if nowhere. */
    public int indexOf(byte wanted) {
        return indexOf(wanted, 0);
    }

    /** Where a byte stands first at or after a position, -1 if nowhere. */
    public int indexOf(byte wanted, int start) {
        for (int i = from + Math.max(0, start); i < from + length; i++) {
            if (data[i] == wanted) {
                return i - from;
            }
        }
        return -1;
    }

    /** Where the characters of a text, one byte each (ISO 8859-1), stand first, -1 if nowhere. */
    public int indexOf(String latin1) {
        for (int at = 0; at <= length - latin1.length(); at++) {
            if (matches(at, latin1)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * A part of this view.
     *
     * @param start first byte of the part
     * @param end byte after its last
     */
    public ByteSlice slice(int start, int end) {
        Objects.checkFromToIndex(start, end, length);
        return new ByteSlice(data, from + start, end - start);
    }

    /** Copies all bytes into an array. */
    public void copyTo(byte[] target, int position) {
        System.arraycopy(data, from, target, position, length);
    }

    /** A new array with the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(data, from, from + length);
    }

    /** Writes all bytes. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(data, from, length);
    }

    /** The bytes as a buffer that refuses to be written to. */
    public ByteBuffer asReadOnlyBuffer() {
        return ByteBuffer.wrap(data, from, length).slice().asReadOnlyBuffer();
    }

    /** Equal if the bytes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSlice that
                && Arrays.equals(data, from, from + length, that.data, that.from, that.from + that.length);
    }

    @Override
    public int hashCode() {
        return Bytes.hash(data, from, from + length);
    }

    /** The bytes for people: printable ASCII as it is, all else as {@code \xE9}. */
    @Override
    public String toString() {
        String text = new String(data, from, length, StandardCharsets.ISO_8859_1);
        StringBuilder shown = new StringBuilder(length + 16);
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character >= 0x7F) {
                VisibleText.appendByte(shown, character);
            } else {
                shown.append(character);
            }
        }
        return shown.toString();
    }

    private boolean matches(int at, String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if ((data[from + at + i] & 0xFF) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
