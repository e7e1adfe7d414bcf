// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.zstd;

/** How frames begin, and what their headers say (RFC 8878, 3.1). */
final class Frames {
    /** Bytes of a frame's magic number, and of that of a frame that is to be skipped with its length. */
    static final int MAGIC = 4;

    static final int SKIPPABLE_HEADER = 8;
    /** A frame's header with its magic number has at most so many bytes. */
    static final int MOST_HEADER = 18;

    static final int BLOCK_HEADER = 3;
    static final int CHECKSUM = 4;
    /** A block comes to at most so many bytes, and is stored in at most as many. */
    static final int MOST_BLOCK = 128 << 10;

    private static final int SINGLE_SEGMENT = 0x20;
    private static final int HAS_CHECKSUM = 4;
    private static final int RESERVED = 8;
    private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
    private static final int[] SIZE_BYTES = {0, 2, 4, 8};

    private Frames() {}

    static boolean isFrame(byte[] b) {
        return isFrame(b, 0);
    }

    static boolean isFrame(byte[] b, int from) {
        return (b[from] & 0xFF) == 0x28
                && (b[from + 1] & 0xFF) == 0xB5
                && (b[from + 2] & 0xFF) == 0x2F
                && (b[from + 3] & 0xFF) == 0xFD;
    }

    static boolean isSkippable(byte[] b) {
        return isSkippable(b, 0);
    }

    static boolean isSkippable(byte[] b, int from) {
        return (b[from] & 0xF0) == 0x50
                && (b[from + 1] & 0xFF) == 0x2A
                && (b[from + 2] & 0xFF) == 0x4D
                && (b[from + 3] & 0xFF) == 0x18;
    }

    /** The length of a frame's header with its magic number, by the byte behind that. */
    static int headerLength(int descriptor) {
        boolean single = (descriptor & SINGLE_SEGMENT) != 0;
        int size = SIZE_BYTES[descriptor >> 6 & 3];
        return MAGIC + 1 + (single ? 0 : 1) + DICTIONARY_BYTES[descriptor & 3] + (single && size == 0 ? 1 : size);
    }

    /** Whether a checksum follows the last block. */
    static boolean hasChecksum(int descriptor) {
        return (descriptor & HAS_CHECKSUM) != 0;
    }

    static boolean isReserved(int descriptor) {
        return (descriptor & RESERVED) != 0;
    }

    /** The three bytes before a block as a number. */
    static int blockHeader(byte[] b, int from) {
        return b[from] & 0xFF | (b[from + 1] & 0xFF) << 8 | (b[from + 2] & 0xFF) << 16;
    }

    static boolean isLast(int blockHeader) {
        return (blockHeader & 1) != 0;
    }

    /** How many bytes a block is stored in, behind its header; negative if no block has such a header. */
    static int storedBytes(int blockHeader) {
        int size = blockHeader >> 3;
        return switch (blockHeader >> 1 & 3) {
            case 0, 2 -> size <= MOST_BLOCK ? size : -1;
            case 1 -> size <= MOST_BLOCK ? 1 : -1;
            default -> -1;
        };
    }

    /** A number of four bytes, least first. */
    static long int32(byte[] b, int from) {
        return blockHeader(b, from) | (b[from + 3] & 0xFFL) << 24;
    }
}
