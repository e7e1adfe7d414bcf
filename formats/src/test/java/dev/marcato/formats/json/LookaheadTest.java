// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.FormatReading;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Dice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However brackets are nested or lost, a stretch is looked through a bounded number of times. */
class LookaheadTest {
    private static final String RECORD = "{\"leader\":\"00000nam a2200000   4500\",\"fields\":[{\"001\":\"x\"}]}";

    /** How many bytes are looked through in a stretch, which may have one look more than it is worth, over its length. */
    private static long looked(String text, Surroundings surroundings, boolean startsRecord) {
        byte[] bytes = text.getBytes(UTF_8);
        CutSettings settings = new CutSettings("x", ReadLimits.DEFAULT, null, null);
        JsonStretches stretches = new JsonStretches(settings, surroundings, false);
        List<Piece> pieces = new ArrayList<>();
        stretches.readLast(bytes, 0, bytes.length, 0, startsRecord, pieces::add);
        assertThat(pieces.stream().mapToInt(Piece::length).sum()).isEqualTo(bytes.length);
        assertThat(stretches.looked()).as(text.substring(0, 20)).isLessThan((Lookahead.MOST + 4L) * bytes.length);
        return stretches.looked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":",
                "{\"a\":[",
                "{\"a\":[{\"b\":1},",
                "\"a\":[",
                "\"a\":[{},",
                "[{\"a\":",
                "{\"leader\":{\"a\":",
                "{\"a\":{\"fields\":",
                "{\"a\":[],",
                "{\"a\":[}",
                "{\"records\":[",
                "{",
                "{\"",
                "{\"a\":\"",
                "\"a\":{\"b\":\"}\",",
                "{\"a\":[x\"{\"b\":1}\",",
            })
    void workGrowsAsTheTextDoes(String unit) {
        for (Surroundings each : Surroundings.values()) {
            for (String end : List.of(
                    "", ":", ",", "[", "x", " ".repeat(5_000) + ",", ",\"leader\":\"\"", ":" + " ".repeat(20_000))) {
                long once = looked("{\"a\":[" + unit.repeat(5_000) + end, each, true);
                long twice = looked("{\"a\":[" + unit.repeat(10_000) + end, each, true);
                assertThat(twice).as("%s, then %s", unit, end).isLessThan(once * 5 / 2 + 100_000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void workIsBoundedWhateverTheTextIs(int seed) {
        Dice dice = Dice.of(seed);
        List<String> words = List.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\"a\":",
                "\"leader\":",
                "\"records\":[",
                "x",
                " ",
                "{\"a\":[",
                "{}");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("{\"a\":[{\"a\":{\"leader\":[");
            List<String> some = List.of(dice.pick(words), dice.pick(words), dice.pick(words), dice.pick(words));
            for (int n = 2_000; n > 0; n--) {
                text.append(dice.pick(some));
            }
            looked(
                    text.append(dice.pick(List.of(":", ",", "[", "x"))).toString(),
                    Surroundings.UNKNOWN,
                    dice.chance(1, 2));
        }
    }

    /** What a program opened two hundred thousand times is not looked through from each brace, and is told once. */
    @Test
    void braceAfterBraceIsToldWithItsPlace() {
        FormatReading reading =
                FormatReading.of(new JsonFormat(), "{\"a\":".repeat(200_000).getBytes(UTF_8));

        // What has no line break looks like lines.
        assertThat(reading.codes()).containsExactly(DiagnosticCode.MARKUP_BROKEN, DiagnosticCode.NOT_MARC);
        assertThat(reading.diagnostics().get(0).found()).contains("nested more than 512 deep");
        assertThat(reading.summary().rejectedBytes()).isGreaterThan(999_000);
    }

    @Test
    void sixteenObjectsAroundARecordAreAnEnvelopeAndNoMore() {
        for (int depth : new int[] {1, 15, 16, 17}) {
            String text = "{\"id\":1,\"a\":".repeat(depth)
                    + RECORD.replace("{\"leader\"", "{\"id\":1,\"leader\"")
                    + "}".repeat(depth);
            FormatReading reading = FormatReading.everyWay(new JsonFormat(), text.getBytes(UTF_8), depth);
            assertThat(reading.records()).as("%d deep", depth).hasSize(depth <= 16 ? 1 : 0);
            assertThat(reading.codes().get(0))
                    .isEqualTo(depth <= 16 ? DiagnosticCode.CONTENT_PASSED_OVER : DiagnosticCode.MARKUP_BROKEN);
        }
    }
}
