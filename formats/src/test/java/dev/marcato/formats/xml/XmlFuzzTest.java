// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Any bytes, read as MARCXML, in every way; what comes out is written and read back. */
class XmlFuzzTest {
    @FuzzTest
    void anyBytes(byte[] bytes) {
        XmlOracle.check(Samples.MARCXML, bytes, Arrays.hashCode(bytes));
    }
}
