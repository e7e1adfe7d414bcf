// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import java.nio.charset.StandardCharsets;

/** ISO 8859-1: every byte is a character. */
final class Latin1Codec implements TextCodec {
    @Override
    public String decode(byte[] data, int from, int to) {
        return new String(data, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    public int firstUndecodable(byte[] data, int from, int to) {
        return -1;
    }

    @Override
    public int firstUnencodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public byte[] encode(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
