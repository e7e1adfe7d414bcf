// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import java.nio.charset.StandardCharsets;

/** UTF-8. What is damaged becomes U+FFFD in the same portions as in the JDK. */
final class Utf8Codec implements TextCodec {
    @Override
    public int toUtf8(byte[] data, int from, int to, ByteOutput out, Undecodable undecodable) {
        int bad = firstUndecodable(data, from, to);
        int at = from;
        for (int next = bad; next >= 0; next = firstUndecodable(data, at, to)) {
            out.write(data, at, next - at);
            at = next + Utf8.damaged(data, next, to);
            undecodable.write(out, data, next, at);
        }
        out.write(data, at, to - at);
        return bad;
    }

    @Override
    public int fromUtf8(byte[] utf8, int from, int to, ByteOutput out, UnencodablePolicy policy) {
        return switch (policy) {
            case REFERENCE, REPLACE -> toUtf8(utf8, from, to, out, Undecodable.REPLACED);
            case ERROR -> {
                int bad = firstUndecodable(utf8, from, to);
                out.write(utf8, from, (bad < 0 ? to : bad) - from);
                yield bad;
            }
        };
    }

    @Override
    public String decode(byte[] data, int from, int to) {
        return new String(data, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public int firstUndecodable(byte[] data, int from, int to) {
        int at = Utf8.firstHigh(data, from, to);
        while (at < to) {
            int length = Utf8.length(data, at, to);
            if (length == 0) {
                return at;
            }
            at = Utf8.firstHigh(data, at + length, to);
        }
        return -1;
    }

    @Override
    public int characterLength(byte[] data, int at, int to) {
        return Utf8.lengthOrOne(data, at, to);
    }

    @Override
    public int firstUnencodable(String text) {
        return TextCodecs.loneSurrogate(text);
    }

    @Override
    public byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
