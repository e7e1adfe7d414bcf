// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCodecTest {
    private static final int[] STARTS = {
        0x00, 0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF
    };

    /** The JDK's strict decoder says where the first malformed byte stands; it is the oracle. */
    @Test
    void utf8IsWhatTheJdkTakesForIt() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            byte[] data = new byte[random.nextInt(1, 12)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte)
                        (random.nextBoolean() ? random.nextInt(0x80, 0xC0) : STARTS[random.nextInt(STARTS.length)]);
            }
            assertThat(TextCodec.UTF_8.firstUndecodable(data, 0, data.length))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(jdkSays(data));
        }
    }

    @Test
    void everyCharacterOfUnicodeComesBack() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(character).getBytes(UTF_8);
                if (TextCodec.UTF_8.firstUndecodable(bytes, 0, bytes.length) >= 0
                        || TextCodec.UTF_8.characterLength(bytes, 0, bytes.length) != bytes.length) {
                    assertThat(character).as("refused U+%04X", character).isEqualTo(-1);
                }
            }
        }
        assertThat(TextCodec.UTF_8.firstUnencodable("a\uD83D\uDE00b")).isEqualTo(-1);
    }

    @Test
    void halfACharacterIsNotEncoded() {
        assertThat(TextCodec.UTF_8.firstUnencodable("ab\uD83D")).isEqualTo(2);
        assertThat(TextCodec.UTF_8.firstUnencodable("ab\uDE00c")).isEqualTo(2);
    }

    @Test
    void damageIsReadOneByteAtATime() {
        byte[] data = {(byte) 0xE2, (byte) 0x82, 'a'};
        assertThat(TextCodec.UTF_8.characterLength(data, 0, 3)).isEqualTo(1);
        assertThat(TextCodec.UTF_8.firstUndecodable(data, 1, 3)).isEqualTo(1);
        assertThat(TextCodec.UTF_8.firstUndecodable(data, 2, 3)).isEqualTo(-1);
    }

    @Test
    void latin1HoldsEveryByteAndNothingElse() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String text = TextCodec.ISO_8859_1.decode(all, 0, 256);
        assertThat(text).isEqualTo(new String(all, ISO_8859_1));
        assertThat(TextCodec.ISO_8859_1.encode(text)).isEqualTo(all);
        assertThat(TextCodec.ISO_8859_1.firstUndecodable(all, 0, 256)).isEqualTo(-1);
        assertThat(TextCodec.ISO_8859_1.firstUnencodable("caf\u00E9 \u20AC")).isEqualTo(5);
    }

    @Test
    void whatIsNotKnownIsShownAndNeverGuessed() {
        byte[] data = {'C', 'a', 'f', (byte) 0xE2, 'e', 0x1B, '(', 'B', 0x1F};
        assertThat(TextCodec.OPAQUE.decode(data, 0, 9)).isEqualTo("Caf\\xE2e\\x1B(B\u001F");
        assertThat(TextCodec.OPAQUE.decode(data, 0, 3)).isEqualTo("Caf");
        assertThat(TextCodec.OPAQUE.firstUndecodable(data, 0, 9)).isEqualTo(3);
        assertThat(TextCodec.OPAQUE.firstUndecodable(data, 4, 9)).isEqualTo(5);
        assertThat(TextCodec.OPAQUE.firstUndecodable(data, 0, 3)).isEqualTo(-1);
    }

    @Test
    void whatIsNotKnownTakesPlainTextOnly() {
        assertThat(TextCodec.OPAQUE.firstUnencodable("Cafe C:\\x")).isEqualTo(-1);
        assertThat(TextCodec.OPAQUE.encode("Cafe")).isEqualTo("Cafe".getBytes(ISO_8859_1));
        assertThat(TextCodec.OPAQUE.firstUnencodable("Caf\u00E9")).isEqualTo(3);
        assertThat(TextCodec.OPAQUE.firstUnencodable("Cafe\u001B")).isEqualTo(4);
        assertThat(TextCodec.OPAQUE.firstUnencodable("Caf\\xE2e"))
                .as("an escape that decode made")
                .isEqualTo(3);
    }

    private static int jdkSays(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data);
        boolean malformed = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, CharBuffer.allocate(2 * data.length), true)
                .isMalformed();
        return malformed ? in.position() : -1;
    }
}
