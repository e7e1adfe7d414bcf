// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Compressed input, sound and broken. */
public final class Gzip {
    private Gzip() {}

    /** One member. */
    public static byte[] of(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Several members one after the other, about equally large: cut anywhere, also within a record. */
    public static byte[] members(byte[] bytes, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) bytes.length * i / count);
            int to = (int) ((long) bytes.length * (i + 1) / count);
            out.writeBytes(of(Arrays.copyOfRange(bytes, from, to)));
        }
        return out.toByteArray();
    }

    /** Two members with one of no bytes between them, as parallel compressors and appending programs write. */
    public static byte[] withEmptyMember(byte[] bytes) {
        int half = bytes.length / 2;
        return Bytes.join(
                of(Arrays.copyOf(bytes, half)), of(new byte[0]), of(Arrays.copyOfRange(bytes, half, bytes.length)));
    }

    /** BGZF: each so many bytes a member that tells its size, and an empty one at the end (SAM specification, 4.1). */
    public static byte[] blocks(byte[] bytes, int blockBytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; from += blockBytes) {
            out.writeBytes(block(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + blockBytes))));
        }
        out.writeBytes(block(new byte[0]));
        return out.toByteArray();
    }

    private static byte[] block(byte[] bytes) {
        byte[] plain = of(bytes);
        int size = plain.length + 8;
        byte[] extra = {6, 0, 'B', 'C', 2, 0, (byte) (size - 1), (byte) (size - 1 >> 8)};
        byte[] header = Arrays.copyOf(plain, 10);
        header[3] = 4;
        return Bytes.join(header, extra, Arrays.copyOfRange(plain, 10, plain.length));
    }

    /** One member without its last {@code missing} bytes; the last eight are check sum and length. */
    public static byte[] truncated(byte[] bytes, int missing) {
        byte[] whole = of(bytes);
        return Arrays.copyOf(whole, Math.max(0, whole.length - missing));
    }

    public static byte[] withGarbageAfter(byte[] bytes, byte... garbage) {
        return Bytes.join(of(bytes), garbage);
    }

    /** A bit of the compressed data is flipped. */
    public static byte[] corrupt(byte[] bytes, long seed) {
        byte[] whole = of(bytes);
        Dice dice = Dice.of(seed);
        whole[dice.between(10, whole.length - 9)] ^= (byte) (1 << dice.below(8));
        return whole;
    }

    /** The check sum in the trailer is wrong, the data are sound. */
    public static byte[] withWrongChecksum(byte[] bytes) {
        byte[] whole = of(bytes);
        whole[whole.length - 8] ^= 0x55;
        return whole;
    }
}
