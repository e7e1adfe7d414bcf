// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * How it was measured.
 *
 * @param rounds how often each task was run, in turns with those it is compared with
 * @param warmUpRounds how often everything was run before anything counted
 * @param warmUpSeconds how long that took
 * @param steady whether it had stopped getting quicker then
 * @param checkedRuns how many runs gave the answer that they had to give: all of them
 * @param seconds how long everything took
 */
public record Method(
        int rounds, int warmUpRounds, double warmUpSeconds, boolean steady, long checkedRuns, double seconds) {}
