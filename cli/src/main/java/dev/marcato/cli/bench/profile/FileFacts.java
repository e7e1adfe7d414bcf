// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * A file that was measured.
 *
 * @param name as the user wrote it
 * @param stored its size in bytes
 * @param bytes the same, uncompressed
 * @param records that were found in it
 * @param repaired how many of them were damaged
 */
public record FileFacts(String name, long stored, long bytes, long records, long repaired) {
    public boolean compressed() {
        return stored != bytes;
    }
}
