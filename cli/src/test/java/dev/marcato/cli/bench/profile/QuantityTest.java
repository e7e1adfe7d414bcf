// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"0, 0 B", "264, 264 B", "1360, 1.36 kB", "999499, 999 kB", "999500, 1.00 MB", "99861530, 99.9 MB"})
    void bytes(long bytes, String text) {
        assertThat(Quantity.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "2.1e-7, 210 ns",
        "4.2e-6, 4.20 \u00B5s",
        "0.0123, 12.3 ms",
        "0.9994, 999 ms",
        "0.99951, 1.00 s",
        "61.53, 61.5 s",
        "612, 612 s"
    })
    void time(double seconds, String text) {
        assertThat(Quantity.time(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"65536; 64 KiB", "1048576; 1 MiB", "4194304; 4 MiB", "1000; 1.00 kB"})
    void block(long bytes, String text) {
        assertThat(Quantity.block(bytes)).isEqualTo(text);
    }

    @Test
    void neverClaimsMoreThanThreeDigits() {
        assertThat(Quantity.digits(1_234_567)).isEqualTo("1,230,000");
        assertThat(Quantity.digits(99.96)).isEqualTo("100");
        assertThat(Quantity.digits(0.12345)).isEqualTo("0.123");
        assertThat(Quantity.digits(Double.NaN)).isEqualTo("?");
        assertThat(Quantity.factor(1.724)).isEqualTo("1.72");
        assertThat(Quantity.factor(12.4)).isEqualTo("12");
        assertThat(Quantity.percent(0.314)).isEqualTo("31 %");
        assertThat(Quantity.percent(0.004)).isEqualTo("0.4 %");
    }
}
