// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.MarcFiles;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.FormatReading;
import dev.marcato.formats.Mutations;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables give every record back, whatever is in it; a broken row costs its record. */
class TableTest {
    private static final Format CSV = new CsvFormat();
    private static final Format TSV = new TsvFormat();
    private static final List<Format> BOTH = List.of(CSV, TSV);
    private static final String LEADER = "00000nam a2200000   4500";
    private static final String HEADER = "record,field,tag,ind1,ind2,subfield,code,value\n";
    private static final String ODD = "\",\t\n\r '=+-@\\;ab\u00E9\u0000\u001C\u001E";

    @TempDir
    Path folder;

    private static MarcRecord record(String... fields) {
        List<TestField> list = new ArrayList<>();
        for (String field : fields) {
            list.add(TestField.of(field.substring(0, 3), field.substring(3)));
        }
        return FormatReading.iso2709(TestRecord.of(LEADER, list).toIso2709()).get(0);
    }

    private static byte[] guarded(Format format, List<MarcRecord> records) {
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes = FormatReading.write(format, records, told, builder -> builder.spreadsheet(true));
        assertThat(told).isEmpty();
        return bytes;
    }

    private static void roundTrip(List<MarcRecord> records, boolean everyWay) {
        for (Format format : BOTH) {
            for (byte[] bytes : List.of(FormatReading.write(format, records), guarded(format, records))) {
                FormatReading reading =
                        everyWay ? FormatReading.everyWay(format, bytes, 3) : FormatReading.of(format, bytes);
                assertThat(reading.diagnostics()).isEmpty();
                assertThat(reading.records()).isEqualTo(records);
                assertThat(Formats.of(Arrays.copyOf(bytes, Math.min(512, bytes.length))))
                        .isSameAs(Formats.named(format.name()).orElseThrow());
            }
        }
    }

    private static FormatReading csv(String rows) {
        return FormatReading.everyWay(CSV, (HEADER + rows).getBytes(UTF_8), 5);
    }

    @Test
    void shape() {
        List<MarcRecord> records = List.of(
                record("001x", "24510\u001Fa\"Hello\", he said\u001Fb =1+1", "650 0\u001Fa-A\tB\\", "70000"),
                record("001y"));

        assertThat(new String(FormatReading.write(CSV, records), UTF_8)).isEqualTo(HEADER + """
                1,0,LDR,,,,,00000nam a2200000   4500
                1,1,001,,,,,x
                1,2,245,1,0,1,a,""\"Hello"", he said"
                1,2,245,1,0,2,b," =1+1"
                1,3,650," ",0,1,a,-A\tB\\
                1,4,700,0,0,,,
                2,0,LDR,,,,,00000nam a2200000   4500
                2,1,001,,,,,y
                """);
        assertThat(new String(FormatReading.write(TSV, records.subList(0, 1)), UTF_8))
                .endsWith("1\t3\t650\t \t0\t1\ta\t-A\\tB\\\\\n1\t4\t700\t0\t0\t\t\t\n");
        assertThat(new String(guarded(CSV, records), UTF_8))
                .startsWith("\uFEFFrecord,field,tag,ind1,ind2,subfield,code,value_guarded\r\n1,0,LDR,,,,,'00000nam")
                .contains("1,3,650,\" \",0,1,a,'-A\tB\\\r\n");
    }

    @Test
    void guardIsTakenOffAgain() {
        roundTrip(
                List.of(record(
                        "001=1",
                        "0012",
                        "24510\u001Fa+1\u001Fb-1\u001Fc@x\u001Fd\tx\u001Fe\rx\u001Ff'x\u001Fg''x\u001Fh'",
                        "246='\u001F=x\u001F'=")),
                true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FMTBK",
                "245",
                "2451",
                "24510",
                "245plain",
                "24510\u001Fa",
                "24510\u001Fa\u001Fa",
                "24510text\u001Fax",
                "2451\u001Fax",
                "245\u001Fax",
                "001\u001Fax",
                "001ab\u001Fax\u001F",
                "24510\u001F",
                "24510\u001F\u001F",
                "24510\u001Féx",
                "2451é\u001Fax",
                "001a\u001Eb",
                "24510\u001Fa\u001E",
                "\"',\u001Fa",
                "LDRx",
                "001",
                "00110",
                "24510\u001F,,\u001F\"\"\u001F\n\n",
                "24510\u001Fa  \u001Fb \u001Fc\t",
                "24510\u001Fa\n1,0,\u001Fb\r\n\r\n",
                "24510\u001Fa\\n\\\u001Fb\\t"
            })
    void oddFieldsComeBack(String field) {
        roundTrip(List.of(record("001x", field, "650 0\u001Fay"), record(field), record()), true);
    }

    @Test
    void recordsWithoutFieldsOrNone() {
        roundTrip(List.of(record(), record(), record()), true);
        roundTrip(List.of(), true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anyTextComesBack(int seed) {
        Dice dice = Dice.of(seed);
        List<MarcRecord> records = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<String> fields = new ArrayList<>();
            for (int n = dice.below(6); n > 0; n--) {
                StringBuilder text = new StringBuilder(dice.chance(1, 3) ? "001" : "245");
                for (int k = dice.below(20); k > 0; k--) {
                    text.append(dice.chance(1, 4) ? '\u001F' : dice.pick(ODD));
                }
                fields.add(text.toString());
            }
            records.add(record(fields.toArray(new String[0])));
        }
        roundTrip(records, seed < 3);
    }

    @Test
    void otherLayouts() {
        for (TestRecord made : List.of(
                TestRecord.of("00000nam a3200000   4500", List.of(TestField.of("245", "123\u001FaT"))),
                TestRecord.of("00000nam a0200000   4500", List.of(TestField.of("245", "\u001FaT"))),
                TestRecord.of("00000nam a2300000   4500", List.of(TestField.of("245", "10\u001FabT\u001Fac"))))) {
            roundTrip(FormatReading.iso2709(made.toIso2709()), true);
        }
    }

    @Test
    void whatLooksLikeALeaderInTextIsRefused() {
        MarcRecord odd = record("001odd", "24510\u001Fax\n12,0,LDR,,,,,y");
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes =
                FormatReading.write(CSV, List.of(record("001a"), odd, record("001b")), told, UnaryOperator.identity());

        assertThat(FormatReading.of(CSV, bytes).records()).containsExactly(record("001a"), record("001b"));
        assertThat(told).extracting(Diagnostic::code).containsExactly(DiagnosticCode.RECORD_NOT_REPRESENTABLE);
        assertThat(FormatReading.of(TSV, FormatReading.write(TSV, List.of(odd))).records())
                .containsExactly(odd);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lc-bibliographic-386", "lc-authority-150", "internet-archive-50"})
    void realRecordsComeBack(String name) {
        List<MarcRecord> records = FormatReading.iso2709(Corpus.bytes("clean/" + name + ".mrc"));
        byte[] once = FormatReading.write(CSV, records, new ArrayList<>(), UnaryOperator.identity());
        List<MarcRecord> unicode = FormatReading.of(CSV, once).records();
        assertThat(unicode).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(unicode.get(i).fields())
                    .hasToString(records.get(i).fields().toString());
        }
        roundTrip(unicode, false);
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void generatedRecordsComeBack(RecordKind kind) {
        roundTrip(
                FormatReading.iso2709(TestRecord.toFile(
                        RecordGenerator.seeded(21).kind(kind).manyScripts().records(120))),
                false);
    }

    /** The record's number is known when all before it are written, however many write. */
    @Test
    void numbersAreRightWithManyThreads() throws IOException {
        byte[] file = TestRecord.toFile(RecordGenerator.seeded(3).records(200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.builder().format(CSV).open(out)) {
            MarcFiles.builder()
                    .threads(3)
                    .unitBytes(5000)
                    .of(List.of(MarcInput.of(file, "")))
                    .writeTo(writer, record -> record);
        }
        assertThat(out.toByteArray()).isEqualTo(FormatReading.write(CSV, FormatReading.iso2709(file)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2,1,001,,,,                          | MARKUP_BROKEN",
                "2,1,001,,,,,x,y                      | MARKUP_BROKEN",
                "x,1,001,,,,,x                        | MARKUP_BROKEN",
                "2,1,0011,,,,,x                       | VALUE_NOT_REPRESENTABLE",
                "2,1,001,,,,,x\u001Fy                 | VALUE_NOT_REPRESENTABLE",
                "2,1,245,1,0,1,ab,x                   | VALUE_NOT_REPRESENTABLE",
                "2,1,245,12,0,1,a,x                   | VALUE_NOT_REPRESENTABLE",
                "2,1,245,1,0,1,,x                     | VALUE_NOT_REPRESENTABLE",
                "2,1,245,1,0,2,a,x<LF>2,1,245,1,0,1,a,x | MARKUP_BROKEN",
                "2,2,245,1,0,1,a,x<LF>2,1,001,,,,,x   | MARKUP_BROKEN",
                "2,1,001,,,,,\"x\"y                   | MARKUP_BROKEN",
                "2,1,001,,,,,\"x                      | MARKUP_BROKEN",
                "2,1,245,1,0,1,a,x<LF>2,1,246,1,0,2,a,x | MARKUP_BROKEN",
                "2,1,001,,,,,x<LF>2,1,001,,,,,y       | MARKUP_BROKEN",
            })
    void brokenRowCostsItsRecord(String rows, DiagnosticCode code) {
        String broken = "2,0,LDR,,,,," + LEADER + "\n" + rows.replace("<LF>", "\n") + "\n";
        FormatReading reading = csv(
                "1,0,LDR,,,,," + LEADER + "\n1,1,001,,,,,a\n" + broken + "3,0,LDR,,,,," + LEADER + "\n3,1,001,,,,,b\n");

        assertThat(reading.records()).containsExactly(record("001a"), record("001b"));
        assertThat(reading.codes()).containsExactly(code);
        assertThat(reading.diagnostics().get(0).location().line()).isBetween(5L, 6L);
        assertThat(new String(reading.rejects(), UTF_8)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,1,245,,,1,a,T       | LEADER_INCOMPLETE,MARKUP_REPAIRED",
                "1,1,245,,0,1,a,T      | LEADER_INCOMPLETE,MARKUP_REPAIRED",
                "1,0,LDR,,,,,00000nam  | LEADER_INCOMPLETE",
                "1,1,001,,,,,x         | LEADER_INCOMPLETE"
            })
    void oddButCertain(String row, String codes) {
        FormatReading reading = csv(row + "\n");

        assertThat(reading.records()).hasSize(1);
        assertThat(reading.summary().repaired()).isEqualTo(1);
        assertThat(reading.codes().stream().map(Enum::name).toList()).containsExactlyInAnyOrder(codes.split(","));
    }

    @Test
    void undecodableBytesStay() {
        byte[] bytes = (HEADER + "1,0,LDR,,,,," + LEADER + "\n1,1,001,,,,,xy\n").getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        FormatReading reading = FormatReading.everyWay(CSV, bytes, 2);

        assertThat(reading.codes()).containsExactly(DiagnosticCode.BYTE_UNDECODABLE);
        assertThat(reading.records().get(0).fields().get(0).bytes().toByteArray())
                .isEqualTo(new byte[] {'x', (byte) 0xFF});
    }

    @Test
    void tablesPutTogetherAndOtherQuoting() {
        String one = "1,0,LDR,,,,," + LEADER + "\n1,1,001,,,,,a\n";
        String two = one.replaceAll("([^,\n]+)", "\"$1\"").replace("\n", "\r\n");
        FormatReading reading = csv(one + HEADER + "\n" + one + HEADER.replaceAll("(\\w+)", "\"$1\"") + two);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.records()).containsExactly(record("001a"), record("001a"), record("001a"));
        assertThat(reading.summary().rejectedBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title,author\nx,y\n", "x", "\"", "record;field\n", ",,,,,,,\n"})
    void whatIsNoTableIsRejected(String text) {
        FormatReading reading = FormatReading.everyWay(CSV, text.getBytes(UTF_8), 1);

        assertThat(reading.records()).isEmpty();
        assertThat(reading.rejects()).isNotEmpty();
        assertThat(Formats.of(text.getBytes(UTF_8)).name()).isEqualTo("iso2709");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void damageCostsItsRecord(int seed) {
        Dice dice = Dice.of(seed);
        List<MarcRecord> records = FormatReading.iso2709(
                TestRecord.toFile(RecordGenerator.seeded(seed).records(6)));
        for (Format format : BOTH) {
            byte[] bytes = FormatReading.write(format, records);
            String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            char separator = format == CSV ? ',' : '\t';
            for (int i = 0; i < 50; i++) {
                int hit = dice.between(2, 4);
                int from = text.indexOf("\n" + hit + separator + "0" + separator + "LDR") + 1;
                int to = text.indexOf("\n" + (hit + 1) + separator + "0" + separator + "LDR");
                byte[] damaged = Mutations.within(bytes, from, to, "\",\t\n\r0129\\'", dice);
                FormatReading reading = i % 5 == 0
                        ? FormatReading.everyWay(format, damaged, seed * 100L + i)
                        : FormatReading.of(format, damaged);
                List<MarcRecord> others = new ArrayList<>(records);
                others.remove(hit - 1);
                assertThat(reading.records())
                        .as("seed %d, step %d, %s", seed, i, format.name())
                        .containsAll(others);
            }
        }
    }

    /** Python's csv module reads the same cells. */
    @Test
    void pythonReadsTheSame() throws Exception {
        List<MarcRecord> records = List.of(MarcRecord.builder()
                .add(ControlField.of("001", "a,\"b\"\n\r\nc"))
                .add(DataField.of("245", ' ', '0')
                        .with('a', "\"")
                        .with('b', " é ")
                        .with('"', ",\n")
                        .with('c', ""))
                .build());
        Path table = Files.write(folder.resolve("t.csv"), FormatReading.write(CSV, records));
        Path script = Files.writeString(folder.resolve("t.py"), """
                import csv, sys
                for row in list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True))[1:]:
                    sys.stdout.buffer.write(repr(row).encode() + b'\\n')
                """);
        Path output = folder.resolve("out");
        Process process;
        try {
            process = new ProcessBuilder("python3", script.toString(), table.toString())
                    .redirectOutput(output.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("no python3: " + e.getMessage());
            return;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output).lines().skip(1).toList())
                .containsExactly(
                        "['1', '1', '001', '', '', '', '', 'a,\"b\"\\n\\r\\nc']",
                        "['1', '2', '245', ' ', '0', '1', 'a', '\"']",
                        "['1', '2', '245', ' ', '0', '2', 'b', ' é ']",
                        "['1', '2', '245', ' ', '0', '3', '\"', ',\\n']",
                        "['1', '2', '245', ' ', '0', '4', 'c', '']");
    }
}
