// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.ReadSummary;
import java.util.List;

/** The account in words. */
final class SummaryText {
    private SummaryText() {}

    /** Records, bytes, and a warning where not everything was read. */
    static List<String> lines(ReadSummary account) {
        return account.complete()
                ? List.of(records(account), bytes(account))
                : List.of(records(account), bytes(account), "not everything was read");
    }

    /** {@code 386 records: 383 clean, 3 repaired}. */
    static String records(ReadSummary account) {
        return Plural.of(account.records(), "record") + ": " + Plural.grouped(account.clean()) + " clean, "
                + Plural.grouped(account.repaired()) + " repaired"
                + (account.skipped() > 0 ? ", " + Plural.grouped(account.skipped()) + " left out" : "");
    }

    /** {@code 524,288 bytes = 524,000 in records + 168 between records + 120 rejected (2 stretches)}. */
    static String bytes(ReadSummary account) {
        return Plural.of(account.totalBytes(), "byte") + " = " + Plural.grouped(account.recordBytes())
                + " in records + "
                + Plural.grouped(account.fillerBytes()) + " between records + "
                + Plural.grouped(account.rejectedBytes()) + " rejected"
                + (account.rejectedStretches() > 0
                        ? " ("
                                + Plural.of(account.rejectedStretches(), "stretch")
                                        .replace("stretchs", "stretches") + ")"
                        : "");
    }
}
