// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * How long all files take with blocks of one size.
 *
 * @param blockBytes how many bytes a thread takes at a time at most
 */
public record BlockRate(int blockBytes, Measured measured) {}
