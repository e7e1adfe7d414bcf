// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
    @Test
    void harmlessTextPassesUnchanged() {
        for (String text : new String[] {"", "plain, \"quoted\" \\x1B", "Café ŠĐ 東京 العربية e\u0301 😀"}) {
            assertThat(SafeText.of(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, \\x00",
        "10, \\x0A",
        "27, \\x1B",
        "31, \\x1F",
        "127, \\x7F",
        "155, \\x9B",
        "8206, \\u200E",
        "8232, \\u2028",
        "8238, \\u202E",
        "8294, \\u2066",
        "55296, \\uD800",
        "57344, \\uE000",
        "65279, \\uFEFF",
        "65535, \\uFFFF",
        "917505, \\u{0E0001}",
    })
    void whatDoesNotShowIsEscaped(int character, String escaped) {
        assertThat(SafeText.of("a" + Character.toString(character) + "b")).isEqualTo("a" + escaped + "b");
    }

    @Test
    void longTextIsCutBehindAWholeCharacter() {
        assertThat(SafeText.of("x".repeat(10), 10)).isEqualTo("x".repeat(10));
        assertThat(SafeText.of("x".repeat(11), 10)).isEqualTo("x".repeat(7) + "...");
        assertThat(SafeText.of("\u0000".repeat(11), 10)).isEqualTo("\\x00...");
        assertThat(SafeText.of("😀".repeat(6), 10)).isEqualTo("😀😀😀...");
    }

    @Test
    void safeTextStaysAsItIs() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2000; round++) {
            String text = random.ints(random.nextInt(40), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            int max = 4 + random.nextInt(60);
            String safe = SafeText.of(text, max);

            assertThat(safe).as("seed 20261123, round %s", round).hasSizeLessThanOrEqualTo(max);
            assertThat(SafeText.of(safe, max)).isEqualTo(safe);
            assertThat(safe.chars().noneMatch(Character::isISOControl)).isTrue();
        }
    }

    @Test
    void bytesOfAnUnknownEncodingAreShownOneByOne() {
        byte[] data = "ab\u001F\u00E9~\u007F".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(SafeText.ofBytes(data, 0, data.length, 6)).isEqualTo("ab\\x1F\\xE9~\\x7F");
        assertThat(SafeText.ofBytes(data, 1, data.length, 2)).isEqualTo("b\\x1F...");
        assertThat(SafeText.ofByte(0x1F)).isEqualTo("0x1F");
    }
}
