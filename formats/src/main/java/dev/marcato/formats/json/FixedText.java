// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A short text of ASCII that is written again and again, such as what stands between two values. It is put in place eight bytes
 * at a time, and may overwrite up to {@link #BEYOND} bytes behind its end. Immutable.
 */
final class FixedText {
    static final int BEYOND = Long.BYTES - 1;

    private final long[] words;
    private final int length;

    FixedText(String text) {
        length = text.length();
        words = new long[(length + BEYOND) / Long.BYTES];
        byte[] padded = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), words.length * Long.BYTES);
        for (int i = 0; i < words.length; i++) {
            words[i] = Words.get(padded, i * Long.BYTES);
        }
    }

    int length() {
        return length;
    }

    void write(ByteOutput out) {
        int at = out.claim(length + BEYOND);
        out.claimed(putAt(out.array(), at));
    }

    /** Puts the text at a place, and says where it ends. */
    int putAt(byte[] to, int at) {
        for (int i = 0; i < words.length; i++) {
            Words.put(to, at + i * Long.BYTES, words[i]);
        }
        return at + length;
    }
}
