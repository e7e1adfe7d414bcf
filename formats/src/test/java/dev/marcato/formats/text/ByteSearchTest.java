// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.Dice;
import org.junit.jupiter.api.Test;

/** What is found eight bytes at a time is what is found one at a time. */
class ByteSearchTest {
    @Test
    void anyBytes() {
        for (int seed = 0; seed < 3000; seed++) {
            Dice dice = Dice.of(seed);
            byte[] bytes = new byte[dice.between(1, 60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (dice.chance(9, 10) ? dice.between(0x20, 0x7F) : dice.below(256));
            }
            int from = dice.below(bytes.length);
            int to = dice.between(from, bytes.length);
            byte one = (byte) dice.between(0x20, 0x7F);
            byte other = (byte) dice.pick("\"\\\n");
            int first = to;
            int special = to;
            int only = to;
            for (int at = to - 1; at >= from; at--) {
                boolean either = bytes[at] == one || bytes[at] == other;
                first = either ? at : first;
                special = either && other != '\n' || bytes[at] == one || bytes[at] < ' ' ? at : special;
                only = bytes[at] == other ? at : only;
            }
            assertThat(ByteSearch.nextOfTwo(bytes, from, to, one, other))
                    .as("seed %d", seed)
                    .isEqualTo(first);
            assertThat(ByteSearch.nextSpecial(bytes, from, to, one, other))
                    .as("seed %d", seed)
                    .isEqualTo(special);
            assertThat(ByteSearch.next(bytes, from, to, other))
                    .as("seed %d", seed)
                    .isEqualTo(only);
        }
    }
}
