// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticRecordsTest {
    private static final int COUNT = 2000;

    @ParameterizedTest
    @ValueSource(ints = {264, 1360})
    void areAsLongAsTheySay(int length) throws Exception {
        byte[] file = SampleTest.records(COUNT, length);

        assertThat((double) file.length / COUNT).isCloseTo(length, within(length * 0.01));
        assertThat(file).isEqualTo(SampleTest.records(COUNT, length));
    }

    @ParameterizedTest
    @ValueSource(ints = {264, 1360})
    void areInOrder(int length) throws Exception {
        try (MarcReader reader = MarcReader.builder()
                .inspect(true)
                .listener(finding -> {
                    throw new AssertionError(finding.toString());
                })
                .of(SampleTest.records(COUNT, length))) {
            for (MarcRecord record : reader) {
                assertThat(record.firstValue("245", 'a').orElse("")).isNotBlank();
                assertThat(record.controlNumber())
                        .hasValueSatisfying(number -> assertThat(number).startsWith("syn"));
            }
            assertThat(reader.summary().clean()).isEqualTo(COUNT);
        }
    }
}
