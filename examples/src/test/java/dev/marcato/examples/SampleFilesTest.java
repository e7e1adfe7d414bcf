// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample files are what testkit makes, byte for byte. */
class SampleFilesTest {
    private static final Map<String, byte[]> MADE =
            Map.of("catalogue.mrc", SampleFiles.catalogue(), "vendor.mrc", SampleFiles.vendor());

    @ParameterizedTest
    @ValueSource(strings = {"catalogue.mrc", "vendor.mrc"})
    void isMadeByTestkit(String name) throws IOException {
        Path file = Path.of(name);
        if (Boolean.getBoolean("marcato.update-docs")) {
            Files.write(file, MADE.get(name));
        }

        assertThat(file).hasBinaryContent(MADE.get(name));
    }
}
