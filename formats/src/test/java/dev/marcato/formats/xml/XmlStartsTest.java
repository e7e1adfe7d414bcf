// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.io.StartScanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where much is there to look at, most of it is passed over; where little is, each markup is judged. Both find the same. */
class XmlStartsTest {
    private static final int LONGEST = 62;
    private static final String[] TOKENS = {
        "<record>",
        "<m:record ",
        "<a:b:record>",
        "<r>",
        "<m:r ",
        "<record",
        "</record>",
        "<recordData>",
        "<s:recordData>",
        "</s:recordData>",
        "&lt;record>",
        "&lt;m:record&gt;",
        "&amp;",
        "<subfield code=\"a\">",
        "</subfield>",
        ":record ",
        ":r",
        "8r",
        ">r",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?p ",
        "?>",
        "<?",
        "<!",
        "<!DOCTYPE a [",
        "]>",
        "'",
        "\"",
        "<",
        ":",
        "r",
        " ",
        "x".repeat(70),
        "<" + "y".repeat(50) + ":record>",
        "<" + "y".repeat(60) + ":record>",
        "\u00E9:record>",
        "<\u00E9:record>",
        "text without markup "
    };

    static LongStream seeds() {
        return LongStream.range(0, 3000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheSameInLargePortionsAndInSmallOnes(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(60); count > 0; count--) {
            text.append(TOKENS[random.nextInt(TOKENS.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Dialect dialect = random.nextInt(4) == 0 ? Dialect.TURBOMARC : Dialect.MARCXML;

        List<Integer> once = starts(dialect, bytes, bytes.length);
        assertThat(starts(dialect, bytes, 5)).as("%s", text).isEqualTo(once);
        assertThat(starts(dialect, bytes, 1 + random.nextInt(200)))
                .as("%s", text)
                .isEqualTo(once);
    }

    private static List<Integer> starts(Dialect dialect, byte[] bytes, int portion) {
        List<Integer> found = new ArrayList<>();
        StartScanner scanner = new XmlStarts(dialect, LONGEST);
        int from = 0;
        int to = 0;
        while (to < bytes.length) {
            to = Math.min(bytes.length, to + portion);
            int start = scanner.next(bytes, from, to, to == bytes.length);
            while (start != StartScanner.NONE) {
                found.add(start);
                from = scanner.passed();
                start = scanner.next(bytes, from, to, to == bytes.length);
            }
            from = scanner.passed();
        }
        return found;
    }
}
