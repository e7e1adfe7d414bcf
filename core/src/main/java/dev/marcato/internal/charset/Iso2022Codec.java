// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;

/** MARC-8, and the sets of UNIMARC: graphic sets that escape sequences put in place. */
final class Iso2022Codec implements TextCodec {
    private final SetFamily family;

    Iso2022Codec(SetFamily family) {
        this.family = family;
    }

    @Override
    public int toUtf8(byte[] data, int from, int to, ByteOutput out, Undecodable undecodable) {
        if (family.g0().isAscii() && Ascii.isPlain(data, from, to)) {
            out.write(data, from, to - from);
            return -1;
        }
        return new Iso2022Decoder(family, data, from, to, out, undecodable).decode();
    }

    @Override
    public int fromUtf8(byte[] utf8, int from, int to, ByteOutput out, UnencodablePolicy policy) {
        if (family.g0().isAscii() && Ascii.isPlain(utf8, from, to)) {
            out.write(utf8, from, to - from);
            return -1;
        }
        return new Iso2022Encoder(family, utf8, from, to, out, policy).encode();
    }

    /**
     * MARC-8 has a form for every character of a text but for U+FFFD, which stands for bytes that it would replace, and for
     * control characters.
     */
    @Override
    public int firstUnencodable(String text) {
        if (!family.isMarc8()) {
            return TextCodec.super.firstUnencodable(text);
        }
        for (int i = 0; i < text.length(); i++) {
            int character = text.codePointAt(i);
            boolean lone = Character.charCount(character) == 1 && Character.isSurrogate((char) character);
            boolean control =
                    character == Ascii.ESCAPE || character >= 0x80 && character < 0xA0 && Controls.code(character) == 0;
            if (lone || control || character == 0xFFFD) {
                return i;
            }
            i += Character.charCount(character) - 1;
        }
        return -1;
    }

    @Override
    public byte[] encode(String text) {
        return TextCodecs.encode(this, text, family.isMarc8() ? UnencodablePolicy.REFERENCE : UnencodablePolicy.ERROR);
    }

    @Override
    public boolean extendsAscii() {
        return family.g0().isAscii();
    }
}
