// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.formats.FormatReading;
import dev.marcato.io.Format;
import dev.marcato.testkit.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Commas and brackets around records: each that is missing or too many is told with its place, and costs no record. */
class PunctuationTest {
    private static final Format DOCUMENT = new JsonFormat();
    private static final Format LINES = new NdjsonFormat();

    private static String record(int number) {
        return "{\"leader\":\"00000nam a2200000   4500\",\"fields\":[{\"001\":\"" + number + "\"}]}";
    }

    /** The text of a shape in which each @ is a record. */
    private static String text(String shape) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (char each : shape.replace("<LF>", "\n").toCharArray()) {
            text.append(each == '@' ? record(++number) : String.valueOf(each));
        }
        return text.toString();
    }

    private static long count(String shape) {
        return shape.chars().filter(each -> each == '@').count();
    }

    private static FormatReading everyWay(Format format, String shape) {
        FormatReading reading = FormatReading.everyWay(format, text(shape).getBytes(UTF_8), 1);
        assertThat(reading.records()).as(shape).hasSize((int) count(shape));
        return reading;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[@,@]",
                "\uFEFF [ @ ,<LF>@<LF>]<LF>",
                "[@]<LF>[@,@]",
                "[]",
                "@",
                "@@",
                "@ @<LF>",
                "@<LF>@<LF>@<LF>",
                "{\"records\":[@,@]}",
                "{\"total\":2,\"page\":{\"records\":[@,@],\"x\":[]},\"facets\":[{\"a\":1},{\"b\":[2]}]}",
                "{\"records\":[],\"total\":0}",
                "{\"docs\":[@,@],\"more\":null}",
                "{\"sourceRecords\":[{\"id\":1,\"parsedRecord\":{\"content\":@},\"n\":[1,{\"a\":{}}]},{\"parsedRecord\":{\"content\":@}}],\"total\":2}",
                "[{\"record\":@},{\"record\":@,\"x\":1}]",
                "[{\"records\":[@,@],\"total\":2},{\"records\":[@]}]",
                "{\"records\":[@,@]}<LF>{\"records\":[@]}<LF>",
                "{\"total\":1,\"records\":[@],\"x\":[1]}{\"x\":{},\"records\":[@,@]}",
                "{\"records\":[]}{\"records\":[@]}",
                "{\"page\":{\"records\":[@]},\"total\":1}<LF>{\"page\":{\"records\":[@]}}",
            })
    void whatIsRightIsClean(String shape) {
        assertThat(everyWay(DOCUMENT, shape).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@<LF>@<LF>",
                "@",
                "<LF>@<LF><LF> @",
                "{\"id\":1,\"content\":{\"x\":@,\"y\":2}}<LF>@",
                "[@, @]<LF>@"
            })
    void linesThatAreRightAreClean(String shape) {
        assertThat(everyWay(LINES, shape).diagnostics()).isEmpty();
    }

    /** The place is that of the sign behind the last bar in the shape, which is taken out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[@,@|; the text ends in an array",
                "[@,@| <LF>; the text ends in an array",
                "[@,|; the text ends in an array",
                "[@,@,|<LF>; the text ends in an array",
                "[|; the text ends in an array",
                "[@| @]; a comma is missing",
                "[@|@]; a comma is missing",
                "[@,@|<LF>@,@]; a comma is missing",
                "[@,|,@]; a comma too many",
                "[@ , |, @]; a comma too many",
                "[|,@]; a comma too many",
                "[@|,]; a comma too many",
                "[@]|]; \"]\" without \"[\"",
                "[@] |]<LF>; \"]\" without \"[\"",
                "[@]| @]; a record behind the end of the array",
                "[@]|,; a comma too many",
                "[@]| \"x\":3; text behind the end of the array",
                "[@,|[@]; an array in an array",
                "[@| [@]; a comma is missing",
                "[{\"record\":@}| {\"record\":@}]; a comma is missing",
                "[{\"record\":@| \"x\":1},{\"record\":@}]; a comma is missing",
                "[{\"record\":@},{\"record\":@}|; the text ends in an array",
                "@|]; \"]\" without \"[\"",
                "@<LF>@<LF>|]; \"]\" without \"[\"",
                "@|,@; a comma outside of an array",
                "{\"records\":[@| @]}; a comma is missing",
                "{\"records\":[@,@|; the text ends in an array",
                "{\"records\":[@,|; the text ends in an array",
                "{\"records\":[@]|; the text ends in an object",
                "{\"records\":[@],\"n\":1|; the text ends in an object",
            })
    void oneSignTooManyOrTooFew(String marked, String found) {
        String shape = marked.replace("|", "");
        FormatReading reading = everyWay(DOCUMENT, shape);

        assertThat(reading.codes()).as("%s", reading.diagnostics()).containsExactly(DiagnosticCode.MARKUP_REPAIRED);
        Diagnostic only = reading.diagnostics().get(0);
        assertThat(only.found()).isEqualTo(found);
        assertThat(only.location().byteOffset())
                .isEqualTo(text(marked.substring(0, marked.indexOf('|'))).getBytes(UTF_8).length);
        assertThat(reading.summary().clean()).isEqualTo(count(shape));
        assertThat(reading.summary().rejectedBytes()).isZero();
    }

    /** No array holds records in another one, and a file of that kind is not read in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"[[@,@]]", "[[@],[@]]", "[[@],@]", "[ [ @", "[@,[@]]"})
    void arraysInArraysAreTold(String shape) {
        FormatReading reading = everyWay(DOCUMENT, shape);

        assertThat(reading.codes())
                .contains(DiagnosticCode.MARKUP_REPAIRED)
                .doesNotContain(DiagnosticCode.MARKUP_BROKEN);
        assertThat(reading.summary().clean()).isEqualTo(count(shape));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "@,<LF>@; a comma outside of an array; 1",
                "@<LF>[@,@<LF>@; the text ends in an array; 2",
                "@<LF>[@ @]<LF>; a comma is missing; 2",
                "@]<LF>@; \"]\" without \"[\"; 1",
            })
    void linesAreReadByThemselves(String shape, String found, int line) {
        FormatReading reading = everyWay(LINES, shape);

        assertThat(reading.diagnostics()).singleElement().satisfies(only -> {
            assertThat(only.code()).isEqualTo(DiagnosticCode.MARKUP_REPAIRED);
            assertThat(only.found()).isEqualTo(found);
            assertThat(only.location().line()).isEqualTo(line);
        });
    }

    /** However little is known of a source, what is due in it is not taken for something else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[@,@]; ARRAY",
                "<LF> [ ]; ARRAY",
                "@<LF>@; NOTHING",
                "{ \"id\" : \"[{\\\"records\\\":[\" , \"fields\" : [ {\"001\":\"x\"}]}; NOTHING",
                "{\"page\":{\"n\":[1],\"sourceRecords\" : [@]}}; ENVELOPE",
                "{\"leader\":\"x\",\"fields\":[],\"more\":{\"records\":[1,2]}}; NOTHING",
                "{\"fields\":[\"id\"],\"records\":[@]}; ENVELOPE",
                "{\"leader\":7,\"records\":[@]}; ENVELOPE",
                "{\"id\":1,\"parsedRecord\":{\"content\":@}}; UNKNOWN",
                "{\"docs\":[@]}; UNKNOWN",
                "x; UNKNOWN",
            })
    void headTellsWhatRecordsStandIn(String shape, Surroundings expected) {
        byte[] head = text(shape).getBytes(UTF_8);
        assertThat(Surroundings.of(head, head.length)).isEqualTo(expected);
        for (int length = 0; length < head.length; length++) {
            assertThat(Surroundings.of(head, length)).as("%d bytes", length).isIn(expected, Surroundings.UNKNOWN);
        }
    }

    /** What is told is about the surroundings: no policy makes a record pay for it. */
    @ParameterizedTest
    @ValueSource(strings = {"STRICT", "SKIP", "REPAIR"})
    void noPolicyLeavesOutARecord(ErrorPolicy policy) {
        List<Diagnostic> heard = new ArrayList<>();
        try (MarcReader reader = MarcReader.builder()
                .format(DOCUMENT)
                .onError(policy)
                .listener(heard::add)
                .of(text("[@ @,,@").getBytes(UTF_8))) {
            assertThat(reader.stream()).hasSize(3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(heard)
                .extracting(Diagnostic::found)
                .containsExactly("a comma is missing", "a comma too many", "the text ends in an array");
        assertThat(heard.get(0).location().recordNumber()).isEqualTo(1);
    }

    @Test
    void damageIsToldOnce() {
        String broken = record(2).replace("]}", "");
        FormatReading reading = FormatReading.everyWay(
                DOCUMENT, ("[" + record(1) + "," + broken + ",\n" + record(3) + "]").getBytes(UTF_8), 1);

        assertThat(reading.records()).hasSize(2);
        assertThat(reading.codes()).containsExactly(DiagnosticCode.MARKUP_BROKEN);
    }

    @Test
    void runOfCommasIsBounded() {
        FormatReading reading = FormatReading.of(
                DOCUMENT, text("[@" + ",".repeat(10_000) + "@]").getBytes(UTF_8));

        assertThat(reading.records()).hasSize(2);
        assertThat(reading.codes()).hasSize(101).endsWith(DiagnosticCode.MORE_DIAGNOSTICS);
    }

    /** An independent parser takes a document if and only if nothing is told of it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void toldIsWhatAnotherParserRefuses(int seed) {
        Dice dice = Dice.of(seed);
        int right = 0;
        for (int step = 0; step < 150; step++) {
            StringBuilder shape = new StringBuilder(dice.chance(3, 4) ? "[@" : "@");
            for (int i = dice.between(1, 4); i > 0; i--) {
                shape.append(dice.chance(2, 3) ? (shape.charAt(0) == '[' ? ", " : "\n") : gap(dice))
                        .append('@');
            }
            shape.append(dice.chance(2, 3) ? (shape.charAt(0) == '[' ? "]" : "\n") : gap(dice));
            boolean expected = isRight(shape.toString());
            right += expected ? 1 : 0;
            FormatReading reading = everyWay(DOCUMENT, shape.toString());
            assertThat(reading.diagnostics().isEmpty())
                    .as("seed %d, step %d: %s: %s", seed, step, shape, reading.diagnostics())
                    .isEqualTo(expected);
        }
        assertThat(right).isBetween(10, 140);
    }

    private static String gap(Dice dice) {
        StringBuilder gap = new StringBuilder();
        for (int i = dice.between(0, 3); i > 0; i--) {
            gap.append(dice.pick(",] \n"));
        }
        return gap.toString();
    }

    /** Whether it is one array, or any number of records. */
    private static boolean isRight(String shape) {
        int arrays = 0;
        int objects = 0;
        int depth = 0;
        try (JsonParser parser = new JsonFactory().createParser(text(shape).getBytes(UTF_8))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                arrays += depth == 0 && token == JsonToken.START_ARRAY ? 1 : 0;
                objects += depth == 0 && token == JsonToken.START_OBJECT ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return arrays == 0 || objects == 0;
        } catch (JacksonException e) {
            return false;
        }
    }
}
