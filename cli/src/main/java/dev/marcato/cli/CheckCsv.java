// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.io.IOException;
import java.io.OutputStream;

/** A row a finding, in input order. */
final class CheckCsv extends CheckReport {
    CheckCsv(OutputStream out, Severity least) {
        super(out, least);
    }

    @Override
    void begin() throws IOException {
        write(DiagnosticRow.CSV_HEADER);
    }

    @Override
    void each(Diagnostic diagnostic) throws IOException {
        write(new DiagnosticRow(diagnostic, null).toCsvRow());
    }

    @Override
    void end(ReadSummary account, Tally tally, boolean stopped) {
        // Rows only: whoever reads a table does not expect prose at its end.
    }
}
