// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;

/** Any bytes, as text in every character set, and as UTF-8 that goes into every one. */
class CodecFuzzTest {
    @FuzzTest
    void anyBytes(byte[] bytes) {
        check(bytes);
    }

    static void check(byte[] bytes) {
        CodecCases.ALL.forEach((name, codec) -> {
            CodecCases.assertDecoding(codec, bytes);
            for (UnencodablePolicy policy : UnencodablePolicy.values()) {
                ByteOutput out = new ByteOutput(1);
                int bad = codec.fromUtf8(bytes, 0, bytes.length, out, policy);
                assertThat(bad).as(name).isBetween(-1, bytes.length - 1);
                if (bad < 0) {
                    String text = new String(bytes, UTF_8);
                    String back = codec.decode(out.array(), 0, out.size());
                    assertThat(comparable(back)).as(name).isEqualTo(comparable(text));
                }
            }
        });
    }

    /** Half marks that belong together come back as the whole mark. */
    private static String comparable(String text) {
        StringBuilder known = new StringBuilder();
        CodecCases.nfc(text).codePoints().filter(c -> c < 0xFE20 || c > 0xFE23).forEach(known::appendCodePoint);
        return CodecCases.nfc(known.toString().replace("\u0361", "").replace("\u0360", ""));
    }
}
