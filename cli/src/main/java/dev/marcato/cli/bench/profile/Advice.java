// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * One choice, and what speaks for it.
 *
 * @param about what the choice is about, in a word or two
 * @param choice what to do, in a sentence
 * @param because what was measured
 */
public record Advice(String about, String choice, String because) {}
