// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Any bytes, read as MARCXML, in every way; what comes out is written and read back. */
class XmlFuzzTest {
    @FuzzTest
    void anyBytes(byte[] bytes) {
        XmlOracle.Found found = XmlOracle.everyWay(Samples.MARCXML, bytes, Arrays.hashCode(bytes));
        assertThat(found.inPortions()).isEqualTo(found.whole());
        assertThat(found.inRanges()).isEqualTo(found.whole());
        assertThat(found.back()).isEqualTo(found.read());
    }
}
