// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

/**
 * Bounds on what reading may hold in memory, and on what compressed data may come to. They bound salvage, never the size of a
 * file: a clean record is at most 99,999 bytes, but a stretch of damage without a recognisable start may be gigabytes.
 *
 * <p>Compressed data end where both bounds on expansion are passed. Records are text, and each differs from the others at least
 * in its control number: real files come to 3 to 15 times their compressed size, as XML to 25 times, made of one brief record to
 * 100 times, whatever their size. gzip can reach 1,032 times, Zstandard 32,768 times, and only with data that say nothing. A
 * file for a test, of a few records again and again, may pass the ratio too; half a GiB of it is read all the same, which takes
 * a second and no memory.
 *
 * <p>Immutable, safe for all threads.
 *
 * @param blockBytes bytes read from a source at a time; a record keeps the block it was read from alive
 * @param windowBytes the longest stretch of damage, in bytes, that is looked at as one piece; also the largest record
 *     that can be recovered
 * @param diagnosticsPerStretch findings kept for one damaged stretch; what is over is counted, not kept
 * @param expansionRatio to how many times their size, at most, compressed data may come
 * @param expansionFloor so many bytes may come out of compressed data whatever the ratio
 */
public record ReadLimits(
        int blockBytes, int windowBytes, int diagnosticsPerStretch, int expansionRatio, long expansionFloor) {
    private static final int USUAL_RATIO = 200;
    private static final long USUAL_FLOOR = 512 << 20;

    /** Blocks of 256 KiB, a window of 16 MiB, 100 findings a stretch, expansion to 200 times the size or 512 MiB. */
    public static final ReadLimits DEFAULT = new ReadLimits(256 << 10, 16 << 20, 100, USUAL_RATIO, USUAL_FLOOR);

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
        if (expansionRatio < 1 || expansionFloor < 0) {
            throw new IllegalArgumentException("expansion to " + expansionRatio + " times the size or " + expansionFloor
                    + " bytes: must be at least 1 time, and not negative");
        }
    }

    /** The bounds on memory, with the usual ones on expansion. */
    public ReadLimits(int blockBytes, int windowBytes, int diagnosticsPerStretch) {
        this(blockBytes, windowBytes, diagnosticsPerStretch, USUAL_RATIO, USUAL_FLOOR);
    }

    /** These limits with another block size in bytes. */
    public ReadLimits withBlockBytes(int bytes) {
        return new ReadLimits(bytes, windowBytes, diagnosticsPerStretch, expansionRatio, expansionFloor);
    }

    /** These limits with another window in bytes. */
    public ReadLimits withWindowBytes(int bytes) {
        return new ReadLimits(blockBytes, bytes, diagnosticsPerStretch, expansionRatio, expansionFloor);
    }

    /** These limits with others on expansion: a ratio, and bytes that may come out whatever the ratio. */
    public ReadLimits withExpansion(int ratio, long floor) {
        return new ReadLimits(blockBytes, windowBytes, diagnosticsPerStretch, ratio, floor);
    }
}
