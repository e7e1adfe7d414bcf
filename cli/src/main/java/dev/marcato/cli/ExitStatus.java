// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the process says to its caller when it ends: part of the contract, so the rules stand here and nowhere else. Of
 * several that apply the highest wins. An interrupted process ends with 130 or 143, which the virtual machine sees to.
 */
public enum ExitStatus {
    /** Everything was delivered, repairs included. */
    DONE(0),
    /** Something was lost or rejected, was no MARC at all, or was found by a verb that checks. */
    LOST(1),
    /** The command was wrong; nothing was done. */
    USAGE(2),
    /** Input or output failed. */
    FAILED(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The higher of the two. */
    public ExitStatus and(ExitStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether anything of the input is not in the output. */
    static boolean isLoss(ReadSummary account) {
        return account.rejectedBytes() > 0
                || account.skipped() > 0
                || account.diagnostics().keySet().stream().anyMatch(DiagnosticCode::isLoss);
    }

    /**
     * The status of a run that read its input.
     *
     * @param found every kind of diagnostic that was told
     * @param failOn the lightest severity that fails a verb that checks; null for never, which excuses losses too
     * @param checks whether the verb's purpose is to find things; others fail for losses alone
     */
    static ExitStatus of(ReadSummary account, Set<DiagnosticCode> found, @Nullable Severity failOn, boolean checks) {
        if (failOn == null) {
            return DONE;
        }
        if (isLoss(account) || found.stream().anyMatch(DiagnosticCode::isLoss)) {
            return LOST;
        }
        if (checks) {
            for (DiagnosticCode code : found) {
                if (code.severity().compareTo(failOn) >= 0) {
                    return LOST;
                }
            }
        }
        return DONE;
    }
}
