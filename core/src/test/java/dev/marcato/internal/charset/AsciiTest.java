// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.io.Utf8;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AsciiTest {
    /** Bytes around every limit that the eight-at-a-time scan could get wrong. */
    private static final byte[] BYTES = {0, 0x1A, 0x1B, 0x1C, 'a', 0x7F, (byte) 0x80, (byte) 0x9B, (byte) 0xFF};

    @Test
    void agreesWithALoop() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] data = new byte[random.nextInt(40)];
            for (int i = 0; i < data.length; i++) {
                data[i] = random.nextInt(12) == 0
                        ? BYTES[random.nextInt(BYTES.length)]
                        : (byte) random.nextInt(0x20, 0x7F);
            }
            int from = random.nextInt(data.length + 1);
            int to = random.nextInt(from, data.length + 1);

            assertThat(Utf8.firstHigh(data, from, to))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(loop(data, from, to, false));
            assertThat(Ascii.firstSpecial(data, from, to))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(loop(data, from, to, true));
        }
    }

    @Test
    void plainMeansNeitherEscapeNorHighByte() {
        assertThat(Ascii.isPlain("plain text\u001F\u0001".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, 12))
                .isTrue();
        assertThat(Ascii.isPlain("twelve bytes\u001B".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, 13))
                .isFalse();
        assertThat(Ascii.isPlain(new byte[0], 0, 0)).isTrue();
    }

    private static int loop(byte[] data, int from, int to, boolean escapes) {
        for (int i = from; i < to; i++) {
            if (data[i] < 0 || escapes && data[i] == 0x1B) {
                return i;
            }
        }
        return to;
    }
}
