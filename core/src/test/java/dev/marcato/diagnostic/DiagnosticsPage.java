// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the reference page of the diagnostics from their enum. */
final class DiagnosticsPage {
    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of(
            "M00", "The source",
            "M01", "The leader",
            "M02", "Boundaries and directory",
            "M03", "Fields and subfields",
            "M04", "Text",
            "M05", "Writing",
            "M06", "Formats of text"));

    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            <!-- Made from dev.marcato.diagnostic.DiagnosticCode. Change the texts there, then run the tests of core with
                 -Dmarcato.update-docs=true -->
            # Diagnostics

            Everything that Marcato reports about an input has a code that never changes its meaning.
            `marcato explain M0312` prints the same texts.

            - **ERROR**: something was lost, or repaired by judgement.
            - **WARNING**: read with certainty, but other software will stumble.
            - **INFO**: worth knowing; never makes a record count as repaired, and is shown only on request.

            """;

    private DiagnosticsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| code | severity | what | name |\n|---|---|---|---|\n");
        for (DiagnosticCode code : DiagnosticCode.values()) {
            page.append("| [")
                    .append(code.code())
                    .append("](#")
                    .append(anchor(code))
                    .append(") | ");
            page.append(code.severity()).append(" | ").append(code.title()).append(" | `");
            page.append(code.name()).append("` |\n");
        }
        String group = "";
        for (DiagnosticCode code : DiagnosticCode.values()) {
            String place = code.code().substring(0, 3);
            if (!place.equals(group)) {
                group = place;
                page.append("\n## ").append(GROUPS.get(group)).append('\n');
            }
            page.append("\n### ").append(code.code()).append('\n');
            page.append("`")
                    .append(code.name())
                    .append("` · ")
                    .append(code.severity())
                    .append(" · ");
            page.append(code.title()).append("\n\n").append(code.meaning()).append("\n\n");
            page.append("*Typical cause:* ").append(code.typicalCause()).append("\n\n");
            page.append("*What to do:* ").append(code.advice()).append('\n');
        }
        return page.toString();
    }

    private static String anchor(DiagnosticCode code) {
        return code.code().toLowerCase(Locale.ROOT);
    }
}
