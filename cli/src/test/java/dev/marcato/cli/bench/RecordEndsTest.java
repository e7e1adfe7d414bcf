// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordEndsTest {
    private static final long SEED = 29;

    @Test
    void findsWhatALoopFinds() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            long count = 0;
            long places = 0;
            for (int i = 0; i < bytes.length; i++) {
                // Neighbours of the terminator, with and without the highest bit, are what such a search trips over.
                bytes[i] = new byte[] {0x1D, 0x1C, 0x1E, (byte) 0x9D, 0, 0x1D, (byte) 0xFF, 1}[random.nextInt(8)];
                if (bytes[i] == 0x1D) {
                    count++;
                    places += 1000 + i;
                }
            }
            RecordEnds ends = new RecordEnds();
            ends.find(ByteBuffer.wrap(bytes), 1000);

            assertThat(ends.answer()).as("seed %d, round %d", SEED, round).isEqualTo(new Answer(count, places));
        }
    }
}
