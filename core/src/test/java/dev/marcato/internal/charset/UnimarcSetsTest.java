// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ^} for ESC and {@code ~} for 0x1F. */
class UnimarcSetsTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            ISO_5426  | mark before its letter     | Caf\u00C2e                       | Cafe\u0301
            ISO_5426  | ayn and alif               | \u00B0\u00B1                      | \u02BB\u02BC
            ISO_5426  | low quotation mark         | \u00A2\u00B2                      | \u201E\u201A
            ISO_5426  | letters                    | \u00E1\u00F3\u00FB                | \u00C6\u00F0\u00DF
            ISO_5426  | ligature                   | \u00DDi\u00DEa                    | i\u0361a
            ISO_5426  | double tilde               | \u00DDn\u00DFg                    | n\u0360g
            ISO_5426  | left half alone            | \u00DDia                          | i\uFE20a
            ISO_5426  | non-sorting                | \u0088Le \u0089nom                | \u0098Le \u009Cnom
            ISO_5426  | Cyrillic                   | ^(NAB^(@ A                        | \u0430\u0431 A
            ISO_5426  | Greek                      | ^(S"A^(@                          | \u0391\u0301
            ISO_5426  | the set ends with a value  | ^(NA^(@~aA                        | \u0430~aA
            ISO_5426  | references are text        | &#x4E00;                          | &#x4E00;
            ISO_IR_37 | Cyrillic from 0x80 on      | \u00ED\u00CF\u00D3\u00CB\u00D7\u00C1 1990 | \u041C\u043E\u0441\u043A\u0432\u0430 1990
            ISO_5427  | Cyrillic everywhere        | mOSKWA \u00C4                     | \u041C\u043E\u0441\u043A\u0432\u0430 \u0451
            ISO_5427  | but codes                  | ~aA~bB                            | ~a\u0430~b\u0431
            ISO_5427  | Latin                      | ^(@Ab^(NA                         | Ab\u0430
            ISO_5428  | Greek from 0x80 on         | \u00A2\u00C1\u00C2                | \u0391\u0301\u0392
            ISO_6438  | African                    | \u00A2\u00B2                      | \u0181\u0253
            """)
    void decodesAndEncodes(Encoding encoding, String what, String bytes, String text) {
        byte[] data = bytes.replace('^', '\u001B').replace('~', '\u001F').getBytes(ISO_8859_1);
        String expected = text.replace('~', '\u001F');
        assertThat(encoding.decode(data, 0, data.length)).as(what).isEqualTo(expected);
        assertThat(encoding.firstUndecodable(data, 0, data.length)).isEqualTo(-1);
        assertThat(encoding.encode(expected)).as(what).isEqualTo(data);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            the second code of a diaeresis, C9   | \u00C9a                | a\u0308           | \u00C8a
            dollar of the right half             | \u00A4                 | $                 | $
            ASCII by its own sequence            | ^(NA^(BA               | \u0430A           | ^(NA^(@A
            ISO 6630 in seven bits               | ^HLe ^Inom             | \u0098Le \u009Cnom | \u0088Le \u0089nom
            Cyrillic in G1                       | ^)N\u00C1              | \u0430            | ^(NA^(@
            extended Cyrillic in G1              | ^-Q\u00C0              | \u0491            | ^(Q@^(@
            """)
    void decodesAndWritesTheUsualForm(String what, String bytes, String text, String usual) {
        byte[] data = bytes.replace('^', '\u001B').getBytes(ISO_8859_1);
        assertThat(Encoding.ISO_5426.decode(data, 0, data.length)).as(what).isEqualTo(text);
        assertThat(Encoding.ISO_5426.encode(text)).asString(ISO_8859_1).isEqualTo(usual.replace('^', '\u001B'));
    }

    @Test
    void whatTheSetsLackIsRefused() {
        assertThat(Encoding.ISO_5426.canEncode("Caf\u00E9 \u0430 \u0391")).isTrue();
        assertThat(Encoding.ISO_5426.canEncode("\u4E00")).isFalse();
        assertThat(TextCodec.ISO_5426.firstUnencodable("ab\uD83D\uDE00")).isEqualTo(2);
        assertThat(TextCodec.ISO_5426.firstUnencodable("\u00E9\u4E00")).isEqualTo(1);
        byte[] unknown = {'a', (byte) 0xB3, 0x1B, '(', 'Z'};
        assertThat(Encoding.ISO_5426.decode(unknown, 0, 5)).isEqualTo("a\uFFFD\uFFFD(Z");
        assertThat(Encoding.ISO_5426.firstUndecodable(unknown, 0, 5)).isEqualTo(1);
    }
}
