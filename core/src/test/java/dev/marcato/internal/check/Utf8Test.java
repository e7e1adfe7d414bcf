// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.marcato.Encoding;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The decoder of the JDK is the judge of what is UTF-8. */
class Utf8Test {
    private static final long SEED = 20261123;

    /** Bytes at which the rules change. */
    private static final int[] EDGES = {
        'a', 0x7E, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
        0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    /** A fourth byte need only be a right one or a wrong one. */
    private static final int[] LAST = {'a', 0x80, 0xBF, 0xC2};

    private final Set<DiagnosticCode> found = EnumSet.noneOf(DiagnosticCode.class);
    private final RecordInspector inspector = new RecordInspector();
    private final CharsetDecoder judge = StandardCharsets.UTF_8.newDecoder();

    @Test
    void everyShortSequenceIsJudgedAsByTheJdk() {
        for (int first : EDGES) {
            for (int second : EDGES) {
                for (int third : EDGES) {
                    for (int fourth : LAST) {
                        compare(new byte[] {(byte) first, (byte) second, (byte) third, (byte) fourth});
                    }
                }
            }
        }
    }

    @Test
    void randomBytesAreJudgedAsByTheJdk() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(4) == 0 ? 'a' : 0x80 + random.nextInt(0x80));
            }
            compare(bytes);
        }
    }

    @Test
    void charactersDecode() {
        for (int character = 0x80; character <= Character.MAX_CODE_POINT; character += 1 + character / 50) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8.length(bytes, 0, bytes.length)).isEqualTo(bytes.length);
                assertThat(Utf8.character(bytes, 0, bytes.length)).isEqualTo(character);
                for (int cut = 1; cut < bytes.length; cut++) {
                    assertThat(Utf8.length(bytes, 0, cut)).isZero();
                    assertThat(Utf8.partial(bytes, 0, cut)).isEqualTo(cut);
                }
            }
        }
    }

    private void compare(byte[] bytes) {
        byte[] tag = {'0', '0', '8'};
        found.clear();
        inspector.inspect(
                new Draft().encoding(Encoding.UTF_8).field(tag, bytes).build(), each -> found.add(each.code()));
        boolean wrong = found.contains(DiagnosticCode.BYTE_UNDECODABLE) || found.contains(DiagnosticCode.CHARACTER_CUT);
        if (wrong == decodes(bytes)) {
            fail("%s (seed %d): %s", HexFormat.of().formatHex(bytes), SEED, found);
        }
    }

    private boolean decodes(byte[] bytes) {
        try {
            judge.decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
