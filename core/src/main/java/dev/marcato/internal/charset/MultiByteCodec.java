// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/**
 * A character set of the JDK in which ASCII is one byte and other characters are more, the first of them 0x80 or more. No
 * character contains a byte below 0x30, so that delimiters are never part of one; damage does not reach beyond them.
 */
final class MultiByteCodec extends JdkCodec {
    private static final int CHARACTERS = 256;

    private final String name;

    MultiByteCodec(String name) {
        this.name = name;
    }

    @Override
    public int toUtf8(byte[] data, int from, int to, ByteOutput out, Undecodable undecodable) {
        int bad = -1;
        int at = from;
        while (at < to) {
            int start = Utf8.firstHigh(data, at, to);
            out.write(data, at, start - at);
            at = start;
            while (at < to && data[at] >= ' ' || at < to && data[at] < 0) {
                at++;
            }
            if (at > start) {
                int first = decode(data, start, at, out, undecodable);
                bad = bad < 0 ? first : bad;
            }
        }
        return bad;
    }

    /** A stretch without control characters. */
    private int decode(byte[] data, int from, int to, ByteOutput out, Undecodable undecodable) {
        CharsetDecoder decoder = JdkCharsets.named(name).newDecoder();
        ByteBuffer in = ByteBuffer.wrap(data, from, to - from);
        CharBuffer characters = CharBuffer.allocate(CHARACTERS);
        int bad = -1;
        while (in.hasRemaining()) {
            CoderResult result = decoder.decode(in, characters, true);
            write(characters, out);
            if (result.isError()) {
                int at = in.position();
                int end = Math.min(to, at + result.length());
                bad = bad < 0 ? at : bad;
                undecodable.write(out, data, at, end);
                in.position(end);
                decoder.reset();
            }
        }
        return bad;
    }

    private static void write(CharBuffer characters, ByteOutput out) {
        characters.flip();
        for (int i = 0; i < characters.limit(); i++) {
            int character = Character.codePointAt(characters, i);
            out.writeUtf8(character);
            i += Character.charCount(character) - 1;
        }
        characters.clear();
    }

    @Override
    Characters characters() {
        CharsetEncoder encoder = JdkCharsets.named(name).newEncoder();
        return (character, out) -> encode(encoder, character, out);
    }

    private static boolean encode(CharsetEncoder encoder, int character, ByteOutput out) {
        ByteBuffer bytes = ByteBuffer.allocate(8);
        CharBuffer in = CharBuffer.wrap(Character.toChars(character));
        encoder.reset();
        if (encoder.encode(in, bytes, true).isError()) {
            return false;
        }
        out.write(bytes.array(), 0, bytes.position());
        return true;
    }
}
