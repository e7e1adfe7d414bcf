// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.Corpus;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** 1,515 lines in MARC-8, and the same in UTF-8. */
class Marc8LinesTest {
    private static final int LINES = 1515;

    /** Lines that hold one of two characters by the higher of its codes: 27615F for 274C7B, and 283B7D for 213538. */
    private static final List<Integer> OTHER_CODE = List.of(
            570, 572, 598, 650, 688, 689, 693, 731, 775, 857, 862, 877, 909, 925, 926, 1002, 1069, 1070, 1071, 1074,
            1471);

    /** Signs by codes that are not of the table of the Library of Congress: read, and not written. */
    private static final int SIGNS = 1515;

    private final String[] marc8 = new String(Corpus.bytes("charset/marc8-lines.txt"), ISO_8859_1).split("\n");
    private final String[] utf8 = new String(Corpus.bytes("charset/utf8-lines.txt"), UTF_8).split("\n");

    @Test
    void allAreDecoded() {
        assertThat(marc8).hasSize(LINES);
        for (int i = 0; i < LINES; i++) {
            byte[] bytes = marc8[i].getBytes(ISO_8859_1);
            assertThat(CodecCases.nfc(TextCodec.MARC_8.decode(bytes, 0, bytes.length)))
                    .as("line %d", i + 1)
                    .isEqualTo(CodecCases.nfc(utf8[i]));
            assertThat(TextCodec.MARC_8.firstUndecodable(bytes, 0, bytes.length))
                    .isEqualTo(-1);
        }
    }

    @Test
    void allComeBackAndAllButAFewToTheByte() {
        TreeSet<Integer> differing = new TreeSet<>();
        for (int i = 0; i < LINES; i++) {
            byte[] bytes = marc8[i].getBytes(ISO_8859_1);
            String text = TextCodec.MARC_8.decode(bytes, 0, bytes.length);
            byte[] again = TextCodec.MARC_8.encode(text);
            assertThat(TextCodec.MARC_8.decode(again, 0, again.length))
                    .as("line %d", i + 1)
                    .isEqualTo(text);
            if (!marc8[i].equals(new String(again, ISO_8859_1))) {
                differing.add(i + 1);
                String lower = marc8[i].replace("'a_", "'L{").replace("(;}", "!58");
                assertThat(i + 1 == SIGNS || lower.equals(new String(again, ISO_8859_1)))
                        .as("line %d", i + 1)
                        .isTrue();
            }
        }
        TreeSet<Integer> expected = new TreeSet<>(OTHER_CODE);
        expected.add(SIGNS);
        assertThat(differing).isEqualTo(expected);
    }

    @Test
    void theUnicodeLinesAreEncodedToTheSameText() {
        for (int i = 0; i < LINES; i++) {
            byte[] bytes = TextCodec.MARC_8.encode(utf8[i]);
            assertThat(CodecCases.nfc(TextCodec.MARC_8.decode(bytes, 0, bytes.length)))
                    .as("line %d", i + 1)
                    .isEqualTo(CodecCases.nfc(utf8[i]));
        }
    }
}
