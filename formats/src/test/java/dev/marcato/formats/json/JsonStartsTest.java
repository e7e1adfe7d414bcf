// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.formats.FormatReading;
import dev.marcato.formats.Mutations;
import dev.marcato.io.StartScanner;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight bytes at a time and one at a time, the same starts are found, whatever the text is. */
class JsonStartsTest {
    private static final String SIGNIFICANT = "{}[]\",:\\ \nlfcd\u0000é";
    /** So few bytes at once are looked at one by one. */
    private static final int ONE_BY_ONE = 64;

    /** @param most so many bytes are given at once */
    private static List<Integer> starts(byte[] bytes, int most) {
        JsonStarts scanner = new JsonStarts();
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        while (true) {
            int to = (int) Math.min(bytes.length, (long) at + most);
            int start = scanner.next(bytes, at, to, to == bytes.length);
            at = scanner.passed();
            if (start != StartScanner.NONE) {
                starts.add(start);
            } else if (to == bytes.length) {
                return starts;
            }
        }
    }

    private static void assertSame(byte[] bytes, String what) {
        List<Integer> expected = starts(bytes, ONE_BY_ONE);
        assertThat(starts(bytes, Integer.MAX_VALUE)).as(what).isEqualTo(expected);
        assertThat(starts(bytes, 3 * ONE_BY_ONE)).as(what).isEqualTo(expected);
    }

    private static byte[] document(List<MarcRecord> records, boolean indented, String first) {
        byte[] bytes = FormatReading.write(
                new JsonFormat(), records, new ArrayList<>(), builder -> builder.indented(indented));
        return new String(bytes, UTF_8)
                .replace("\"leader\":", first + "\"leader\":")
                .getBytes(UTF_8);
    }

    /** @param first what stands before the first member of each record */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"false, ``", "true, ``", "false, `\"id\":1,`", "true, `\"id\": \"[{\",`"})
    void damagedOrNot(boolean indented, String first) {
        for (int seed = 1; seed <= 200; seed++) {
            Dice dice = Dice.of(seed);
            List<MarcRecord> records = FormatReading.iso2709(
                    TestRecord.toFile(RecordGenerator.seeded(seed).manyScripts().records(4)));
            byte[] bytes = document(records, indented, first);
            assertThat(starts(bytes, Integer.MAX_VALUE)).hasSize(4);
            assertSame(bytes, "seed " + seed);
            for (int step = 0; step < 50; step++) {
                byte[] damaged = bytes;
                for (int damages = dice.between(1, 6); damages > 0; damages--) {
                    damaged = Mutations.within(damaged, 0, damaged.length, SIGNIFICANT, dice);
                }
                assertSame(damaged, "seed " + seed + ", step " + step);
            }
        }
    }

    /** Brackets, quotes and backslashes in every constellation of a few bytes, at every place in a word. */
    @Test
    void bracketsInAndOutsideStrings() {
        String alphabet = "{}[]\"\\,:x|<";
        for (int seed = 1; seed <= 2_000; seed++) {
            Dice dice = Dice.of(seed);
            StringBuilder text = new StringBuilder("[{\"leader\":\"\",\"fields\":[");
            for (int i = dice.between(40, 200); i > 0; i--) {
                text.append(dice.chance(1, 3) ? 'x' : dice.pick(alphabet));
            }
            text.append("]},{\"leader\":\"").append("x".repeat(90)).append("\"},{\"other\":1}]");
            assertSame(text.toString().getBytes(UTF_8), "seed " + seed);
        }
    }
}
