// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

import dev.marcato.io.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some whole blocks of BGZF that follow one another, to be inflated by anybody at any time.
 *
 * @param bytes the blocks, as they are stored
 * @param place of the first byte in the compressed stream
 */
public record CompressedBlocks(byte[] bytes, long place) {
    /** What blocks came to; places of findings count from its first byte. */
    public record Inflated(byte[] bytes, int length, List<Finding> findings) {}

    /** Inflates them. */
    public Inflated inflate() {
        List<Finding> findings = new ArrayList<>();
        byte[] target = new byte[expected()];
        int length = 0;
        try (BlockInflater inflater = new BlockInflater()) {
            int size;
            for (int from = 0; from < bytes.length; from += size) {
                size = Bgzf.blockSize(bytes, from, bytes.length);
                if (target.length - length < Bgzf.MOST_BYTES) {
                    target = Arrays.copyOf(target, length + Bgzf.MOST_BYTES);
                }
                length += inflater.inflate(bytes, from, size, target, length, place + from, length, findings::add);
            }
        }
        return new Inflated(length > target.length / 2 ? target : Arrays.copyOf(target, length), length, findings);
    }

    /** What they say they come to, and room for a block that says too little. */
    private int expected() {
        int sum = 0;
        int size;
        for (int from = 0; from < bytes.length; from += size) {
            size = Bgzf.blockSize(bytes, from, bytes.length);
            sum += Bgzf.saidBytes(bytes, from, size);
        }
        return sum + Bgzf.MOST_BYTES;
    }
}
