// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text in the spelling that most programs write, which is recognized as a whole and not token by token. A question mark in it
 * stands for any character of ASCII that needs no escape. Immutable.
 */
final class UsualText {
    private static final byte ANY = '?';

    private final long[] words;
    /** For each word the bits that are compared. */
    private final long[] masks;

    private final int[] any;
    private final int length;

    UsualText(String text) {
        length = text.length();
        int wordCount = (length + Long.BYTES - 1) / Long.BYTES;
        byte[] expected = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), wordCount * Long.BYTES);
        byte[] compared = new byte[expected.length];
        any = new int[(int) text.chars().filter(each -> each == ANY).count()];
        int found = 0;
        for (int i = 0; i < length; i++) {
            if (expected[i] == ANY) {
                any[found++] = i;
                expected[i] = 0;
            } else {
                compared[i] = -1;
            }
        }
        words = new long[wordCount];
        masks = new long[wordCount];
        for (int i = 0; i < wordCount; i++) {
            words[i] = Words.get(expected, i * Long.BYTES);
            masks[i] = Words.get(compared, i * Long.BYTES);
        }
    }

    int length() {
        return length;
    }

    /** How far behind the beginning a question mark stands, the first one being 0. */
    int any(int number) {
        return any[number];
    }

    /** Whether this text stands at a place; near the end of the array it may be overlooked. */
    boolean standsAt(byte[] bytes, int at, int to) {
        if (to - at < length || bytes.length - at < words.length * Long.BYTES) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if ((Words.get(bytes, at + i * Long.BYTES) & masks[i]) != words[i]) {
                return false;
            }
        }
        for (int offset : any) {
            if (!PlainRun.isPlain(bytes[at + offset])) {
                return false;
            }
        }
        return true;
    }
}
