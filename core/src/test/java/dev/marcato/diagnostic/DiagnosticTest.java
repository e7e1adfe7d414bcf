// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import static dev.marcato.diagnostic.DiagnosticCode.RECORD_LENGTH_WRONG;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_CODE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static final Location PLACE = new Location("vendor.mrc", 847, 1048576, "ocm01234567", "245", 12);

    @Test
    void oneLineNamesThePlaceWhatIsThereAndTheCode() {
        assertThat(new Diagnostic(SUBFIELD_CODE_INVALID, PLACE, "subfield code is 0x00", "", ""))
                .hasToString("vendor.mrc: record 847 (001 ocm01234567), byte 1048576, 245:"
                        + " subfield code is 0x00 [M0312]");
    }

    @Test
    void theMessageJoinsTheClauses() {
        Diagnostic diagnostic = new Diagnostic(
                RECORD_LENGTH_WRONG,
                Location.UNKNOWN,
                "leader length is 01361",
                "the record has 1359 bytes",
                "read to its terminator");

        assertThat(diagnostic.message())
                .isEqualTo("leader length is 01361; the record has 1359 bytes; read to its terminator");
        assertThat(diagnostic).hasToString(diagnostic.message() + " [M0101]");
        assertThat(diagnostic.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void theTitleSpeaksWhereNothingIsQuoted() {
        assertThat(new Diagnostic(RECORD_LENGTH_WRONG, PLACE, "", "", "left as it is").message())
                .isEqualTo(RECORD_LENGTH_WRONG.title() + "; left as it is");
    }

    @Test
    void quotedDataCannotForgeALineOrMoveTheCursor() {
        Diagnostic diagnostic =
                new Diagnostic(SUBFIELD_CODE_INVALID, PLACE, "code is \r\nok\u001B[2J\u202E", "x".repeat(9999), "");

        assertThat(diagnostic.toString())
                .contains("code is \\x0D\\x0Aok\\x1B[2J\\u202E; xxx")
                .hasSizeLessThan(500)
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void anExceptionCarriesItsDiagnosticAndSurvivesSerialization() throws IOException, ClassNotFoundException {
        Diagnostic diagnostic = new Diagnostic(SUBFIELD_CODE_INVALID, PLACE, "subfield code is 0x00", "", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new MarcFormatException(diagnostic));
        }

        MarcFormatException read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (MarcFormatException) in.readObject();
        }

        assertThat(read.diagnostic()).isEqualTo(diagnostic);
        assertThat(read).hasMessage(diagnostic.toString());
    }
}
