// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;

/** What is said on standard error after the records have gone out: repairs and losses, a line a kind. */
final class RunReport {
    private RunReport() {}

    /** In short: the first of each kind, and how many more. Says nothing where nothing was repaired or lost. */
    static void delivered(ReadSummary account, Tally tally, SharedOptions options, Talk talk) {
        for (Tally.Kind kind : tally.kinds(Severity.WARNING)) {
            String more = kind.count() > 1 ? ", and " + Plural.grouped(kind.count() - 1) + " more" : "";
            tell(talk, kind, kind.first().get(0) + more);
        }
        rejects(account, options, talk);
    }

    /** At length: what {@code repair} did, and what it left alone. */
    static void repaired(ReadSummary account, Tally tally, SharedOptions options, Talk talk) {
        talk.say(SummaryText.records(account));
        talk.say(SummaryText.bytes(account));
        for (Tally.Kind kind : tally.kinds(Severity.WARNING)) {
            tell(
                    talk,
                    kind,
                    "  " + Plural.grouped(kind.count()) + " x " + kind.code().title() + " ["
                            + kind.code().code() + "]" + (kind.count() > 1 ? ", first at " : ", at ")
                            + kind.first().get(0).location());
        }
        rejects(account, options, talk);
        if (account.repaired() > 0) {
            String kept = options.originals();
            talk.say("repaired records as they were: "
                    + (kept == null ? "not kept; --originals FILE keeps them" : "kept in " + kept));
        }
        talk.say("left alone: the text and its encoding, tags and codes, the date in 005");
    }

    /** A loss is told even to who wants quiet: it is why the exit status is not 0. */
    private static void tell(Talk talk, Tally.Kind kind, String line) {
        if (kind.code().isLoss()) {
            talk.error(line);
        } else {
            talk.say(line);
        }
    }

    private static void rejects(ReadSummary account, SharedOptions options, Talk talk) {
        if (account.rejectedBytes() > 0) {
            String kept = options.rejects();
            talk.say(Plural.of(account.rejectedBytes(), "byte") + " rejected: "
                    + (kept == null ? "not kept; --rejects FILE keeps them" : "kept in " + kept));
        }
    }
}
