// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

/**
 * Bounds on what reading may hold in memory. They bound salvage, never the size of a file: a clean record is at most
 * 99,999 bytes, but a stretch of damage without a recognisable start may be gigabytes.
 *
 * <p>Immutable, safe for all threads.
 *
 * @param blockBytes bytes read from a source at a time; a record keeps the block it was read from alive
 * @param windowBytes the longest stretch of damage, in bytes, that is looked at as one piece; also the largest record
 *     that can be recovered
 * @param diagnosticsPerStretch findings kept for one damaged stretch; what is over is counted, not kept
 */
public record ReadLimits(int blockBytes, int windowBytes, int diagnosticsPerStretch) {
    /** Blocks of 256 KiB, a window of 16 MiB, 100 findings a stretch. */
    public static final ReadLimits DEFAULT = new ReadLimits(256 << 10, 16 << 20, 100);

    private static final int SMALLEST_BLOCK = 64;
    private static final int SMALLEST_WINDOW = 128 << 10;
    private static final int LARGEST_WINDOW = 1 << 30;

    /** @throws IllegalArgumentException when a bound is too small to hold a clean record, or too large for an array */
    public ReadLimits {
        if (blockBytes < SMALLEST_BLOCK || blockBytes > LARGEST_WINDOW) {
            throw new IllegalArgumentException(
                    "block of " + blockBytes + " bytes: must be from " + SMALLEST_BLOCK + " to " + LARGEST_WINDOW);
        }
        if (windowBytes < SMALLEST_WINDOW || windowBytes > LARGEST_WINDOW) {
            throw new IllegalArgumentException(
                    "window of " + windowBytes + " bytes: must be from " + SMALLEST_WINDOW + " to " + LARGEST_WINDOW);
        }
        if (diagnosticsPerStretch < 1) {
            throw new IllegalArgumentException(
                    "diagnostics per stretch: must be at least 1, is " + diagnosticsPerStretch);
        }
    }

    /** These limits with another block size in bytes. */
    public ReadLimits withBlockBytes(int bytes) {
        return new ReadLimits(bytes, windowBytes, diagnosticsPerStretch);
    }

    /** These limits with another window in bytes. */
    public ReadLimits withWindowBytes(int bytes) {
        return new ReadLimits(blockBytes, bytes, diagnosticsPerStretch);
    }
}
