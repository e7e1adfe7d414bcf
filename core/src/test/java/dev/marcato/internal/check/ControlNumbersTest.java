// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ControlNumbersTest {
    private final ControlNumbers numbers = new ControlNumbers();

    private boolean seen(String number) {
        byte[] bytes = ("<" + number + ">").getBytes(StandardCharsets.UTF_8);
        return numbers.seen(bytes, 1, bytes.length - 1);
    }

    @Test
    void aNumberIsSeenFromTheSecondTimeOn() {
        assertThat(seen("ocm01")).isFalse();
        assertThat(seen("ocm02")).isFalse();
        assertThat(seen("ocm01")).isTrue();
        assertThat(seen("ocm01")).isTrue();
        assertThat(seen("ocm1")).isFalse();
    }

    @Test
    void aMillionAreRememberedAndNoMore() {
        int wrong = 0;
        for (int i = 0; i < ControlNumbers.LIMIT; i++) {
            wrong += seen("n" + i) ? 1 : 0;
        }
        assertThat(wrong).isZero();
        assertThat(seen("one more")).isFalse();
        assertThat(seen("one more"))
                .as("beyond the limit nothing is remembered")
                .isFalse();
        for (int i = 0; i < ControlNumbers.LIMIT; i += 997) {
            wrong += seen("n" + i) ? 0 : 1;
        }
        assertThat(wrong).isZero();
    }
}
