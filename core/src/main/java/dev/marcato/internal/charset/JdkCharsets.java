// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Character sets of the JDK. Some of them are in its module {@code jdk.charsets}, which an image may lack. */
final class JdkCharsets {
    private JdkCharsets() {}

    /** @throws UnsupportedOperationException if this Java runtime lacks the set, saying what to do */
    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnsupportedOperationException(
                    "this Java runtime has no character set " + name + ": it needs the module jdk.charsets", e);
        }
    }

    /** The characters of bytes from 0x80 on in a set of one byte a character. */
    static CharacterTable upperHalf(String name) {
        CharsetDecoder decoder = named(name).newDecoder();
        CharacterTable table = new CharacterTable(1);
        for (int value = 0x80; value <= 0xFF; value++) {
            try {
                table.add(
                        value,
                        decoder.decode(ByteBuffer.wrap(new byte[] {(byte) value}))
                                .get(),
                        0);
            } catch (CharacterCodingException e) {
                // The set leaves this byte open, and so does the table.
                decoder.reset();
            }
        }
        return table;
    }
}
