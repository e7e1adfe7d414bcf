// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.formats.FormatReading;
import dev.marcato.formats.Mutations;
import dev.marcato.io.Format;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small damage, by a seed: whatever it is, it costs the record that it is in, and no other. */
class JsonDamageTest {
    private static final String SIGNIFICANT = "{}[]\",:\\ \n\t0a\u0000\u001F";

    private static List<MarcRecord> records(long seed) {
        return FormatReading.iso2709(
                TestRecord.toFile(RecordGenerator.seeded(seed).records(7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void damageCostsItsRecord(int seed) {
        Dice dice = Dice.of(seed);
        List<MarcRecord> records = records(seed);
        for (Format format : List.of(new NdjsonFormat(), new JsonFormat())) {
            boolean indented = format instanceof JsonFormat && dice.chance(1, 2);
            byte[] bytes =
                    FormatReading.write(format, records, new ArrayList<>(), builder -> builder.indented(indented));
            List<Integer> starts = starts(bytes);
            for (int i = 0; i < 60; i++) {
                int hit = dice.between(1, records.size() - 2);
                // A record's own end and the next one's beginning are left alone: there two records would be hit.
                byte[] damaged = Mutations.within(
                        bytes, starts.get(hit) + 1, behind(bytes, starts.get(hit + 1)), SIGNIFICANT, dice);
                FormatReading reading = i % 6 == 0
                        ? FormatReading.everyWay(format, damaged, seed * 1000L + i)
                        : FormatReading.of(format, damaged);
                List<MarcRecord> others = new ArrayList<>(records);
                others.remove(hit);
                assertThat(reading.records())
                        .as("seed %d, step %d, record %d hit, %s", seed, i, hit, format.name())
                        .containsAll(others);
            }
        }
    }

    /** Before the white space and the comma that precede the next record. */
    private static int behind(byte[] bytes, int next) {
        int at = next;
        while (bytes[at - 1] != '}') {
            at--;
        }
        return at - 1;
    }

    private static List<Integer> starts(byte[] bytes) {
        List<Integer> starts = new ArrayList<>();
        String text = new String(bytes, UTF_8);
        assertThat(text.getBytes(UTF_8)).isEqualTo(bytes);
        byte[] leader = "\"leader\"".getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '{') {
                int name = at + 1;
                while (bytes[name] == ' ' || bytes[name] == '\n') {
                    name++;
                }
                if (Arrays.equals(
                        leader, 0, leader.length, bytes, name, Math.min(bytes.length, name + leader.length))) {
                    starts.add(at);
                }
            }
        }
        return starts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void anythingIsReadTheSameInEveryWay(int seed) {
        Dice dice = Dice.of(seed, 7);
        String shapes = "{\"records\":[%s]}|[%s]|%s|{\"a\":1,\"b\":{\"x\":%s}}";
        for (int i = 0; i < 12; i++) {
            byte[] lines = FormatReading.write(
                    new NdjsonFormat(), records(seed + i).subList(0, 3), new ArrayList<>(), UnaryOperator.identity());
            String shape = dice.pick(Arrays.asList(shapes.split("\\|")));
            byte[] bytes = String.format(
                            shape, new String(lines, UTF_8).strip().replace("}\n{", dice.chance(1, 2) ? "},{" : "}\n{"))
                    .getBytes(UTF_8);
            for (int edits = dice.below(6); edits > 0; edits--) {
                bytes = Mutations.within(bytes, 0, bytes.length, SIGNIFICANT, dice);
            }
            FormatReading.everyWay(new JsonFormat(), bytes, seed * 100L + i);
            FormatReading.everyWay(new NdjsonFormat(), bytes, seed * 100L + i);
        }
    }
}
