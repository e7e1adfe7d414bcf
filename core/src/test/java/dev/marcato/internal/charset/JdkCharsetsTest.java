// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkCharsetsTest {
    @ParameterizedTest
    @CsvSource({
        "Windows-1251, windows-1251, \u041C\u043E\u0441\u043A\u0432\u0430 \u2014 caf\u20AC",
        "Windows-1252, windows-1252, It\u2019s caf\u00E9 \u20AC",
        "Windows-1256, windows-1256, \u0627\u0644\u0639 abc",
        "ISO 8859-1, ISO-8859-1, caf\u00E9 \u00FF",
        "GB 18030, GB18030, \u4E2D\u56FD \u00E9 \uD83D\uDE00 abc",
        "Big5, Big5, \u4E2D\u570B abc",
        "EUC-KR, EUC-KR, \uD55C\uAD6D abc",
    })
    void isWhatTheJdkMakesOfIt(String name, String jdk, String text) {
        TextCodec codec = CodecCases.ALL.get(name);
        byte[] bytes = text.getBytes(Charset.forName(jdk));
        assertThat(codec.decode(bytes, 0, bytes.length)).isEqualTo(text);
        assertThat(codec.encode(text)).isEqualTo(bytes);
        assertThat(codec.firstUndecodable(bytes, 0, bytes.length)).isEqualTo(-1);
        assertThat(codec.firstUnencodable(text)).isEqualTo(-1);
    }

    @Test
    void bytesThatStandForNothingAreReported() {
        byte[] open = {'a', (byte) 0x81, 'b'};
        assertThat(TextCodec.WINDOWS_1252.decode(open, 0, 3)).isEqualTo("a\uFFFDb");
        assertThat(TextCodec.WINDOWS_1252.firstUndecodable(open, 0, 3)).isEqualTo(1);
        byte[] cut = {'a', (byte) 0xA4, 0x1F, 'b', (byte) 0xA4, (byte) 0xA4};
        assertThat(TextCodec.BIG5.decode(cut, 0, 6)).isEqualTo("a\uFFFD\u001Fb\u4E2D");
        assertThat(TextCodec.BIG5.firstUndecodable(cut, 0, 6)).isEqualTo(1);
    }

    @Test
    void charactersThatASetLacks() {
        assertThat(TextCodec.WINDOWS_1252.firstUnencodable("caf\u00E9 \u4E00")).isEqualTo(5);
        assertThat(TextCodec.BIG5.firstUnencodable("\u4E2D\u0430\u00FF")).isGreaterThan(0);
        byte[] utf8 = "a\u4E00b".getBytes(UTF_8);
        ByteOutput out = new ByteOutput();
        assertThat(TextCodec.ISO_8859_1.fromUtf8(utf8, 0, utf8.length, out, UnencodablePolicy.REFERENCE))
                .isEqualTo(1);
        assertThat(TextCodec.ISO_8859_1.fromUtf8(utf8, 0, utf8.length, out, UnencodablePolicy.REPLACE))
                .isEqualTo(1);
        assertThat(TextCodec.ISO_8859_1.fromUtf8(utf8, 0, utf8.length, out, UnencodablePolicy.ERROR))
                .isEqualTo(1);
        assertThat(out.toByteArray()).asString(ISO_8859_1).isEqualTo("a&#x4E00;ba|ba");
    }

    @Test
    void aSetThatTheRuntimeLacksIsNamed() {
        assertThatThrownBy(() -> JdkCharsets.named("x-no-such-set"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("x-no-such-set")
                .hasMessageContaining("jdk.charsets");
    }
}
