// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.Reading;
import dev.marcato.internal.iso2709.RecordOracle.RoundTrip;
import dev.marcato.internal.read.LinesFormat;
import dev.marcato.internal.read.Source;

/** Whatever is read of any bytes can be looked at, and comes back equal when it was written. */
class RoundTripFuzzTest {
    @FuzzTest
    void whatIsReadIsWritten(byte[] bytes) {
        if (Source.isCompressed(bytes) || LinesFormat.begins(bytes)) {
            return;
        }
        Reading reading = Reading.of(bytes);
        reading.records().forEach(RecordOracle::lookAt);
        RoundTrip trip = RecordOracle.roundTrip(reading.records());
        assertThat(trip.back().records()).as("read back").isEqualTo(trip.written());
        assertThat(trip.damage()).as("damage in what was written").isZero();
        reading.records().forEach(RecordOracle::overflow);
    }
}
