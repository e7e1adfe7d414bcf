// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records with anything in their fields, edited at random, against a plain list of tags and bytes. */
class RecordRoundTripTest {
    private static final String[] TAGS = {"001", "008", "100", "245", "500", "650", "650", "880", "CAT", "\u00E9\u0001 "
    };
    private static final int[] SPECIAL = {0x1F, 0x1F, 0x1F, 0x1E, 0x1B, 0x00, 'a', '0', 0xC3, 0xA9, 0xE2, 0xFF};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsWrittenIsReadBackEqual(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            String place = "seed " + seed + ", round " + round;
            List<TestField> fields = randomFields(random);
            MarcRecord record =
                    Records.parse(TestRecord.of(randomLeader(random), fields).toIso2709());
            RecordEditor editor = record.edit();
            List<TestField> expected = edit(editor, new ArrayList<>(fields), random);
            MarcRecord edited = editor.build();

            assertThat(contents(edited)).as(place).isEqualTo(expected);
            byte[] written = write(edited);
            assertThat(TestRecord.parse(written).get(0).fields()).as(place).isEqualTo(expected);
            MarcRecord again = Records.parse(written);
            assertThat(again).as(place).isEqualTo(edited).hasSameHashCodeAs(edited);
            assertThat(again.toString().substring(28))
                    .as(place)
                    .isEqualTo(edited.toString().substring(28));
            assertThat(edited.toString().codePoints()).as(place).allMatch(c -> c == '\n' || c >= 0x20 && c != 0x7F);
        }
    }

    private static List<TestField> edit(RecordEditor editor, List<TestField> fields, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> {
                editor.remove("65.");
                fields.removeIf(field -> field.tag().startsWith("65"));
            }
            case 1 -> {
                editor.rename("500", "590");
                fields.replaceAll(field -> field.tag().equals("500") ? field.withTag("590") : field);
            }
            case 2 -> {
                editor.add(DataField.of("999", '1', ' ').with('a', "new"));
                fields.add(TestField.of("999", "1 \u001Fanew"));
            }
            case 3 -> {
                editor.replace("245", title -> title.with('h', "medium"));
                fields.replaceAll(field -> field.tag().equals("245") ? withMedium(field) : field);
            }
            default -> editor.leader(5, 'd');
        }
        return fields;
    }

    private static TestField withMedium(TestField field) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(field.content());
        bytes.writeBytes(TestField.of("245", "\u001Fhmedium").content());
        return field.withContent(bytes.toByteArray());
    }

    private static List<TestField> contents(MarcRecord record) {
        return record.fields().stream()
                .map(field -> TestField.of(field.tag(), field.bytes().toByteArray()))
                .toList();
    }

    private static byte[] write(MarcRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.to(out)) {
            writer.write(record);
        }
        return out.toByteArray();
    }

    private static String randomLeader(Random random) {
        String map = random.nextBoolean() ? "4500" : random.nextBoolean() ? "450 " : "    ";
        return "00000nam " + (random.nextBoolean() ? "a" : " ") + "2200000   " + map;
    }

    private static List<TestField> randomFields(Random random) {
        List<TestField> fields = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[random.nextInt(random.nextInt(20) == 0 ? 9_998 : 40)];
            for (int at = 0; at < content.length; at++) {
                boolean special = random.nextInt(4) == 0;
                content[at] = (byte) (special ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextInt(0x20, 0x7F));
            }
            fields.add(TestField.of(TAGS[random.nextInt(TAGS.length)], content));
        }
        return fields;
    }
}
