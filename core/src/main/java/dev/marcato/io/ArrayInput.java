// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes in memory. */
final class ArrayInput implements MarcInput, MarcInput.Content {
    private final byte[] bytes;
    private final String name;

    ArrayInput(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Content open() {
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream from(long position) {
        int from = (int) Math.min(position, bytes.length);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    public byte[] array() {
        return bytes;
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
