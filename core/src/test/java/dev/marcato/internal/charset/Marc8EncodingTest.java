// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As in {@link Marc8DecodingTest}: {@code ^} for ESC and {@code ~} for 0x1F. */
class Marc8EncodingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            letters of extended Latin           | \u0141\u00F8\u00DF             | \u00A1\u00B2\u00C7
            composed                            | Caf\u00E9 \u00C5               | Caf\u00E2e \u00EAA
            decomposed                          | Cafe\u0301                     | Caf\u00E2e
            two marks of one letter             | \u01D6                         | \u00E8\u00E5u
            a letter that has its own code      | \u01A1u\u031B                  | \u00BC\u00BD
            taken apart no further than to it   | \u1EDB\u1EF1                   | \u00E2\u00BC\u00F2\u00BD
            put together for it                 | o\u031B\u0301                  | \u00E2\u00BC
            ligature                            | i\u0361a                       | \u00EBi\u00ECa
            ligature, more marks on both        | i\u0361\u0306a\u0301           | \u00EB\u00E6i\u00EC\u00E2a
            tilde over a set that changes       | n\u0360\u0430                  | \u00FAn^(N\u00FBA^(B
            ligature that finds no letter       | i\u0361                        | i&#x0361;
            ligature before a delimiter         | i\u0361~ax                     | i&#x0361;~ax
            half marks                          | i\uFE20a                       | \u00EBia
            non-sorting, joiners                | \u0098a\u009C\u200D\u200C      | \u0088a\u0089\u008D\u008E
            Cyrillic in Latin                   | A \u0430 \u0431A               | A ^(NA^(B ^(NB^(BA
            the set ends before a delimiter     | 10~a\u0430~b\u0431             | 10~a^(NA^(B~b^(NB^(B
            and before a terminator             | \u0430\u001E\u0430             | ^(NA^(B\u001E^(NA^(B
            Greek with the marks of its set     | \u0391\u0301                   | ^(S"A^(B
            Greek composed                      | \u0386                         | ^(S"A^(B
            basic Arabic before extended        | \u0627\u0679                   | ^(3G^(4$^(B
            subscript and superscript           | H\u2082O\u207A\u0430           | H^b2^sO^p+^s^(NA^(B
            Hebrew with a point                 | \u05D0\u05B8                   | ^(2A`^(B
            East Asian                          | \u4E00\u3000\u4E8C             | ^$1!0!!#!!0Q^(B
            Hangul of one syllable in parts     | \u1112\u1161\u11AB             | ^$1o\\e^(B
            no code, but a reference            | \uD83D\uDE00\u20AB             | &#x1F600;&#x20AB;
            a mark that no set has              | e\u035C                        | e&#x035C;
            marks about it, in canonical order  | e\u0301\u035C\u0308            | \u00E2\u00E8e&#x035C;
            a mark that comes first             | \u0301e                        | &#x0301;e
            nothing but marks                   | \u0301\u0308                   | \u00E2\u00E8
            text that looks like a reference    | &#x4E00; &#233;                | &#x0026;#x4E00; &#233;
            in another set                      | \u0430&#x41;                   | ^(NA^(B&#x0026;#x41;
            """)
    void encodes(String what, String text, String marc8) {
        byte[] bytes = TextCodec.MARC_8.encode(text.replace('~', '\u001F'));
        assertThat(new String(bytes, ISO_8859_1).replace('\u001B', '^').replace('\u001F', '~'))
                .as(what)
                .isEqualTo(marc8);
        String back = TextCodec.MARC_8.decode(bytes, 0, bytes.length);
        assertThat(CodecCases.nfc(back)).isEqualTo(CodecCases.nfc(text.replace('~', '\u001F')));
    }

    @Test
    void whatIsRefused() {
        assertThat(TextCodec.MARC_8.firstUnencodable("Caf\u00E9 \u4E00 \uD83D\uDE00 \u0301"))
                .isEqualTo(-1);
        assertThat(TextCodec.MARC_8.firstUnencodable("a\uFFFD")).isEqualTo(1);
        assertThat(TextCodec.MARC_8.firstUnencodable("ab\u001B")).isEqualTo(2);
        assertThat(TextCodec.MARC_8.firstUnencodable("ab\u0092")).isEqualTo(2);
        assertThat(TextCodec.MARC_8.firstUnencodable("\uD83D\uDE00\uD83D")).isEqualTo(2);
    }

    @Test
    void policies() {
        String text = "\u00E9\uD83D\uDE00\u0301 \u0430\u20AB.";
        assertThat(encode(text, UnencodablePolicy.REFERENCE)).isEqualTo("2 \u00E2e\u00E2&#x1F600; ^(NA^(B&#x20AB;.");
        assertThat(encode(text, UnencodablePolicy.REPLACE)).isEqualTo("2 \u00E2e\u00E2| ^(NA^(B|.");
        assertThat(encode(text, UnencodablePolicy.ERROR)).isEqualTo("2 \u00E2e");
        assertThat(encode("\u00E9&#x41;", UnencodablePolicy.ERROR)).isEqualTo("-1 \u00E2e&#x0026;#x41;");
    }

    @Test
    void bytesThatAreNoUtf8AreReportedAndNeverCopied() {
        byte[] utf8 = {'a', (byte) 0xE4, (byte) 0xB8, 'b', (byte) 0xFF};
        ByteOutput out = new ByteOutput();
        assertThat(TextCodec.MARC_8.fromUtf8(utf8, 0, 5, out, UnencodablePolicy.REFERENCE))
                .isEqualTo(1);
        assertThat(out.toByteArray()).asString(ISO_8859_1).isEqualTo("a&#xFFFD;b&#xFFFD;");
    }

    private static String encode(String text, UnencodablePolicy policy) {
        byte[] utf8 = text.getBytes(UTF_8);
        ByteOutput out = new ByteOutput();
        int bad = TextCodec.MARC_8.fromUtf8(utf8, 0, utf8.length, out, policy);
        return bad + " " + new String(out.toByteArray(), ISO_8859_1).replace('\u001B', '^');
    }
}
