// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;

/**
 * One character set: the seam at which further ones are added. Implementations are stateless and safe for use by several
 * threads.
 *
 * <p>A range of bytes is a value, or a whole field with its delimiters. State (such as that of an escape sequence) never
 * reaches beyond a value: a field is read and written as its values are, one by one, and 0x1D, 0x1E and 0x1F stay.
 */
// The constants make a cycle of class initialisation, which nobody can enter from its other side: they are the only
// ones
// of their classes.
@SuppressWarnings("ClassInitializationDeadlock")
public interface TextCodec {
    /** UTF-8. */
    TextCodec UTF_8 = new Utf8Codec();

    /** ISO 8859-1. */
    TextCodec ISO_8859_1 = new SingleByteCodec("ISO-8859-1");

    /** Windows-1251, Cyrillic. */
    TextCodec WINDOWS_1251 = new SingleByteCodec("windows-1251");

    /** Windows-1252, Western Europe. */
    TextCodec WINDOWS_1252 = new SingleByteCodec("windows-1252");

    /** Windows-1256, Arabic. */
    TextCodec WINDOWS_1256 = new SingleByteCodec("windows-1256");

    /** GB 18030, Chinese. */
    TextCodec GB18030 = new MultiByteCodec("GB18030");

    /** Big5, Chinese. */
    TextCodec BIG5 = new MultiByteCodec("Big5");

    /** EUC-KR, Korean. */
    TextCodec EUC_KR = new MultiByteCodec("EUC-KR");

    /** MARC-8. */
    TextCodec MARC_8 = new Iso2022Codec(SetFamily.MARC_8);

    /** UNIMARC: ISO 646 and ISO 5426. */
    TextCodec ISO_5426 = new Iso2022Codec(SetFamily.UNIMARC_LATIN);

    /** UNIMARC: ISO 646 and basic Cyrillic. */
    TextCodec ISO_IR_37 = new Iso2022Codec(SetFamily.UNIMARC_BASIC_CYRILLIC);

    /** UNIMARC: basic Cyrillic and ISO 5427. */
    TextCodec ISO_5427 = new Iso2022Codec(SetFamily.UNIMARC_CYRILLIC);

    /** UNIMARC: ISO 646 and ISO 5428. */
    TextCodec ISO_5428 = new Iso2022Codec(SetFamily.UNIMARC_GREEK);

    /** UNIMARC: ISO 646 and ISO 6438. */
    TextCodec ISO_6438 = new Iso2022Codec(SetFamily.UNIMARC_AFRICAN);

    /** A character set that cannot be read: ASCII, and every other byte as an escape. */
    TextCodec OPAQUE = new OpaqueCodec();

    /**
     * Appends the text of bytes as UTF-8, which is always right UTF-8. Never fails.
     *
     * @param undecodable what is written for bytes that stand for no character
     * @return position of the first of these, -1 if there is none
     */
    int toUtf8(byte[] data, int from, int to, ByteOutput out, Undecodable undecodable);

    /**
     * Appends the bytes that stand for a text. Bytes that are no UTF-8 are taken for U+FFFD, which no set has.
     *
     * @param policy what is written for characters that the set lacks
     * @return position of the first of these, -1 if there is none
     */
    int fromUtf8(byte[] utf8, int from, int to, ByteOutput out, UnencodablePolicy policy);

    /** The text of bytes. Never fails: what cannot be decoded comes as U+FFFD, or as an escape. */
    default String decode(byte[] data, int from, int to) {
        return TextCodecs.decode(this, data, from, to, Undecodable.REPLACED);
    }

    /** The text of bytes for people, in which each byte that cannot be decoded is seen: {@code \xE2}. */
    default String show(byte[] data, int from, int to) {
        return TextCodecs.decode(this, data, from, to, Undecodable.SHOWN);
    }

    /** Position of the first byte that stands for no character, -1 if there is none. */
    default int firstUndecodable(byte[] data, int from, int to) {
        return toUtf8(data, from, to, new ByteOutput(to - from + 16), Undecodable.REPLACED);
    }

    /** How many bytes the character at a position takes, 1 for a byte that stands for none. */
    default int characterLength(byte[] data, int at, int to) {
        return 1;
    }

    /** Index of the first {@code char} of a text that this character set cannot hold, -1 if there is none. */
    default int firstUnencodable(String text) {
        return TextCodecs.firstUnencodable(this, text);
    }

    /** The bytes of a text of which {@link #firstUnencodable} says -1. */
    default byte[] encode(String text) {
        return TextCodecs.encode(this, text, UnencodablePolicy.ERROR);
    }

    /** Whether plain ASCII is the same text in this set. */
    default boolean extendsAscii() {
        return true;
    }
}
