// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import java.text.Normalizer;
import java.util.Arrays;

/** A few characters: a letter with what belongs to it, or the marks of one. Used again and again, by one thread. */
final class Cluster {
    private int[] characters = new int[8];
    private int count;

    int count() {
        return count;
    }

    int get(int index) {
        return characters[index];
    }

    void clear() {
        count = 0;
    }

    void add(int character) {
        insert(count, character);
    }

    void addFirst(int character) {
        insert(0, character);
    }

    /** Puts them together as far as Unicode has characters for that (NFC). */
    void compose() {
        String composed = Normalizer.normalize(new String(characters, 0, count), Normalizer.Form.NFC);
        characters = composed.codePoints().toArray();
        count = characters.length;
    }

    private void insert(int index, int character) {
        if (count == characters.length) {
            characters = Arrays.copyOf(characters, 2 * count + 1);
        }
        System.arraycopy(characters, index, characters, index + 1, count++ - index);
        characters[index] = character;
    }
}
