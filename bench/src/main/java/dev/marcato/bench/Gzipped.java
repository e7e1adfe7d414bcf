// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A stream in gzip whose members say how long they are, so that several can be inflated at a time: BGZF. */
final class Gzipped {
    /** So few that a member has less than 64 KiB even where nothing can be compressed. */
    private static final int MOST_BYTES = 0xFF00;

    private static final int HEADER = 18;
    private static final int TRAILER = 8;

    private Gzipped() {}

    static void blocks(InputStream in, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            byte[] block;
            do {
                block = in.readNBytes(MOST_BYTES);
                // One of no bytes says that nothing is missing.
                out.write(member(block, deflater));
            } while (block.length > 0);
        } finally {
            deflater.end();
        }
    }

    private static byte[] member(byte[] block, Deflater deflater) {
        byte[] deflated = new byte[1 << 16];
        deflater.reset();
        deflater.setInput(block);
        deflater.finish();
        int size = deflater.deflate(deflated);
        CRC32 check = new CRC32();
        check.update(block);
        int all = HEADER + size + TRAILER;
        return ByteBuffer.allocate(all)
                .order(ByteOrder.LITTLE_ENDIAN)
                // Gzip, deflated, with an extra field; no time, no system.
                .put(new byte[] {0x1F, (byte) 0x8B, 8, 4, 0, 0, 0, 0, 0, (byte) 0xFF})
                .putShort((short) 6)
                .put(new byte[] {'B', 'C'})
                .putShort((short) 2)
                .putShort((short) (all - 1))
                .put(deflated, 0, size)
                .putInt((int) check.getValue())
                .putInt(block.length)
                .array();
    }
}
