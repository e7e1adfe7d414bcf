// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.io.ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random text and random bytes; the seed is the test's name. */
class CodecRoundTripTest {
    private static final String PIECES =
            "aeEoxz \u0301\u0308\u030C\u0361\u0360\u031B\u035C\u0141\u00F8\u00E9\u1EDB\u0098\u009C"
                    + "\u200D&#;x\u0430\u0451\u0491\u0391\u03AC\u05D0\u05B8\u0627\u064B\u0679\u2082\u207A\u4E00\u3042\uAC00\u1100\u1161\u11A8"
                    + "\u20AB\u007F\n";
    private static final byte[] BYTES = {
        0x1B,
        0x1B,
        '(',
        ')',
        '$',
        ',',
        '-',
        '1',
        '2',
        '3',
        '4',
        'N',
        'Q',
        'S',
        'B',
        '!',
        'E',
        'g',
        'b',
        'p',
        's',
        'H',
        'I',
        'P',
        'M',
        '@',
        0x1F,
        0x1F,
        0x1E,
        0x1D,
        'a',
        'e',
        ' ',
        '&',
        '#',
        'x',
        ';',
        '0',
        0x7F,
        0x0A,
        '!',
        (byte) 0x88,
        (byte) 0x89,
        (byte) 0x8D,
        (byte) 0xA0,
        (byte) 0xA1,
        (byte) 0xB0,
        (byte) 0xC2,
        (byte) 0xC9,
        (byte) 0xDD,
        (byte) 0xDE,
        (byte) 0xDF,
        (byte) 0xE2,
        (byte) 0xE8,
        (byte) 0xEB,
        (byte) 0xEC,
        (byte) 0xFA,
        (byte) 0xFB,
        (byte) 0xFF
    };

    static List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        for (int seed = 1; seed <= 20; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void textComesBackFromMarc8(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(1, 14); length > 0; length--) {
                boolean delimiter = random.nextInt(10) == 0;
                text.append(delimiter ? "\u001Fa" : PIECES.charAt(random.nextInt(PIECES.length())));
            }
            byte[] bytes = TextCodec.MARC_8.encode(text.toString());
            assertThat(CodecCases.nfc(TextCodec.MARC_8.decode(bytes, 0, bytes.length)))
                    .as("seed %d, round %d: %s", seed, round, escaped(text))
                    .isEqualTo(CodecCases.nfc(text.toString()));
            byte[] again = TextCodec.MARC_8.encode(TextCodec.MARC_8.decode(bytes, 0, bytes.length));
            assertThat(again)
                    .as("seed %d, round %d: what was written is canonical", seed, round)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyBytesAreDecodedTheSameByFieldAndByValue(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] data = new byte[random.nextInt(1, 24)];
            for (int i = 0; i < data.length; i++) {
                data[i] = random.nextInt(8) == 0 ? (byte) random.nextInt(256) : BYTES[random.nextInt(BYTES.length)];
            }
            try {
                CodecFuzzTest.check(data);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", round " + round + ", "
                                + HexFormat.of().formatHex(data),
                        e);
            }
        }
    }

    /** Every character of every set, alone and after a letter: what is decoded is written with the same code, or a lower one. */
    @Test
    void everyCodeOfEverySet() {
        for (GraphicSet set : GraphicSet.values()) {
            if (set == GraphicSet.EACC || set.isShort()) {
                continue;
            }
            TextCodec codec = SetFamily.MARC_8.sets().contains(set) ? TextCodec.MARC_8 : TextCodec.ISO_5426;
            for (int code = 0x21; code < 0x7F; code++) {
                if (set.table().character(code) == 0) {
                    continue;
                }
                String sequence = "\u001B(" + set.designation() + (char) code;
                boolean mark = (set.table().character(code) & CharacterTable.MARK) != 0;
                byte[] bytes = (sequence + (mark ? "\u001B(Ba" : "")).getBytes(StandardCharsets.ISO_8859_1);
                String text = codec.decode(bytes, 0, bytes.length);
                byte[] again = codec.encode(text);
                assertThat(codec.decode(again, 0, again.length))
                        .as("%s %X", set, code)
                        .isEqualTo(text);
                assertThat(codec.firstUnencodable(text)).as("%s %X", set, code).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theJdkAgreesWithOurReplacementOfDamagedUtf8(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] data = new byte[random.nextInt(1, 10)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (random.nextInt(4) == 0 ? 'a' : random.nextInt(0x80, 0x100));
            }
            ByteOutput out = new ByteOutput();
            TextCodec.UTF_8.toUtf8(data, 0, data.length, out, Undecodable.REPLACED);
            assertThat(out.toByteArray())
                    .as("seed %d, %s", seed, HexFormat.of().formatHex(data))
                    .isEqualTo(new String(data, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String escaped(CharSequence text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format(" %04X", c)));
        return escaped.toString();
    }
}
