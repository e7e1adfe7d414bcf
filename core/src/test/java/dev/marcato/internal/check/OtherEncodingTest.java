// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.ENCODING_CONTRADICTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import dev.marcato.diagnostic.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that is not what the leader says: the JDK and our own writer of MARC-8 make it. */
class OtherEncodingTest {
    private final List<Diagnostic> found = new ArrayList<>();
    private final RecordInspector inspector = new RecordInspector();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    a | Windows-1252 | K\u00E4se f\u00FCr M\u00FCller                         | looks like Latin-1
                    a | Windows-1252 | \u201CK\u00E4se\u201D \u2013 f\u00FCr               | looks like Windows-1252
                    a | CESU-8       | smile \uD83D\uDE00                                     | looks like CESU-8
                    a | CESU-8       | \u00E9 smile \uD83D\uDE00                             | some characters are CESU-8
                    a | MARC-8       | Caf\u00E9 tr\u00E8s                                     | looks like MARC-8
                    ` ` | Windows-1252 | f\u00FCr M\u00FCller \u00FCber                       | looks like Latin-1
                    """)
    void whatItLooksLikeIsNamed(String scheme, String encoding, String title, String expected) {
        byte[] field = encoding.equals("CESU-8")
                ? cesu8(title)
                : Encoding.named(encoding).orElseThrow().encode(title);
        inspector.inspect(
                new Draft()
                        .field("001", "x1")
                        .leader(Draft.LEADER.replace(" a22", " " + scheme + "22"))
                        .field("245".getBytes(StandardCharsets.US_ASCII), concat("10\u001Fa", field))
                        .build(),
                found::add);

        assertThat(found)
                .filteredOn(each -> each.code() == ENCODING_CONTRADICTED)
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains(expected));
    }

    private static byte[] concat(String begin, byte[] rest) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(begin.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(rest);
        return all.toByteArray();
    }

    /** Each unit of UTF-16 as if it were a character. */
    private static byte[] cesu8(String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (char unit : text.toCharArray()) {
            if (unit < 0x80) {
                all.write(unit);
            } else if (unit < 0x800) {
                all.write(0xC0 | unit >> 6);
                all.write(0x80 | unit & 0x3F);
            } else {
                all.write(0xE0 | unit >> 12);
                all.write(0x80 | unit >> 6 & 0x3F);
                all.write(0x80 | unit & 0x3F);
            }
        }
        return all.toByteArray();
    }
}
