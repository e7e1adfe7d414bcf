// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import java.util.Map;

/** The account as one JSON object on one line: {@code --summary json}, and the same fields in {@code check --format json}. */
final class SummaryJson {
    private SummaryJson() {}

    static String of(ReadSummary account) {
        Json json = new Json().open('{');
        write(account, json);
        return json.close('}').toString();
    }

    /** Writes the fields into an object that is open. */
    static void write(ReadSummary account, Json json) {
        figures(
                json,
                account.complete(),
                new long[] {account.records(), account.clean(), account.repaired()},
                new long[] {account.totalBytes(), account.recordBytes(), account.fillerBytes(), account.rejectedBytes()
                },
                account.rejectedStretches(),
                account.diagnostics());
        json.name("sources").open('[');
        for (ReadSummary.Source source : account.sources()) {
            json.open('{').field("name", source.name());
            figures(
                    json,
                    source.complete(),
                    new long[] {source.records(), source.clean(), source.repaired()},
                    new long[] {source.totalBytes(), source.recordBytes(), source.fillerBytes(), source.rejectedBytes()
                    },
                    source.rejectedStretches(),
                    source.diagnostics());
            json.close('}');
        }
        json.close(']');
    }

    private static void figures(
            Json json,
            boolean complete,
            long[] records,
            long[] bytes,
            long stretches,
            Map<DiagnosticCode, Long> diagnostics) {
        json.field("complete", complete)
                .field("records", records[0])
                .field("clean", records[1])
                .field("repaired", records[2]);
        json.name("bytes")
                .open('{')
                .field("total", bytes[0])
                .field("records", bytes[1])
                .field("filler", bytes[2])
                .field("rejected", bytes[3])
                .close('}');
        json.field("rejected_stretches", stretches).name("diagnostics").open('{');
        diagnostics.forEach((code, count) -> json.field(code.code(), count));
        json.close('}');
    }
}
