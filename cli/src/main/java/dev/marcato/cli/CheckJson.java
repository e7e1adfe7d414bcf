// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** One object: with {@code --all} every finding first, so that none is held; then verdict, account, and findings by kind. */
final class CheckJson extends CheckReport {
    private final boolean all;
    private final Json json = new Json();

    CheckJson(OutputStream out, boolean all, Severity least) {
        super(out, least);
        this.all = all;
    }

    @Override
    void begin() throws IOException {
        json.open('{');
        if (all) {
            json.name("all").open('[');
        }
        write(json.take());
    }

    @Override
    void each(Diagnostic diagnostic) throws IOException {
        if (all) {
            row(diagnostic);
            write(json.take());
        }
    }

    private void row(Diagnostic diagnostic) {
        json.open('{');
        new DiagnosticRow(diagnostic, null).write(json);
        json.close('}');
    }

    @Override
    void end(ReadSummary account, Tally tally, boolean stopped) throws IOException {
        if (all) {
            json.close(']');
        }
        json.field("verdict", Verdict.of(account, tally, stopped));
        SummaryJson.write(account, json);
        json.name("findings").open('[');
        for (Tally.Kind kind : tally.kinds(least())) {
            json.open('{')
                    .field("code", kind.code().code())
                    .field("severity", kind.code().severity().name().toLowerCase(Locale.ROOT))
                    .field("title", kind.code().title())
                    .field("count", kind.count())
                    .field("records", kind.records());
            json.name("places").open('[');
            kind.first().forEach(this::row);
            json.close(']').close('}');
        }
        json.close(']').close('}');
        write(json.take() + "\n");
    }
}
