// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * Generated files to measure: {@code 4x10k} is four files of ten thousand records each.
 *
 * @param name as it was typed
 * @param files how many
 * @param records in each of them
 */
public record Configuration(String name, int files, int records) {}
