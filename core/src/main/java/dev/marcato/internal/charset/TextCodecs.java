// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;

/** Strings over the bytes that a codec works on. */
final class TextCodecs {
    private TextCodecs() {}

    static String decode(TextCodec codec, byte[] data, int from, int to, Undecodable undecodable) {
        if (codec.extendsAscii() && Ascii.isPlain(data, from, to)) {
            return new String(data, from, to - from, ISO_8859_1);
        }
        ByteOutput out = new ByteOutput((to - from) * 3 / 2 + 16);
        codec.toUtf8(data, from, to, out, undecodable);
        return new String(out.array(), 0, out.size(), UTF_8);
    }

    static byte[] encode(TextCodec codec, String text, UnencodablePolicy policy) {
        byte[] utf8 = text.getBytes(UTF_8);
        ByteOutput out = new ByteOutput(utf8.length + 16);
        codec.fromUtf8(utf8, 0, utf8.length, out, policy);
        return out.toByteArray();
    }

    static int firstUnencodable(TextCodec codec, String text) {
        int surrogate = loneSurrogate(text);
        String whole = surrogate < 0 ? text : text.substring(0, surrogate);
        byte[] utf8 = whole.getBytes(UTF_8);
        int bad = codec.fromUtf8(utf8, 0, utf8.length, new ByteOutput(utf8.length + 16), UnencodablePolicy.ERROR);
        return bad < 0 ? surrogate : new String(utf8, 0, bad, UTF_8).length();
    }

    /** Index of the first half of a character whose other half is missing, -1 if there is none. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
