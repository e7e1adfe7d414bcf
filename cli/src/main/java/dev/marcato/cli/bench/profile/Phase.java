// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * A task of one thread that does what the one before it does, and something more: so what a phase costs is the difference.
 *
 * @param name what is done
 * @param limit whether it is a limit of the machine and no part of reading records: copying memory
 * @param measured how long it took
 * @param allocated bytes of memory that were asked for, for each record; -1 if that is not known
 */
public record Phase(String name, boolean limit, Measured measured, double allocated) {}
