// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats;

import dev.marcato.testkit.Dice;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Small damage to a text, by a seed. */
public final class Mutations {
    private Mutations() {}

    /**
     * Changes, puts in or takes out a few bytes within a stretch, or cuts it off at its end.
     *
     * @param significant characters that mean something to the format
     */
    public static byte[] within(byte[] bytes, int from, int to, String significant, Dice dice) {
        int at = dice.between(from, to - 1);
        byte value = dice.chance(2, 3) ? (byte) dice.pick(significant) : (byte) dice.below(256);
        return switch (dice.below(4)) {
            case 0 -> joined(bytes, at, new byte[] {value}, at + 1);
            case 1 -> joined(bytes, at, new byte[] {value}, at);
            case 2 -> joined(bytes, at, new byte[0], at + 1);
            default -> joined(bytes, at, new byte[0], Math.min(to, at + dice.between(1, 40)));
        };
    }

    private static byte[] joined(byte[] bytes, int to, byte[] between, int on) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, to);
        out.writeBytes(between);
        out.writeBytes(Arrays.copyOfRange(bytes, on, bytes.length));
        return out.toByteArray();
    }
}
