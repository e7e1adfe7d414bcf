// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * Something that was not measured.
 *
 * @param what it was to be
 * @param why there is no figure
 */
public record Gap(String what, String why) {}
