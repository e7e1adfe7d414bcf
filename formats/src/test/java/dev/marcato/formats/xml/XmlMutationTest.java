// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.formats.Cut;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A valid document with one record damaged: the account adds up, and the others come out as they are. */
class XmlMutationTest {
    private static final String[] INSERTS = {
        "<",
        ">",
        "&",
        "\"",
        "'",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?x",
        "</",
        "<a>",
        "/>",
        "&#31;",
        "\u001F",
        "\u0000",
        "&lt;record",
        "<recordData>",
        "</record>",
        "<!DOCTYPE",
        "</subfield>",
        "\u00E9"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neighboursAreUndamaged(long seed) {
        Random random = new Random(seed);
        List<MarcRecord> records = Samples.generated(seed, 5);
        byte[] document = Samples.written(records, seed % 2 == 0);
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("<leader", text.indexOf("<record>", text.indexOf("<record>") + 1));
        int to = text.indexOf("</record>", from);
        for (int round = 0; round < 250; round++) {
            byte[] damaged = document;
            int end = to;
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int before = damaged.length;
                damaged = edited(damaged, from, end, random);
                end = Math.max(from + 1, end + damaged.length - before);
            }
            List<Cut> cuts = XmlOracle.check(Samples.MARCXML, damaged, random.nextInt());
            List<MarcRecord> read = Cut.records(cuts);
            List<MarcRecord> neighbours = new ArrayList<>(records);
            neighbours.remove(1);
            assertThat(read.containsAll(neighbours))
                    .as("seed %d, round %d: %s", seed, round, Cuts.findings(cuts))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void anywhere(long seed) {
        Random random = new Random(seed);
        byte[] document = Samples.written(Samples.generated(seed, 3), false);
        for (int round = 0; round < 250; round++) {
            byte[] damaged = document;
            for (int edits = 1 + random.nextInt(8); edits > 0; edits--) {
                damaged = edited(damaged, 0, damaged.length, random);
            }
            if (random.nextInt(5) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
            }
            XmlOracle.check(Samples.MARCXML, damaged, random.nextInt());
        }
    }

    private static byte[] edited(byte[] bytes, int from, int to, Random random) {
        int at = from + random.nextInt(Math.max(1, to - from));
        int length = Math.min(to - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 3));
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[Math.min(at, bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> joined(bytes, at, Math.max(0, length), "");
            default -> joined(bytes, at, 0, INSERTS[random.nextInt(INSERTS.length)]);
        };
    }

    private static byte[] joined(byte[] bytes, int at, int drop, String insert) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(Cuts.bytes(insert));
        out.write(bytes, Math.min(bytes.length, at + drop), Math.max(0, bytes.length - at - drop));
        return out.toByteArray();
    }
}
