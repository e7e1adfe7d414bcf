// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.io.ByteOutput;

/** What is written for bytes that stand for no character. */
public enum Undecodable {
    /** U+FFFD, once for each stretch that cannot be taken apart. */
    REPLACED,

    /** Each byte in hex: {@code \xE2}. For people. */
    SHOWN;

    private static final String HEX = "0123456789ABCDEF";

    /** Writes for the bytes from a position to another. */
    void write(ByteOutput out, byte[] data, int from, int to) {
        switch (this) {
            case REPLACED -> out.writeUtf8(0xFFFD);
            case SHOWN -> {
                for (int at = from; at < to; at++) {
                    out.write('\\');
                    out.write('x');
                    out.write(HEX.charAt(data[at] >> 4 & 15));
                    out.write(HEX.charAt(data[at] & 15));
                }
            }
        }
    }
}
