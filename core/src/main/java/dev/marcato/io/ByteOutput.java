// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.util.Arrays;

/**
 * Bytes that are being put together in memory: text on its way into another encoding, records on their way into another
 * format. It grows as it must and is used again after {@link #clear()}. For one thread.
 */
public final class ByteOutput {
    private static final int USUAL = 1 << 10;

    private byte[] array;
    private int size;

    /** An empty output that grows from a usual size. */
    public ByteOutput() {
        this(USUAL);
    }

    /** An empty output with room for so many bytes at first. */
    public ByteOutput(int capacity) {
        array = new byte[Math.max(1, capacity)];
    }

    /** Number of bytes until now. */
    public int size() {
        return size;
    }

    /** The array that holds them from its beginning; another one after the output has grown. */
    public byte[] array() {
        return array;
    }

    /** Forgets the bytes, and keeps the room. */
    public void clear() {
        size = 0;
    }

    /** Forgets the bytes from a position on. */
    public void truncate(int newSize) {
        if (newSize < 0 || newSize > size) {
            throw new IndexOutOfBoundsException(newSize + " of " + size + " bytes");
        }
        size = newSize;
    }

    /** Adds one byte: the lower eight bits. */
    public void write(int value) {
        if (size == array.length) {
            grow(1);
        }
        array[size++] = (byte) value;
    }

    /** Adds bytes of an array. */
    public void write(byte[] bytes, int from, int length) {
        int at = claim(length);
        System.arraycopy(bytes, from, array, at, length);
        size = at + length;
    }

    /** Adds all bytes of an array. */
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** Adds a Unicode character as UTF-8; of a surrogate, which is none, U+FFFD. */
    public void writeUtf8(int codePoint) {
        int at = claim(4);
        byte[] to = array;
        if (codePoint < 0x80) {
            to[at++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            to[at++] = (byte) (0xC0 | codePoint >> 6);
            to[at++] = (byte) (0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            int character = codePoint >= 0xD800 && codePoint < 0xE000 ? 0xFFFD : codePoint;
            to[at++] = (byte) (0xE0 | character >> 12);
            to[at++] = (byte) (0x80 | character >> 6 & 0x3F);
            to[at++] = (byte) (0x80 | character & 0x3F);
        } else {
            to[at++] = (byte) (0xF0 | codePoint >> 18);
            to[at++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            to[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
            to[at++] = (byte) (0x80 | codePoint & 0x3F);
        }
        size = at;
    }

    /**
     * Makes room for so many bytes and says where in the {@link #array()}, which must be asked for after this, they may be
     * put; {@link #claimed} takes those that were.
     */
    public int claim(int most) {
        if (most > array.length - size) {
            grow(most);
        }
        return size;
    }

    /** Takes the bytes that have been put into the array where {@link #claim} said, up to a position. */
    public void claimed(int end) {
        if (end < size || end > array.length) {
            throw new IndexOutOfBoundsException("from " + size + " to " + end + " of " + array.length);
        }
        size = end;
    }

    /** A new array with the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOf(array, size);
    }

    private void grow(int needed) {
        long wanted = Math.max((long) size + needed, 2L * array.length);
        int most = Integer.MAX_VALUE - 8;
        if ((long) size + needed > most) {
            throw new OutOfMemoryError(size + " and " + needed + " more bytes are no array");
        }
        array = Arrays.copyOf(array, (int) Math.min(wanted, most));
    }
}
