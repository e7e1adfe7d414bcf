// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {
    @Test
    void countsNouns() {
        assertThat(Plural.of(0, "record")).isEqualTo("0 records");
        assertThat(Plural.of(1, "record")).isEqualTo("1 record");
        assertThat(Plural.of(1_048_576, "byte")).isEqualTo("1,048,576 bytes");
    }

    @Test
    void groupsDigits() {
        assertThat(Plural.grouped(999)).isEqualTo("999");
        assertThat(Plural.grouped(1000)).isEqualTo("1,000");
        assertThat(Plural.grouped(-123_456)).isEqualTo("-123,456");
        assertThat(Plural.grouped(Long.MAX_VALUE)).isEqualTo("9,223,372,036,854,775,807");
    }
}
