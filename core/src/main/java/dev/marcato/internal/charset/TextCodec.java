// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

/**
 * One character set: the seam at which further ones are added. A range of bytes is a value of its own: state (such as
 * an escape sequence) never reaches beyond it. Implementations are stateless and safe for use by several threads.
 */
// The constants make a cycle of class initialisation, which nobody can enter from its other side: they are the only
// ones
// of their classes.
@SuppressWarnings("ClassInitializationDeadlock")
public interface TextCodec {
    /** UTF-8. */
    TextCodec UTF_8 = new Utf8Codec();

    /** ISO 8859-1. */
    TextCodec ISO_8859_1 = new Latin1Codec();

    /** A character set that cannot be read yet: ASCII, and every other byte as an escape. */
    TextCodec OPAQUE = new OpaqueCodec();

    /** Never fails: what cannot be decoded is shown as the codec's sign for it (U+FFFD, or an escape). */
    String decode(byte[] data, int from, int to);

    /**
     * Position of the first byte that stands for no character, -1 if there is none. The bytes before it decode
     * exactly, and decoding may go on behind it.
     */
    int firstUndecodable(byte[] data, int from, int to);

    /** How many bytes the character at a position takes, 1 for a byte that stands for none. */
    default int characterLength(byte[] data, int at, int to) {
        return 1;
    }

    /** Index of the first {@code char} of a text that this character set cannot hold, -1 if there is none. */
    int firstUnencodable(String text);

    /** The bytes of a text of which {@link #firstUnencodable} says -1. */
    byte[] encode(String text);
}
