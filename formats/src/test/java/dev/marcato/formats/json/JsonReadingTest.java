// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.FormatReading;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of JSON, right, odd and broken. */
class JsonReadingTest {
    private static final String LEADER = "00000nam a2200000   4500";
    private static final Format LINES = new NdjsonFormat();
    private static final Format DOCUMENT = new JsonFormat();

    private static FormatReading lines(String text) {
        return FormatReading.everyWay(LINES, text.getBytes(UTF_8), 1);
    }

    private static FormatReading document(String text) {
        return FormatReading.everyWay(DOCUMENT, text.getBytes(UTF_8), 1);
    }

    /** A record with one field, given as JSON. */
    private static String record(String field) {
        return "{\"leader\":\"" + LEADER + "\",\"fields\":[" + field + "]}";
    }

    private static MarcRecord only(FormatReading reading) {
        assertThat(reading.records()).as("%s", reading.diagnostics()).hasSize(1);
        return reading.records().get(0);
    }

    private static String shown(MarcRecord record) {
        return record.toString().replace("LDR " + LEADER + "\n", "");
    }

    @Test
    void recordIsReadWithOrderAndRepetitions() {
        FormatReading reading = lines(record(
                        "{\"001\":\"x\"},{\"650\":{\"ind1\":\" \",\"ind2\":\"0\",\"subfields\":[{\"a\":\"A\"},"
                                + "{\"x\":\"B\"},{\"x\":\"C\"},{\"a\":\"D\"}]}},{\"100\":{\"ind1\":\"1\",\"ind2\":\" \",\"subfields\":[]}}")
                + "\n");
        MarcRecord record = only(reading);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(record.leader().toString()).isEqualTo(LEADER);
        assertThat(record.fields()).extracting(field -> field.tag()).containsExactly("001", "650", "100");
        assertThat(record.fields().get(1).bytes().toByteArray())
                .isEqualTo(" 0\u001FaA\u001FxB\u001FxC\u001FaD".getBytes(UTF_8));
        assertThat(record.fields().get(2).bytes().toByteArray()).isEqualTo("1 ".getBytes(UTF_8));
    }

    @Test
    void membersMayStandInAnyOrder() {
        FormatReading reading = lines(
                "{\"fields\":[{\"245\":{\"subfields\":[{\"a\":\"T\"}],\"ind2\":\"0\",\"ind1\":\"1\"}}],\"leader\":\""
                        + LEADER + "\"}");

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(shown(only(reading))).isEqualTo("245 10 $a T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"245\":{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":{\"a\":\"T\",\"b\":[\"U\",\"V\"]}}}",
                "{\"245\":{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"code\":\"a\",\"value\":\"T\"},{\"data\":\"U\",\"code\":\"b\"},{\"b\":\"V\"}]}}",
                "{\"245\":[{\"ind\":\"10\",\"subfield\":[{\"a\":\"T\",\"b\":\"U\"},{\"b\":\"V\"}]}]}"
            })
    void otherShapesOfAField(String field) {
        FormatReading reading = lines(record(field));

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(only(reading).fields().get(0).bytes().toByteArray())
                .isEqualTo("10\u001FaT\u001FbU\u001FbV".getBytes(UTF_8));
    }

    @Test
    void fieldsMayBeOneObjectWithRepeatedNames() {
        FormatReading reading = document("{\"leader\":\"" + LEADER
                + "\",\"fields\":{\"001\":\"x\",\"650\":{\"ind1\":\" \",\"ind2\":\"0\",\"subfields\":[{\"a\":\"A\"}]},"
                + "\"650\":{\"ind1\":\" \",\"ind2\":\"1\",\"subfields\":[{\"a\":\"B\"}]}}}");

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(only(reading).values("650", 'a')).containsExactly("A", "B");
    }

    @Test
    void controlfieldAndDatafield() {
        FormatReading reading =
                document("{\"leader\":\"" + LEADER + "\",\"controlfield\":[{\"tag\":\"001\",\"data\":\"x\"},"
                        + "{\"data\":\"y\",\"tag\":\"003\"}],\"datafield\":{\"tag\":\"245\",\"ind\":\"10\","
                        + "\"subfield\":{\"code\":\"a\",\"data\":\"T\"}}}");

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(shown(only(reading))).isEqualTo("001 x\n003 y\n245 10 $a T");
    }

    @Test
    void namesWithoutQuotesAndAMissingComma() {
        FormatReading reading = document(
                "{leader:\"" + LEADER + "\",controlfield:[{ tag : \"001\", data : \"x\" }]datafield :[{tag : \"245\", "
                        + "ind : \"10\",subfield :[{ code : \"a\", data : \"T\" }]}]}");

        assertThat(reading.codes()).containsExactly(DiagnosticCode.MARKUP_REPAIRED, DiagnosticCode.MARKUP_REPAIRED);
        assertThat(shown(only(reading))).isEqualTo("001 x\n245 10 $a T");
    }

    @Test
    void envelopeOfFolioIsFiller() {
        String content = "{\"fields\":[{\"001\":\"x\"}],\"leader\":\"" + LEADER + "\"}";
        String item =
                "{\"id\":\"1\",\"rawRecord\":{\"content\":\"{\\\"leader\\\":\\\"\"},\"parsedRecord\":{\"id\":\"1\",\"content\":"
                        + content
                        + ",\"formattedContent\":\"LEADER\"},\"deleted\":false,\"order\":0,\"externalIdsHolder\":{\"instanceId\":\"2\",\"list\":[{\"a\":1}]}}";
        for (FormatReading reading : List.of(
                lines(item + "\n" + item + "\n"),
                document("{\"sourceRecords\":[" + item + ",\n" + item + "],\"totalRecords\":2}"),
                document("[" + item + "," + item + "]"))) {
            assertThat(reading.diagnostics()).isEmpty();
            assertThat(reading.records()).hasSize(2);
            assertThat(reading.summary().rejectedBytes()).isZero();
            assertThat(reading.summary().recordBytes()).isEqualTo(2L * content.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s,%s]",
                "%s%s",
                "%s\n%s\n",
                "{\"records\":[%s,%s]}",
                "{\"total\":2,\"page\":{\"records\":[%s,%s]},\"facets\":[{\"a\":1},{\"b\":2}]}",
                "{\"docs\":[%s,%s],\"more\":null}",
                "\uFEFF[ %s ,\r\n %s ]\r\n"
            })
    void documentsOfManyShapes(String shape) {
        String first = "{\"id\":7," + record("{\"001\":\"x\"}").substring(1);
        String second = record("{\"001\":\"y\"}");
        FormatReading reading = document(String.format(shape, second, first));
        FormatReading turned = document(String.format(shape, first, second));

        assertThat(reading.records())
                .extracting(each -> each.controlNumber().orElse(""))
                .containsExactly("y", "x");
        assertThat(turned.records())
                .extracting(each -> each.controlNumber().orElse(""))
                .containsExactly("x", "y");
        assertThat(reading.codes()).containsExactly(DiagnosticCode.CONTENT_PASSED_OVER);
        assertThat(reading.summary().rejectedBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"records\":[],\"total\":0}", "[\n]\n", "{\"page\":{\"sourceRecords\":[ ]}}\n"})
    void nothingIsNoDamage(String text) {
        if (!text.contains("page")) {
            assertThat(document(text).diagnostics()).isEmpty();
        }
        assertThat(document(text).records()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"245\":{\"subfields\":[{\"a\":\"T\"}]}}                       | MARKUP_REPAIRED     | 245    $a T",
                "{\"245\":{\"ind1\":\"1\",\"ind2\":\"\",\"subfields\":[{\"a\":\"T\"}]}} | MARKUP_REPAIRED | 245 1  $a T",
                "{\"245\":{\"ind1\":1,\"ind2\":\"0\",\"subfields\":[{\"a\":\"T\"}]}}    | MARKUP_REPAIRED | 245 10 $a T",
                "{\"001\":12345678901234567890123456789}                     | MARKUP_REPAIRED     | 001 12345678901234567890123456789",
                "{\"001\":-1.5e+7}                                           | MARKUP_REPAIRED     | 001 -1.5e+7",
                "{\"001\":\"x\"},                                            | MARKUP_REPAIRED     | 001 x",
                "{\"001\":\"x\",}                                            | MARKUP_REPAIRED     | 001 x",
                "{\"001\":\"a\\'b\"}                                         | MARKUP_REPAIRED     | 001 a'b",
                "{\"001\":\"a\tb\"}                                          | MARKUP_REPAIRED     | 001 a\\x09b",
                "{\"001\":\"a\\ud83db\"}                                     | CHARACTER_FORBIDDEN | 001 a\uFFFDb",
                "{\"001\":\"a\\ude00\"}                                      | CHARACTER_FORBIDDEN | 001 a\uFFFD",
                "{\"245\":{\"ind1\":\"1\",\"ind2\":\"0\",\"note\":[1,{}],\"subfields\":[{\"a\":\"T\"}]}} | CONTENT_PASSED_OVER | 245 10 $a T",
            })
    void oddButCertain(String field, DiagnosticCode code, String expected) {
        for (FormatReading reading : List.of(lines(record(field)), document("[" + record(field) + "]"))) {
            assertThat(reading.codes()).containsExactly(code);
            assertThat(reading.summary().repaired()).isEqualTo(1);
            assertThat(shown(only(reading))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ind1\":\"\u00E9\",\"ind2\":\"0\"              | \u00E90 | indicator 1 has 2 bytes",
                "\"ind1\":\"1\",\"ind2\":\"\\u20ac\"             | 1\u20AC | indicator 2 has 3 bytes",
                "\"ind\":\"1\u00E9\"                             | 1\u00E9 | indicator 2 has 2 bytes",
                "\"ind2\":\"\u00E9\",\"ind1\":\"\\ud83d\\ude00\" | \uD83D\uDE00\u00E9 | indicator 2 has 2 bytes, indicator 1 has 4 bytes",
            })
    void indicatorOfSeveralBytesIsKeptAndTold(String indicators, String expected, String told) {
        String field = "{\"245\":{" + indicators + ",\"subfields\":[{\"a\":\"T\"}]}}";
        for (FormatReading reading : List.of(lines(record(field)), document("[" + record(field) + "]"))) {
            assertThat(reading.codes()).containsOnly(DiagnosticCode.MARKUP_REPAIRED);
            assertThat(reading.diagnostics()).extracting(Diagnostic::found).containsExactly(told.split(", "));
            assertThat(reading.diagnostics())
                    .extracting(each -> each.location().tag())
                    .containsOnly("245");
            assertThat(only(reading).fields().get(0).bytes().toByteArray())
                    .isEqualTo((expected + "\u001FaT").getBytes(UTF_8));
        }
    }

    @Test
    void escapes() {
        FormatReading reading = lines(record("{\"001\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\\u0000z\"}"));

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(only(reading).fields().get(0).bytes().toByteArray())
                .isEqualTo("\"\\/\b\f\n\r\té\uD83D\uDE00\0z".getBytes(UTF_8));
    }

    @Test
    void bytesThatAreNoTextStay() {
        byte[] bytes = record("{\"001\":\"a\u00FFb\u00C3\"}").getBytes(ISO_8859_1);
        FormatReading reading = FormatReading.everyWay(LINES, bytes, 1);

        assertThat(reading.codes()).containsExactly(DiagnosticCode.BYTE_UNDECODABLE, DiagnosticCode.BYTE_UNDECODABLE);
        assertThat(only(reading).fields().get(0).bytes().toByteArray())
                .isEqualTo("a\u00FFb\u00C3".getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"leader\":\"00000nam a22\",  | LEADER_INCOMPLETE   | 00000nam a22",
                "\"leader\":\"00000nam a2200000   4500xx\",  | LEADER_INCOMPLETE   | 00000nam a2200000   4500",
                "                              | LEADER_INCOMPLETE   | ``",
                "\"leader\":null,              | MARKUP_REPAIRED     | ``",
                "\"leader\":\"00000n\u00E9m a2200000   4500\", | CHARACTER_FORBIDDEN | 00000n m a2200000   4500",
            })
    void leaderThatIsNone(String member, DiagnosticCode code, String expected) {
        FormatReading reading = lines("{" + (member == null ? "" : member) + "\"fields\":[{\"001\":\"x\"}]}");

        assertThat(reading.codes()).contains(code);
        assertThat(only(reading).leader().toString()).isEqualTo(String.format("%-24s", expected));
    }

    @Test
    void thirdIndicatorWhereTheLeaderSaysSo() {
        String field = "{\"001\":{\"subfields\":[{\"a\":\"x\"}],\"ind1\":\"0\",\"ind2\":\"1\",\"ind3\":\"2\"}}";
        MarcRecord three = only(lines(record(field).replace("a22", "a32")));
        FormatReading two = lines(record(field));

        assertThat(three.fields().get(0).bytes().toByteArray()).isEqualTo("012\u001Fax".getBytes(UTF_8));
        assertThat(only(two).fields().get(0).bytes().toByteArray()).isEqualTo("01\u001Fax".getBytes(UTF_8));
        assertThat(two.codes()).containsExactly(DiagnosticCode.CONTENT_PASSED_OVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"001\":\"a\\u001fb\"}                 | VALUE_NOT_REPRESENTABLE",
                "{\"001\":\"a\\u001Db\"}                 | VALUE_NOT_REPRESENTABLE",
                "{\"001\":\"a\u001Eb\"}                  | VALUE_NOT_REPRESENTABLE",
                "{\"0011\":\"a\"}                        | VALUE_NOT_REPRESENTABLE",
                "{\"24\":\"a\"}                          | VALUE_NOT_REPRESENTABLE",
                "{\"24\u00E9\":\"a\"}                    | VALUE_NOT_REPRESENTABLE",
                "{\"245\":{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"ab\":\"T\"}]}} | VALUE_NOT_REPRESENTABLE",
                "{\"245\":{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"\":\"T\"}]}} | VALUE_NOT_REPRESENTABLE",
                "{\"245\":{\"ind1\":\"10\",\"ind2\":\"0\",\"subfields\":[{\"a\":\"T\"}]}} | VALUE_NOT_REPRESENTABLE",
                "{\"245\":{\"ind1\":\"1\",\"ind1\":\"2\",\"subfields\":[{\"a\":\"T\"}]}} | VALUE_NOT_REPRESENTABLE",
                "{\"245\":{\"ind\":\"1000\",\"subfields\":[{\"a\":\"T\"}]}} | VALUE_NOT_REPRESENTABLE",
                "{\"001\":{}                             | MARKUP_BROKEN",
                "{\"001\":[{\"a\":[]}                    | MARKUP_BROKEN",
                "{\"001\" \"x\"}                         | MARKUP_BROKEN",
                "{\"001\":\"\\x\"}                       | MARKUP_BROKEN",
                "{\"001\":\"\\u12\"}                     | MARKUP_BROKEN",
                "{\"001\":yes}                           | MARKUP_BROKEN",
                "{\"245\":{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"a\":{}}]}} | MARKUP_BROKEN",
                "[[[[[[{\"001\":\"x\"}]]]]]]             | MARKUP_BROKEN",
            })
    void brokenRecordCostsItself(String field, DiagnosticCode code) {
        String good = record("{\"001\":\"good\"}");
        String bad = record(field);
        FormatReading inLines = lines(good + "\n" + bad + "\n" + good + "\n");
        FormatReading inArray = document("[" + good + ",\n" + bad + ",\n" + good + "]\n");
        for (FormatReading reading : List.of(inLines, inArray)) {
            assertThat(reading.records())
                    .extracting(each -> each.controlNumber().orElse(""))
                    .containsExactly("good", "good");
            assertThat(reading.codes()).containsExactly(code);
            Diagnostic only = reading.diagnostics().get(0);
            assertThat(only.location().line()).isEqualTo(2);
            assertThat(only.location().byteOffset())
                    .isBetween((long) good.length(), (long) good.length() + bad.getBytes(UTF_8).length + 4);
            assertThat(new String(reading.rejects(), UTF_8)).startsWith(bad);
        }
        assertThat(new String(inLines.rejects(), UTF_8)).isEqualTo(bad);
    }

    @Test
    void placeIsThatOfTheDamage() {
        String line = record(
                "{\"001\":\"x\"},{\"245\":{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"a\":\"T\\u001f\"}]}}");
        Diagnostic found = lines("\n" + line).diagnostics().get(0);

        assertThat(found.location().line()).isEqualTo(2);
        assertThat(found.location().column()).isEqualTo(line.indexOf("\\u001f") + 1);
        assertThat(found.location().tag()).isEqualTo("245");
        assertThat(found.location().fieldNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"leader\":\"00000nam a2200000   4500\",\"fields\":[{\"001\":\"bad}]},",
                "{\"leader\":\"00000nam a2200000   4500,\"fields\":[{\"001\":\"bad\"}]},",
                "{\"leader\":\"00000nam a2200000   4500\",\"fields\":[{\"001\":\"bad\"},",
                "{\"leader\":\"00000nam a2200000   4500\",\"fields\":[{\"001\":\"ba\\",
                "{\"leader\":\"00000nam a2200000   4500\",\"fields\":[{\"001\":\"bad\"}]}}}]]],",
            })
    void unclosedStringOrBraceDoesNotSwallowTheRest(String bad) {
        String good = record("{\"001\":\"good\"}");
        String text = "[\n" + good + ",\n" + bad + "\n" + good + ",\n" + good + "\n]\n";
        FormatReading reading = document(text);

        assertThat(reading.records().stream()
                        .filter(each -> each.controlNumber().orElse("").equals("good")))
                .hasSize(3);
        assertThat(document(text.replace("\n{", "{")).records().stream()
                        .filter(each -> each.controlNumber().orElse("").equals("good")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"leader\":\"x",
                "{\"id\":1,\"fields\":[{\"001\":\"bad\"}",
                "{\"id\":1,\"leader\":x\","
            })
    void recordsThatBeginOtherwiseAreFoundByTheirLine(String bad) {
        String good = "{\"id\":1," + record("{\"001\":\"good\"}").substring(1);
        FormatReading reading = document("[\n" + good + ",\n" + bad + "\n" + good + ",\n" + good + "\n]\n");

        assertThat(reading.records()).hasSize(3);
        assertThat(reading.codes()).contains(DiagnosticCode.MARKUP_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}",
                "{}",
                "[{\"001\":\"x\"}]",
                "42",
                "\"text\"",
                "{\"a\":{\"b\":[",
                "{\"a\":\"b",
                "nonsense",
                "}{",
                "{\"errors\":[{\"message\":\"x\"}]}"
            })
    void whatIsNoRecordIsRejected(String text) {
        for (Format format : List.of(LINES, DOCUMENT)) {
            if (format == DOCUMENT && text.endsWith("[")) {
                continue;
            }
            FormatReading reading = FormatReading.everyWay(format, text.getBytes(UTF_8), 3);
            assertThat(reading.records()).isEmpty();
            assertThat(reading.rejects()).isNotEmpty();
            assertThat(reading.codes()).contains(DiagnosticCode.MARKUP_BROKEN);
        }
    }

    @Test
    void recordThatClosedEarlyIsNotReadInSilence() {
        FormatReading reading = document(
                "[{\"leader\":\"" + LEADER + "\"},\"fields\":[{\"001\":\"x\"}]},\n" + record("{\"001\":\"y\"}") + "]");

        assertThat(reading.codes()).contains(DiagnosticCode.MARKUP_BROKEN);
        assertThat(new String(reading.rejects(), UTF_8)).contains("\"001\":\"x\"");
        assertThat(reading.records()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[", "{\"x\":[", "{\"leader\":[", "{\"fields\":["})
    void depthIsNoDanger(String opening) {
        String bomb = opening.repeat(200_000);
        String good = record("{\"001\":\"good\"}");
        String text = bomb + "\n" + good + "\n";

        assertThat(FormatReading.of(LINES, text.getBytes(UTF_8)).records()).hasSize(1);
        assertThat(FormatReading.of(DOCUMENT, text.getBytes(UTF_8)).records()).hasSizeLessThanOrEqualTo(1);
        FormatReading inside = lines("{\"leader\":\"" + LEADER + "\",\"x\":" + "[".repeat(600) + "]".repeat(600)
                + ",\"fields\":[]}\n" + good);
        assertThat(inside.records()).hasSize(1);
        assertThat(inside.diagnostics().get(0).toString()).contains("nested more than 512 deep");
    }

    @Test
    void longNumbersAndNames() {
        String digits = "1".repeat(100_000);
        FormatReading reading = lines(record("{\"001\":" + digits + "}") + "\n" + record("{\"" + digits + "\":\"x\"}"));

        assertThat(only(reading).controlNumber()).contains(digits);
        assertThat(reading.diagnostics().get(1).code()).isEqualTo(DiagnosticCode.VALUE_NOT_REPRESENTABLE);
        assertThat(reading.diagnostics().get(1).toString()).hasSizeLessThan(300);
    }

    @Test
    void findingsAreBounded() {
        FormatReading reading = FormatReading.of(
                LINES, record("{\"001\":1},".repeat(1000) + "{\"001\":1}").getBytes(UTF_8));

        assertThat(reading.codes()).hasSize(101).endsWith(DiagnosticCode.MORE_DIAGNOSTICS);
        assertThat(only(reading).size()).isEqualTo(1001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"leader\":\"x                    | ndjson",
                "{\"leader\":\"x\",\"fields\":[]}   | ndjson",
                "{\"leader\":\"x\",\"fields\":[]}<LF>{\"leader\":\"  | ndjson",
                "<BOM><LF>{\"fields\":[]}           | ndjson",
                "{\"parsedRecord\":{\"content\":{   | ndjson",
                "{                                  | ndjson",
                "{}{\"leader\":\"x                  | json",
                "{<LF>  \"leader\":                 | json",
                "{leader:\"x\"                      | ndjson",
                "[                                  | json",
                "[<LF>{\"leader\"                   | json",
                "{\"sourceRecords\":[{\"id\"        | json",
                "{\"total\":{\"n\":1},\"records\":[ | json",
                "{x}                                | iso2709",
                "[1]                                | iso2709",
                "=LDR  00000nam a2200000   4500     | mrk",
            })
    void firstBytesTellTheFormat(String head, String name) {
        byte[] bytes = head.replace("<LF>", "\n").replace("<BOM>", "\uFEFF").getBytes(UTF_8);
        assertThat(Formats.of(bytes).name()).isEqualTo(name);
    }

    @Test
    void namesAndSuffixes() {
        assertThat(Formats.ofFileName("a.ndj").map(Format::name)).contains("ndjson");
        assertThat(Formats.ofFileName("a.JSONL").map(Format::name)).contains("ndjson");
        assertThat(Formats.ofFileName("a.json").map(Format::name)).contains("json");
    }
}
