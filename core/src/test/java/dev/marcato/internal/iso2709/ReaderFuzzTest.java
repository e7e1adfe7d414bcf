// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.internal.read.LinesFormat;
import java.util.Arrays;

/** Any bytes, read under every policy, however they arrive and wherever they are cut. */
class ReaderFuzzTest {
    @FuzzTest
    void anyBytes(byte[] bytes) {
        if (!LinesFormat.begins(bytes)) {
            assertThat(ReadingOracle.everyWay(bytes, Arrays.hashCode(bytes)).broken())
                    .as("what does not hold")
                    .isEmpty();
        }
    }
}
