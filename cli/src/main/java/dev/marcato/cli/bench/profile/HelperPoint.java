// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * From which size on more threads are quicker than fewer, found by search.
 *
 * @param fewer threads
 * @param more threads
 * @param found whether there is such a size; if not, what follows is about the largest that was tried
 * @param records the smallest number of records from which on more threads were quicker
 * @param bytes of these records
 * @param secondsFewer what they took with fewer threads, the median
 * @param secondsMore what they took with more
 */
public record HelperPoint(
        int fewer, int more, boolean found, long records, long bytes, double secondsFewer, double secondsMore) {}
