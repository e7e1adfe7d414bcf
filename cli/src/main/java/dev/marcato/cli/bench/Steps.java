// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.Talk;

/** Tells who watches a terminal what is being measured. */
final class Steps {
    private final Talk talk;
    private final boolean shown;

    /** @param shown whether a terminal shows it */
    Steps(Talk talk, boolean shown) {
        this.talk = talk;
        this.shown = shown;
    }

    /** @param round 0 for the one that does not count */
    void at(String what, int round, int rounds) {
        if (shown) {
            talk.bar("measuring " + what + (round == 0 ? "" : ": round " + round + " of " + rounds));
        }
    }

    void end() {
        talk.endBar();
    }
}
