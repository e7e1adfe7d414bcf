// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {
    /** Bytes that differ from a delimiter in one bit, or borrow from their neighbour in the eight-at-a-time scan. */
    private static final byte[] NEIGHBOURS = {0x1F, 0x1E, 0x20, 0x00, (byte) 0x9F, (byte) 0xFF, 'a'};

    @Test
    void findsTheFirstDelimiterAsALoopDoes() {
        long seed = 1123;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] data = new byte[random.nextInt(40)];
            for (int i = 0; i < data.length; i++) {
                data[i] = random.nextInt(6) == 0 ? NEIGHBOURS[random.nextInt(NEIGHBOURS.length)] : (byte) 'x';
            }
            int from = random.nextInt(data.length + 1);
            int to = random.nextInt(from, data.length + 1);
            int expected = from;
            while (expected < to && data[expected] != 0x1F) {
                expected++;
            }
            assertThat(Bytes.delimiter(data, from, to))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }
}
