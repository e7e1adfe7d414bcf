// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.marcato.Field;
import dev.marcato.testkit.TestField;

/**
 * A field as two programs can agree on it: tag and content, without the field terminator, one character for each byte
 * (ISO 8859-1).
 */
record PeerField(String tag, String content) {
    static PeerField of(Field field) {
        return new PeerField(field.tag(), new String(field.bytes().toByteArray(), ISO_8859_1));
    }

    static PeerField of(TestField field) {
        return new PeerField(field.tag(), new String(field.content(), ISO_8859_1));
    }

    PeerField without(char character) {
        return new PeerField(tag, content.replace(String.valueOf(character), ""));
    }

    /** For messages: delimiters as {@code $}, not too long. */
    @Override
    public String toString() {
        String shown = content.replace('\u001F', '$');
        return tag + " "
                + (shown.length() > 90 ? shown.substring(0, 60) + "…" + shown.substring(shown.length() - 25) : shown);
    }
}
