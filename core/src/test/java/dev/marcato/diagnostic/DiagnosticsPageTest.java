// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiagnosticsPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", ""), "..", "docs", "reference", "diagnostics.md");

    @Test
    void thePageSaysWhatTheEnumSays() throws IOException {
        if (Boolean.getBoolean("marcato.update-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, DiagnosticsPage.text());
        }
        // As a truth value: on failure nobody wants to see the page twice.
        assertThat(Files.readString(PAGE).equals(DiagnosticsPage.text()))
                .as(
                        "docs/reference/diagnostics.md is what the enum says; make it anew with: mvn -pl testkit,core test"
                                + " -Dtest=DiagnosticsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dmarcato.update-docs=true")
                .isTrue();
    }
}
