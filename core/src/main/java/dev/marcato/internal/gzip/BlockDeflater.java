// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

import dev.marcato.io.BlockOutput;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes blocks of BGZF, each by itself; an empty one marks the end. */
final class BlockDeflater {
    /** So many bytes fit into a block even where they cannot be compressed. */
    private static final int BLOCK = 0xFF00;

    private static final byte[] END = compress(new byte[0], 0);

    private BlockDeflater() {}

    static OutputStream output(OutputStream out, int threads) {
        return new BlockOutput(out, threads, "gzip", BLOCK, BlockDeflater::compress, END);
    }

    private static byte[] compress(byte[] bytes, int length) {
        byte[] target = new byte[Bgzf.MOST_BYTES];
        int deflated = deflate(Deflater.DEFAULT_COMPRESSION, bytes, length, target);
        if (deflated < 0) {
            deflated = deflate(Deflater.NO_COMPRESSION, bytes, length, target);
        }
        int trailer = Bgzf.HEADER + deflated;
        Bgzf.writeHeader(target, trailer + Bgzf.TRAILER);
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        Bgzf.writeInt32(target, trailer, crc.getValue());
        Bgzf.writeInt32(target, trailer + 4, length);
        return Arrays.copyOf(target, trailer + Bgzf.TRAILER);
    }

    /** The length of the deflated bytes, or -1 where they have no room. */
    private static int deflate(int level, byte[] bytes, int length, byte[] target) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            int room = target.length - Bgzf.HEADER - Bgzf.TRAILER;
            int count = deflater.deflate(target, Bgzf.HEADER, room);
            return deflater.finished() ? count : -1;
        } finally {
            deflater.end();
        }
    }
}
