// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * How long the first so many records take, in memory.
 *
 * @param sequential with one {@code MarcReader}
 * @param parallel with {@code MarcFiles} and all threads, in turns with it
 */
public record SizeRate(Measured sequential, Measured parallel) {
    public long records() {
        return sequential.records();
    }

    public long bytes() {
        return sequential.bytes();
    }
}
