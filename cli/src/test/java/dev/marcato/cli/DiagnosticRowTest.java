// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import org.junit.jupiter.api.Test;

class DiagnosticRowTest {
    private static final Diagnostic WHOLE = new Diagnostic(
            DiagnosticCode.RECORD_LENGTH_WRONG,
            new Location("a \"b\".mrc", 2, 1359, "ocm1", "245", 3),
            "leader length is 01361",
            "the record has 1359 bytes",
            "read to its terminator");
    private static final Diagnostic BARE =
            new Diagnostic(DiagnosticCode.BYTES_REJECTED, Location.UNKNOWN, "", "", "left out, as they are");

    @Test
    void isOneJsonObjectALine() {
        assertThat(new DiagnosticRow(WHOLE, null).toJsonLine())
                .isEqualTo(
                        "{\"source\":\"a \\\"b\\\".mrc\",\"record\":2,\"byte\":1359,\"line\":null,\"column\":null,\"control_number\":\"ocm1\","
                                + "\"tag\":\"245\",\"field\":3,\"code\":\"M0101\",\"severity\":\"warning\","
                                + "\"title\":\"record length in the leader is wrong\","
                                + "\"message\":\"leader length is 01361; the record has 1359 bytes; read to its terminator\","
                                + "\"found\":\"leader length is 01361\",\"expected\":\"the record has 1359 bytes\","
                                + "\"action\":\"read to its terminator\",\"rejects_offset\":null,\"rejects_length\":null}\n");
    }

    @Test
    void saysWhereTheBytesStandInTheRejects() {
        assertThat(new DiagnosticRow(BARE, new DiagnosticRow.Extent(0, 17)).toJsonLine())
                .startsWith("{\"source\":null,\"record\":null,\"byte\":null,\"line\":null,\"column\":null,"
                        + "\"control_number\":null,\"tag\":null,"
                        + "\"field\":null,")
                .endsWith("\"rejects_offset\":0,\"rejects_length\":17}\n");
    }

    @Test
    void isOneCsvRowWithAsManyCellsAsTheHeader() {
        assertThat(new DiagnosticRow(BARE, new DiagnosticRow.Extent(0, 17)).toCsvRow())
                .isEqualTo(
                        ",,,,,,,,M0002,error,bytes that belong to no record,"
                                + "\"bytes that belong to no record; left out, as they are\",,,\"left out, as they are\",0,17\n");
        assertThat(new DiagnosticRow(WHOLE, null).toCsvRow())
                .startsWith("\"a \"\"b\"\".mrc\",2,1359,,,ocm1,245,3,M0101,");
        assertThat(DiagnosticRow.CSV_HEADER.split(",")).hasSize(17);
    }
}
