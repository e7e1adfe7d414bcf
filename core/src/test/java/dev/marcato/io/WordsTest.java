// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words against loops over their bytes. */
class WordsTest {
    private static final long SEED = 20_261_128;

    @Test
    void findsTheFirstMarkOfAny() {
        for (int marked = 1; marked < 256; marked++) {
            long marks = 0;
            for (int i = 0; i < 8; i++) {
                marks |= (marked >> i & 1L) << 8 * i + 7;
            }

            assertThat(Words.first(marks)).as("marks %x", marks).isEqualTo(Integer.numberOfTrailingZeros(marked));
        }
    }

    @Test
    void readsAndPutsTheFirstByteLowest() {
        byte[] bytes = new byte[11];
        Words.put(bytes, 2, 0x8877_6655_4433_2201L);

        assertThat(bytes).containsExactly(0, 0, 1, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0);
        assertThat(Words.get(bytes, 2)).isEqualTo(0x8877_6655_4433_2201L);
    }

    @Test
    void marksTheFirstZeroAndNothingWhereNoneIs() {
        Random random = new Random(SEED);
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = new byte[8];
            int first = 8;
            for (int i = 7; i >= 0; i--) {
                // Few values, for ones and zeros side by side are what borrows go wrong on.
                bytes[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt() : random.nextInt(3));
                first = bytes[i] == 0 ? i : first;
            }
            long marks = Words.zeros(Words.get(bytes, 0));

            assertThat(marks == 0 ? 8 : Words.first(marks))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(first);
        }
    }
}
