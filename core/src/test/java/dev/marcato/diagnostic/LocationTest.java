// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vendor.mrc | 847 | 1048576 | ocm01234567 | 245 | 12 | vendor.mrc: record 847 (001 ocm01234567), byte 1048576, 245",
                "vendor.mrc | 847 | 1048576 | ''          | 245 | 12 | vendor.mrc: record 847, byte 1048576, 245",
                "vendor.mrc | 0   | 1048576 | ocm01234567 | ''  | 0  | vendor.mrc: record (001 ocm01234567), byte 1048576",
                "vendor.mrc | 0   | 0       | ''          | ''  | 0  | vendor.mrc: byte 0",
                "vendor.mrc | 3   | -1      | ''          | ''  | 4  | vendor.mrc: record 3, field 4",
                "vendor.mrc | 0   | -1      | ''          | 245 | 0  | vendor.mrc: 245",
                "vendor.mrc | 0   | -1      | ''          | ''  | 0  | vendor.mrc",
                "''         | 3   | -1      | ''          | ''  | 0  | record 3",
                "''         | 0   | -1      | ''          | ''  | 0  | ''",
            })
    void unknownPartsAreLeftOut(
            String source, long record, long offset, String controlNumber, String tag, int field, String expected) {
        assertThat(new Location(source, record, offset, controlNumber, tag, field))
                .hasToString(expected);
    }

    @Test
    void whatComesFromTheDataIsSafeToShow() {
        Location location = new Location("a\nb.mrc", 1, 0, "  x\u001B[31m" + "9".repeat(1000) + " ", "2\r5", 1);

        assertThat(location.controlNumber())
                .startsWith("x\\x1B[31m99")
                .hasSize(64)
                .endsWith("...");
        assertThat(location.tag()).isEqualTo("2\\x0D5");
        assertThat(location.toString()).startsWith("a\\x0Ab.mrc: record 1 (001 x\\x1B[31m9");
    }

    @Test
    void theNameOfTheSourceIsKeptAsItIs() {
        assertThat(Location.at("a\nb.mrc", 5).source()).isEqualTo("a\nb.mrc");
    }

    @Test
    void impossiblePlacesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Location("", -1, 0, "", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Location.at("", -2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Location("", 1, 0, "", "", -1));
    }

    @Test
    void theRecordNumberCanBeAddedLater() {
        assertThat(Location.at("x", 7).withRecordNumber(2)).isEqualTo(new Location("x", 2, 7, "", "", 0));
    }
}
