// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzSeedsTest {
    /** A fault that is new has no file yet: {@link FuzzSeeds} writes them. */
    @ParameterizedTest
    @ValueSource(strings = {"ReaderFuzzTestInputs/anyBytes", "RoundTripFuzzTestInputs/whatIsReadIsWritten"})
    void everyFaultIsAmongTheInputs(String folder) throws URISyntaxException {
        for (String name : FuzzSeeds.all().keySet()) {
            URL file = FuzzSeedsTest.class.getResource(folder + "/" + name);
            assertThat(file).as(name).isNotNull();
            assertThat(Objects.requireNonNull(file).toURI()).hasPath(file.getPath());
        }
    }
}
