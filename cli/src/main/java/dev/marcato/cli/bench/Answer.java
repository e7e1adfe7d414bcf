// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

/**
 * What a run came to. Every way to do the same must give the same.
 *
 * @param records that it saw
 * @param sum over the records, whatever their order
 */
record Answer(long records, long sum) {}
