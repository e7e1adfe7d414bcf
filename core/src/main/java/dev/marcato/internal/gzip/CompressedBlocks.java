// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

import dev.marcato.io.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some whole blocks of BGZF that follow one another, to be inflated by anybody at any time.
 *
 * @param bytes holds the blocks, as they are stored
 * @param from where they begin in it
 * @param to behind the last one
 * @param place of the first byte in the compressed stream
 */
public record CompressedBlocks(byte[] bytes, int from, int to, long place) {
    /** What blocks came to; places of findings count from its first byte. */
    public record Inflated(byte[] bytes, int length, List<Finding> findings) {}

    /** The same in smaller parts, at least one, each of which says that it comes to so many bytes, but for the last. */
    public List<CompressedBlocks> parts(int partBytes) {
        List<CompressedBlocks> parts = new ArrayList<>();
        int begin = from;
        int said = 0;
        int at = from;
        while (at < to) {
            int size = Bgzf.blockSize(bytes, at, to);
            said += Bgzf.saidBytes(bytes, at, size);
            at += size;
            if (said >= partBytes || at == to) {
                parts.add(new CompressedBlocks(bytes, begin, at, place + begin - from));
                begin = at;
                said = 0;
            }
        }
        return parts;
    }

    /** Inflates them. */
    public Inflated inflate(BlockInflater inflater) {
        List<Finding> findings = new ArrayList<>();
        byte[] target = new byte[said()];
        int length = 0;
        int size;
        for (int at = from; at < to; at += size) {
            size = Bgzf.blockSize(bytes, at, to);
            int count = inflater.inflate(bytes, at, size, place + at - from, length, findings::add);
            if (count > target.length - length) {
                // It said too little.
                target = Arrays.copyOf(target, length + count);
            }
            System.arraycopy(inflater.block(), 0, target, length, count);
            length += count;
        }
        return new Inflated(length < target.length ? Arrays.copyOf(target, length) : target, length, findings);
    }

    /** What they say they come to. */
    private int said() {
        int sum = 0;
        int size;
        for (int at = from; at < to; at += size) {
            size = Bgzf.blockSize(bytes, at, to);
            sum += Bgzf.saidBytes(bytes, at, size);
        }
        return sum;
    }
}
