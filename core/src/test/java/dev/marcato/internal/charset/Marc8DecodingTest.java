// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of MARC-8 as ISO 8859-1, {@code ^} for ESC and {@code $} for 0x1F where that is not part of an escape. */
class Marc8DecodingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            letters of extended Latin          | \u00A1\u00B2\u00C7                | \u0141\u00F8\u00DF
            a mark                             | Caf\u00E2e                        | Cafe\u0301
            several, their order kept          | \u00E3\u00F2ax                    | a\u0302\u0323x
            a mark at the end stays            | ab\u00E2                          | ab\u0301
            a mark before a delimiter stays    | ab\u00E2~ae                       | ab\u0301~ae
            a mark does not go over a code     | x~\u00E2e                         | x~\u0301e
            a mark before a control stays      | a\u00E2\u0088e                    | a\u0301\u0098e
            a mark before a blank              | \u00E2 e                          | " \u0301e"
            ligature                           | \u00EBi\u00ECa                    | i\u0361a
            double tilde                       | \u00FAn\u00FBg                    | n\u0360g
            ligature beside other marks        | \u00EB\u00E6i\u00E2\u00ECax       | i\u0361\u0306a\u0301x
            left half alone                    | \u00EBia                          | i\uFE20a
            right half alone                   | i\u00ECa                          | ia\uFE21
            halves of two kinds                | \u00EBi\u00FBa                    | i\uFE20a\uFE23
            halves that are not neighbours     | \u00EBixa\u00ECb                  | i\uFE20xab\uFE21
            halves beyond a delimiter          | \u00EBi~a\u00ECb                  | i\uFE20~ab\uFE21
            non-sorting                        | \u0088The \u0089End               | \u0098The \u009CEnd
            joiners                            | a\u008Db\u008Ec                   | a\u200Db\u200Cc
            other C1 controls                  | a\u0092b                          | a\uFFFDb
            bytes that no set has              | a\u00A0b\u00FFc\u00BBd            | a\uFFFDb\uFFFDc\uFFFDd
            Cyrillic in G0                     | ^(NAB^(B A                        | \u0430\u0431 A
            the other letter for it            | ^,NAB^,BA                         | \u0430\u0431A
            Cyrillic in G1                     | ^)N\u00C1\u00C2A^)!E\u00E2e       | \u0430\u0431Ae\u0301
            and with the other letter          | ^-N\u00C1^-!E\u00A1               | \u0430\u0141
            extended Latin in G0               | ^(!E!^(B                          | \u0141
            ASCII in G1                        | ^)B\u00C1\u00C2                   | AB
            extended Cyrillic                  | ^(Q@`^(B                          | \u0491\u0490
            Greek, its marks first             | ^(S"A^(B                          | \u0391\u0301
            a mark of Latin, a letter of Greek | \u00E2^(SA^(B                     | \u0391\u0301
            Greek symbols                      | ^gabc^s abc                       | \u03B1\u03B2\u03B3 abc
            subscript and superscript          | H^b2^sO^p+^s                      | H\u2082O\u207A
            Hebrew with a point                | ^(2A`^(B                          | \u05D0\u05B8
            Arabic                             | ^(3GO?^(B?                        | \u0627\u062F\u061F?
            extended Arabic in G1              | ^(3G^)4\u00A4^(B                  | \u0627\u0679
            East Asian                         | ^$1!0!!0"^(B.                     | \u4E00\u4E01.
            East Asian by its other sequences  | ^$(1!0!^(B^$,1!0!^s               | \u4E00\u4E00
            East Asian in G1                   | ^$)1\u00A1\u00B0\u00A1a           | \u4E00a
            and with the other letter          | ^$-1\u00A1\u00B0\u00A1            | \u4E00
            blank between East Asian letters   | ^$1!0! !0!^(B                     | \u4E00 \u4E00
            East Asian code that is none       | ^$1}}}!0!^(B                      | \uFFFD\u4E00
            East Asian cut short               | ^$1!0^(Bx                         | \uFFFDx
            the set ends with the value        | ^(NA~aA                           | \u0430~aA
            unknown sequence                   | Soci^t\u00E2e                     | Soci\uFFFDte\u0301
            unknown set                        | ^(Zx                              | \uFFFD(Zx
            sequence cut short                 | a^(                               | a\uFFFD(
            reference                          | a&#x4E00;b&#x1F600;               | a\u4E00b\uD83D\uDE00
            a mark and a reference             | \u00E2&#x4E00;                    | \u4E00\u0301
            a reference to a mark, in place    | e&#x035C;                         | e\u035C
            decimal is text                    | &#233;                            | &#233;
            so is what is no reference         | &#x;&#xG;&#x1234567;&#x4E00       | &#x;&#xG;&#x1234567;&#x4E00
            and what would be a control        | &#x1F;&#x1D;&#x0;&#x9B;           | &#x1F;&#x1D;&#x0;&#x9B;
            or no character                    | &#xD800;&#x110000;                | &#xD800;&#x110000;
            references are ASCII               | ^(N&#x^(B4E00;                    | &#\u042C4E00;
            """)
    void decodes(String what, String marc8, String text) {
        byte[] bytes = bytes(marc8);
        String shown = text.replace('~', '\u001F');
        assertThat(TextCodec.MARC_8.decode(bytes, 0, bytes.length)).as(what).isEqualTo(shown);
        int bad = TextCodec.MARC_8.firstUndecodable(bytes, 0, bytes.length);
        assertThat(bad >= 0).as("undecodable at %d", bad).isEqualTo(shown.contains("\uFFFD"));
    }

    @Test
    void firstUndecodableByteAndHowItIsShown() {
        byte[] bytes = bytes("Caf\u00E2e \u00FF and ^x");
        assertThat(TextCodec.MARC_8.firstUndecodable(bytes, 0, bytes.length)).isEqualTo(6);
        assertThat(TextCodec.MARC_8.firstUndecodable(bytes, 7, bytes.length)).isEqualTo(12);
        assertThat(TextCodec.MARC_8.firstUndecodable(bytes, 0, 6)).isEqualTo(-1);
        assertThat(TextCodec.MARC_8.show(bytes, 0, bytes.length)).isEqualTo("Cafe\u0301 \\xFF and \\x1Bx");
    }

    static byte[] bytes(String marc8) {
        return marc8.replace('^', '\u001B').replace('~', '\u001F').getBytes(ISO_8859_1);
    }
}
