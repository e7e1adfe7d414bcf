// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.zstd;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;

/** Makes frames, each by itself. */
final class ZstdFrames {
    /** As the program zstd has it. */
    private static final int LEVEL = 3;

    private ZstdFrames() {}

    /** An empty frame, so that not even an output without records is an empty file. */
    static byte[] end() {
        return compress(new byte[0], 0);
    }

    static byte[] compress(byte[] bytes, int length) {
        byte[] target = new byte[(int) Zstd.compressBound(length)];
        try (ZstdCompressCtx compressing = new ZstdCompressCtx()) {
            compressing.setLevel(LEVEL).setChecksum(true);
            return Arrays.copyOf(target, compressing.compressByteArray(target, 0, target.length, bytes, 0, length));
        }
    }
}
