// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.ReadSummary;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
    private static final String DAMAGED = "\"complete\":true,\"records\":2,\"clean\":1,\"repaired\":1,"
            + "\"bytes\":{\"total\":1100,\"records\":1000,\"filler\":2,\"rejected\":98},\"rejected_stretches\":1,"
            + "\"diagnostics\":{\"M0002\":1,\"M0101\":1}";

    @Test
    void isTheObjectOfTheContract() {
        assertThat(SummaryJson.of(Samples.damaged("a.mrc")))
                .isEqualTo("{" + DAMAGED + ",\"sources\":[{\"name\":\"a.mrc\"," + DAMAGED + "}]}");
    }

    @Test
    void addsSourcesUp() {
        ReadSummary both = Samples.damaged("a.mrc").plus(Samples.clean("b \"x\".mrc"));

        assertThat(SummaryJson.of(both))
                .startsWith("{\"complete\":true,\"records\":4,\"clean\":3,\"repaired\":1,"
                        + "\"bytes\":{\"total\":2100,\"records\":2000,\"filler\":2,\"rejected\":98}")
                .contains("\"sources\":[{\"name\":\"a.mrc\",")
                .contains(",{\"name\":\"b \\\"x\\\".mrc\",\"complete\":true,\"records\":2,")
                .endsWith("\"diagnostics\":{}}]}")
                .doesNotContain("\n");
    }

    @Test
    void saysThatNothingWasRead() {
        assertThat(SummaryJson.of(ReadSummary.EMPTY))
                .isEqualTo("{\"complete\":true,\"records\":0,\"clean\":0,\"repaired\":0,"
                        + "\"bytes\":{\"total\":0,\"records\":0,\"filler\":0,\"rejected\":0},\"rejected_stretches\":0,"
                        + "\"diagnostics\":{},\"sources\":[]}");
    }
}
