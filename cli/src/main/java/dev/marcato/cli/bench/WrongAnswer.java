// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.Plural;
import java.io.IOException;

/** Two runs of the same task did not come to the same: a figure would mean nothing. */
final class WrongAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    WrongAnswer(String question, Answer first, Answer now) {
        super("bench: two runs differ in '" + question + "': " + words(first) + ", then " + words(now)
                + "; was a file written meanwhile?");
    }

    private static String words(Answer answer) {
        return Plural.of(answer.records(), "record") + " with checksum " + Long.toHexString(answer.sum());
    }
}
