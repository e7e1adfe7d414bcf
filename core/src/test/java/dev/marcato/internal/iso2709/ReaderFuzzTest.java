// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.internal.read.LinesFormat;
import java.util.Arrays;

/** Any bytes, read under every policy, however they arrive and wherever they are cut. */
class ReaderFuzzTest {
    @FuzzTest
    void anyBytes(byte[] bytes) {
        if (!LinesFormat.begins(bytes)) {
            ReadingOracle.check(bytes, Arrays.hashCode(bytes));
        }
    }
}
