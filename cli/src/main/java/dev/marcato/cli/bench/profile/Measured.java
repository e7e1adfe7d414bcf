// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * A task and how long it took.
 *
 * @param threads that worked on it at most
 * @param records that it went through, 0 where it knows none
 * @param bytes that it went through, uncompressed
 * @param runs how long each run took
 */
public record Measured(int threads, long records, long bytes, Runs runs) {
    /** By the median. */
    public double bytesPerSecond() {
        return bytes / runs.median();
    }

    /** By the median; 0 where there are no records. */
    public double recordsPerSecond() {
        return records / runs.median();
    }

    /** By the median; 0 where there are no records. */
    public double secondsPerRecord() {
        return records == 0 ? 0 : runs.median() / records;
    }

    /** Of the slowest run. */
    public double leastBytesPerSecond() {
        return bytes / runs.most();
    }

    /** Of the quickest run. */
    public double mostBytesPerSecond() {
        return bytes / runs.least();
    }
}
