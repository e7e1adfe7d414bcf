// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong, and where? A listener hears every diagnostic before the record it is about is delivered. */
public final class ReportDamage {
    private ReportDamage() {}

    public static void main(String[] args) throws IOException {
        List<Diagnostic> heard = new ArrayList<>();
        try (MarcReader reader = MarcReader.builder()
                .inspect(true) // fields and text, too
                .listener(heard::add)
                .open(Path.of(args[0]))) {
            for (MarcRecord record : reader) {
                for (Diagnostic diagnostic : heard) {
                    if (diagnostic.severity() != Severity.INFO) {
                        System.out.println(record.number() + ": " + diagnostic);
                    }
                }
                heard.clear();
            }
            // What stands behind the last record.
            heard.forEach(System.out::println);
            ReadSummary summary = reader.summary();
            System.out.println(summary.totalBytes() + " bytes = " + summary.recordBytes() + " in records + "
                    + summary.fillerBytes() + " between records + " + summary.rejectedBytes() + " rejected");
            summary.diagnostics().forEach((code, count) -> System.out.println(count + " x " + code.title()));
        }
    }
}
