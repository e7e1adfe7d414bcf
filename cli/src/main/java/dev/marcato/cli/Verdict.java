// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/** What is to be thought of the inputs, in one sentence. */
final class Verdict {
    private Verdict() {}

    static String of(ReadSummary account, Tally tally, boolean stopped) {
        int sources = account.sources().size();
        String name = switch (sources) {
            case 0 -> "nothing read";
            case 1 -> account.sources().get(0).name();
            default -> Plural.of(sources, "file");
        };
        return name + ": " + judgement(account, tally, stopped);
    }

    private static String judgement(ReadSummary account, Tally tally, boolean stopped) {
        long records = account.records();
        Tally.@Nullable Kind notMarc = tally.kind(DiagnosticCode.NOT_MARC);
        if (stopped) {
            return "damaged; reading stopped at the first damage, after " + Plural.of(records, "record");
        }
        if (account.totalBytes() == 0) {
            return account.complete() ? "empty; there is nothing in it" : "not read";
        }
        if (records == 0) {
            return notMarc == null
                    ? "not one record in it"
                    : "no MARC: " + clause(notMarc.first().get(0));
        }
        String part = account.complete() ? "" : ", as far as it was read";
        if (ExitStatus.isLoss(account)) {
            return "damaged, and something is lost" + part + ": "
                    + Plural.of(account.rejectedBytes(), "byte") + " could not be put into a record; "
                    + repaired(account);
        }
        if (account.repaired() > 0) {
            boolean judged = tally.codes().stream().anyMatch(Verdict::isJudged);
            return (judged
                            ? "damaged, but nothing is lost"
                            : "readable with certainty, but other programs will stumble")
                    + part + ": " + repaired(account);
        }
        if (tally.count(Severity.ERROR) > 0) {
            return "the structure is sound, but the content holds errors" + part;
        }
        if (tally.count(Severity.WARNING) > 0) {
            return "the structure is sound; other programs may stumble over the content" + part;
        }
        return "in order" + part + ": " + Plural.of(records, "record");
    }

    private static String clause(Diagnostic diagnostic) {
        String message = diagnostic.message();
        String title = diagnostic.code().title() + ": ";
        return message.startsWith(title) ? message.substring(title.length()) : message;
    }

    /** A repair that was no matter of course. */
    private static boolean isJudged(DiagnosticCode code) {
        return code.severity() == Severity.ERROR && code.code().compareTo("M0300") < 0;
    }

    private static String repaired(ReadSummary account) {
        long repaired = account.repaired() + account.skipped();
        if (repaired == 0) {
            return Plural.of(account.records(), "record") + (account.records() == 1 ? " is whole" : " are whole");
        }
        return Plural.grouped(repaired) + " of " + Plural.of(account.records(), "record")
                + (repaired == 1 ? " is damaged" : " are damaged");
    }
}
