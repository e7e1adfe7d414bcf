// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.FormatReading;
import dev.marcato.io.Format;
import dev.marcato.io.RecordBuilder;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marc4j.MarcJsonReader;
import org.marc4j.MarcJsonWriter;
import org.marc4j.MarcStreamReader;
import org.marc4j.marc.Record;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What is written is JSON for a strict parser, what a peer reads, and what comes back equal. */
class JsonWritingTest {
    private static final Format LINES = new NdjsonFormat();
    private static final Format DOCUMENT = new JsonFormat();
    private static final String LEADER = "00000nam a2200000   4500";

    private static MarcRecord record(String... fields) {
        List<TestField> list = new ArrayList<>();
        for (String field : fields) {
            list.add(TestField.of(field.substring(0, 3), field.substring(3)));
        }
        return FormatReading.iso2709(TestRecord.of(LEADER, list).toIso2709()).get(0);
    }

    private static String line(MarcRecord record) {
        return new String(FormatReading.write(LINES, List.of(record)), UTF_8);
    }

    /** Parses by the letter of RFC 8259 (Jackson allows nothing else unless told); the number of values at the top. */
    private static int strictly(byte[] bytes) {
        int values = 0;
        int depth = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                values += depth == 0 ? 1 : 0;
                if (token.isScalarValue() || token == JsonToken.PROPERTY_NAME) {
                    assertThat(parser.getString()).isNotNull();
                }
            }
        }
        return values;
    }

    private static void roundTrip(List<MarcRecord> records) {
        byte[] lines = FormatReading.write(LINES, records);
        assertThat(strictly(lines)).isEqualTo(records.size());
        assertRead(LINES, lines, records);
        byte[] array = FormatReading.write(DOCUMENT, records);
        assertThat(strictly(array)).isEqualTo(1);
        assertRead(DOCUMENT, array, records);
        byte[] indented = FormatReading.write(DOCUMENT, records, new ArrayList<>(), builder -> builder.indented(true));
        assertThat(strictly(indented)).isEqualTo(1);
        assertRead(DOCUMENT, indented, records);
    }

    private static void assertRead(Format format, byte[] bytes, List<MarcRecord> records) {
        FormatReading reading = FormatReading.of(format, bytes);
        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.records()).isEqualTo(records);
    }

    @Test
    void shapeOfALine() {
        MarcRecord record = MarcRecord.builder()
                .add(ControlField.of("001", "x\"y\\z"))
                .add(DataField.of("245", '1', ' ').with('a', "A\u007F\t").with('b', "é😀/"))
                .build();

        assertThat(line(record))
                .isEqualTo(
                        "{\"leader\":\"" + record.leader() + "\",\"fields\":[{\"001\":\"x\\\"y\\\\z\"},{\"245\":"
                                + "{\"ind1\":\"1\",\"ind2\":\" \",\"subfields\":[{\"a\":\"A\u007F\\u0009\"},{\"b\":\"é😀/\"}]}}]}\n");
    }

    @Test
    void shapeOfAnIndentedArray() {
        MarcRecord record = record("001x", "24510\u001FaT", "24600");
        String text = new String(
                FormatReading.write(DOCUMENT, List.of(record), new ArrayList<>(), builder -> builder.indented(true)),
                UTF_8);

        assertThat(text).isEqualTo("""
                [
                  {
                    "leader": "00000nam a2200000   4500",
                    "fields": [
                      {
                        "001": "x"
                      },
                      {
                        "245": {
                          "ind1": "1",
                          "ind2": "0",
                          "subfields": [
                            {
                              "a": "T"
                            }
                          ]
                        }
                      },
                      {
                        "246": {
                          "ind1": "0",
                          "ind2": "0",
                          "subfields": []
                        }
                      }
                    ]
                  }
                ]
                """);
        assertRead(DOCUMENT, text.getBytes(UTF_8), List.of(record));
    }

    @Test
    void noRecordsAndNoFields() {
        assertThat(new String(FormatReading.write(DOCUMENT, List.of()), UTF_8)).isEqualTo("[\n]\n");
        assertThat(FormatReading.write(LINES, List.of())).isEmpty();
        roundTrip(List.of());
        roundTrip(List.of(record()));
    }

    /** None of these is refused, and all come back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FMTBK",
                "FMTB",
                "245",
                "24510",
                "245plain text",
                "24510\u001Fa",
                "24510\u001Fa\u001Fa",
                "001\u001Fax",
                "00100\u001Fax\u001Fby",
                "2451é\u001Fax",
                "24510\u001FA\u0000\u001C",
                "24510\u001Féx",
                "24510\u001F\u001Ca",
                "\"\\xab",
                "001",
                "24510\u001F",
                "24510\u001F\u001Fax\u001F"
            })
    void oddFieldsComeBack(String field) {
        MarcRecord record = record("001x", field, "650 0\u001Fay");
        List<Diagnostic> told = new ArrayList<>();
        for (Format format : List.of(LINES, DOCUMENT)) {
            byte[] bytes = FormatReading.write(format, List.of(record), told, UnaryOperator.identity());
            strictly(bytes);
            MarcRecord back = FormatReading.of(format, bytes).records().get(0);
            if (field.equals("001\u001Fax")) {
                assertThat(back.fields().get(1).bytes().toByteArray()).isEqualTo("  \u001Fax".getBytes(UTF_8));
            } else {
                assertThat(back).isEqualTo(record);
            }
        }
        boolean departs = field.equals("001\u001Fax") || field.endsWith("\u001F") || field.startsWith("2451é");
        assertThat(told).hasSize(departs ? 2 : 0).allMatch(each -> each.code() == DiagnosticCode.SCHEMA_DEPARTURE);
    }

    /** Whoever reads it is told, and so who writes it is. */
    @Test
    void indicatorOfSeveralBytesComesBackAndIsTold() {
        MarcRecord record = record("001x", "245\u00E90\u001FaT");
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes = FormatReading.write(LINES, List.of(record), told, UnaryOperator.identity());
        FormatReading reading = FormatReading.of(LINES, bytes);

        assertThat(reading.records()).containsExactly(record);
        assertThat(reading.codes()).containsExactly(DiagnosticCode.MARKUP_REPAIRED);
        assertThat(told).extracting(Diagnostic::code).containsExactly(DiagnosticCode.SCHEMA_DEPARTURE);
        assertThat(told.get(0).location().tag()).isEqualTo("245");
    }

    @Test
    void missingIndicatorIsWrittenAsABlankAndTold() {
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes =
                FormatReading.write(LINES, List.of(record("001x", "2451\u001FaT")), told, UnaryOperator.identity());

        assertThat(FormatReading.of(LINES, bytes)
                        .records()
                        .get(0)
                        .fields()
                        .get(1)
                        .toString())
                .isEqualTo("245 1  $a T");
        assertThat(told).extracting(Diagnostic::code).containsExactly(DiagnosticCode.SCHEMA_DEPARTURE);
        assertThat(told.get(0).location().tag()).isEqualTo("245");
        assertThat(told.get(0).location().fieldNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24510text\u001Fax",
                "001x\u001E",
                "24510\u001Fa\u001E",
                "24510\u001F\u001Ex",
                "2\u00FF510\u001Fax",
                "245\u001E0\u001Fax"
            })
    void whatJsonCannotHoldIsRefused(String field) {
        MarcRecord odd = record("001odd", field);
        List<MarcRecord> records = List.of(record("001a"), odd, record("001b"));
        for (Format format : List.of(LINES, DOCUMENT)) {
            List<Diagnostic> told = new ArrayList<>();
            byte[] bytes = FormatReading.write(format, records, told, UnaryOperator.identity());
            strictly(bytes);
            assertThat(FormatReading.of(format, bytes).records()).containsExactly(records.get(0), records.get(2));
            assertThat(told).extracting(Diagnostic::code).containsExactly(DiagnosticCode.RECORD_NOT_REPRESENTABLE);
            assertThat(told.get(0).location().fieldNumber()).isEqualTo(2);
        }
    }

    /** A tag may be any three bytes in a damaged directory. */
    @ParameterizedTest
    @ValueSource(ints = {0x1D, 0x1E, 0x1F})
    void tagsWithDelimitersAreRefused(int delimiter) {
        RecordBuilder builder = new RecordBuilder();
        builder.beginField('2' << 16 | delimiter << 8 | '5').write("10\u001FaT".getBytes(UTF_8));
        builder.endField();
        List<Diagnostic> told = new ArrayList<>();

        assertThat(FormatReading.write(LINES, List.of(builder.build("", 0, null)), told, UnaryOperator.identity()))
                .isEmpty();
        assertThat(told).extracting(Diagnostic::code).containsExactly(DiagnosticCode.RECORD_NOT_REPRESENTABLE);
    }

    @Test
    void otherCountsOfIndicators() {
        for (String leader :
                List.of("00000nam a3200000   4500", "00000nam a1200000   4500", "00000nam a0200000   4500")) {
            int count = leader.charAt(10) - '0';
            TestRecord made = TestRecord.of(
                    leader,
                    List.of(TestField.of("001", "x"), TestField.of("245", "123".substring(0, count) + "\u001FaT")));
            List<MarcRecord> records = FormatReading.iso2709(made.toIso2709());
            assertThat(records.get(0).indicatorCount()).isEqualTo(count);
            roundTrip(records);
        }
    }

    @Test
    void codesOfTwoBytesAreRefused() {
        TestRecord made =
                TestRecord.of("00000nam a2300000   4500", List.of(TestField.of("245", "10\u001FabT\u001FacU")));
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes =
                FormatReading.write(LINES, FormatReading.iso2709(made.toIso2709()), told, UnaryOperator.identity());

        assertThat(bytes).isEmpty();
        assertThat(told).extracting(Diagnostic::code).containsExactly(DiagnosticCode.RECORD_NOT_REPRESENTABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lc-bibliographic-386", "lc-authority-150", "internet-archive-50"})
    void realRecordsComeBack(String name) {
        roundTrip(utf8(FormatReading.iso2709(Corpus.bytes("clean/" + name + ".mrc"))));
    }

    /** The records as they are once they were written as Unicode: leader/09 says so. */
    private static List<MarcRecord> utf8(List<MarcRecord> records) {
        byte[] bytes = FormatReading.write(LINES, records, new ArrayList<>(), UnaryOperator.identity());
        List<MarcRecord> written = FormatReading.of(LINES, bytes).records();
        assertThat(written).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            MarcRecord record = records.get(i);
            boolean same = record.leader().toString().charAt(9) == 'a';
            assertThat(written.get(i).equals(record)).isEqualTo(same);
            assertThat(written.get(i).fields()).hasToString(record.fields().toString());
        }
        return written;
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void generatedRecordsComeBack(RecordKind kind) {
        List<TestRecord> made =
                new ArrayList<>(RecordGenerator.seeded(11).kind(kind).records(100));
        made.addAll(RecordGenerator.seeded(12).kind(kind).manyScripts().records(100));
        roundTrip(FormatReading.iso2709(TestRecord.toFile(made)));
    }

    /** marc4j reads what is written, and what it writes is read, in both of its forms. */
    @Test
    void marc4jReadsAndIsRead() throws Exception {
        byte[] file = TestRecord.toFile(RecordGenerator.seeded(5).manyScripts().records(60));
        List<MarcRecord> records = FormatReading.iso2709(file);
        List<String> expected = new ArrayList<>();
        MarcStreamReader iso2709 = new MarcStreamReader(new ByteArrayInputStream(file), "UTF-8");
        ByteArrayOutputStream inJson = new ByteArrayOutputStream();
        ByteArrayOutputStream otherForm = new ByteArrayOutputStream();
        MarcJsonWriter inJsonWriter = new MarcJsonWriter(inJson, MarcJsonWriter.MARC_IN_JSON);
        MarcJsonWriter otherWriter = new MarcJsonWriter(otherForm, MarcJsonWriter.MARC_JSON);
        while (iso2709.hasNext()) {
            Record record = iso2709.next();
            expected.add(withoutLeader(record));
            inJsonWriter.write(record);
            otherWriter.write(record);
        }
        inJsonWriter.close();
        otherWriter.close();

        List<String> read = new ArrayList<>();
        MarcJsonReader reader = new MarcJsonReader(new ByteArrayInputStream(FormatReading.write(LINES, records)));
        while (reader.hasNext()) {
            read.add(withoutLeader(reader.next()));
        }
        assertThat(read).isEqualTo(expected);

        for (ByteArrayOutputStream written : List.of(inJson, otherForm)) {
            FormatReading reading = FormatReading.of(DOCUMENT, written.toByteArray());
            assertThat(reading.summary().rejectedBytes()).isZero();
            assertThat(reading.records()).isEqualTo(records);
        }
    }

    private static String withoutLeader(Record record) {
        return record.toString().replaceFirst("LEADER .*\n", "").strip();
    }
}
