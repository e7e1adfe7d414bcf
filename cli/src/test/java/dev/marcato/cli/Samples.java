// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.diagnostic.ReadSummary;

/** Diagnostics and accounts as a reader would tell them. */
final class Samples {
    private Samples() {}

    static Diagnostic diagnostic(DiagnosticCode code, String source, long record) {
        return new Diagnostic(
                code, new Location(source, record, record * 1000, "ocm" + record, "245", 7), "found it", "", "mended");
    }

    static ReadSummary clean(String name) {
        return new ReadSummary.Builder()
                .addClean(600)
                .addClean(400)
                .complete(true)
                .build(name);
    }

    static ReadSummary damaged(String name) {
        return new ReadSummary.Builder()
                .addClean(600)
                .addRepaired(400)
                .addFiller(2)
                .addReject(98)
                .count(DiagnosticCode.BYTES_REJECTED)
                .count(DiagnosticCode.RECORD_LENGTH_WRONG)
                .complete(true)
                .build(name);
    }
}
