// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.ControlField;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.OversizePolicy;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBuilder;
import dev.marcato.testkit.Corpus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marc4j.MarcXmlReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is written is well-formed, says the same to other parsers, and tells where it departs from the schema. */
class XmlWritingTest {
    private static final String CODE = "[\\dA-Za-z!\"#$%&'()*+,\\-./:;<=>?{}_^`~\\[\\]\\\\]";
    private static final String LEADER =
            "[\\d ]{5}[\\dA-Za-z ][\\dA-Za-z][\\dA-Za-z ]{3}[2 ][2 ][\\d ]{5}[\\dA-Za-z ]{3}(4500|    )";
    private static final String DATA_TAG =
            "(0([1-9A-Z][0-9A-Z])|0([1-9a-z][0-9a-z]))|(([1-9A-Z][0-9A-Z]{2})|([1-9a-z][0-9a-z]{2}))";

    private static MarcRecord record(String leader, String... fields) {
        RecordBuilder builder = new RecordBuilder();
        builder.leader(leader.getBytes(StandardCharsets.ISO_8859_1), 0);
        for (String field : fields) {
            ByteOutput out = builder.beginField(field.charAt(0) << 16 | field.charAt(1) << 8 | field.charAt(2));
            out.write(Cuts.bytes(field.substring(3).replace('$', '\u001F')));
            builder.endField();
        }
        return builder.build("test", 0, null);
    }

    private static byte[] written(MarcRecord record, List<Diagnostic> told) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.builder()
                .format(Samples.MARCXML)
                .listener(told::add)
                .oversize(OversizePolicy.SKIP)
                .open(out)) {
            writer.write(record);
        }
        return out.toByteArray();
    }

    private static Document parsed(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        } catch (Exception e) {
            throw new AssertionError(new String(document, StandardCharsets.UTF_8), e);
        }
    }

    private static NodeList all(Element in, String name) {
        return in.getElementsByTagNameNS("http://www.loc.gov/MARC21/slim", name);
    }

    /** Whether a document obeys the schema MARC21slim; our own rules for it. */
    private static boolean isValid(Document document) {
        boolean valid = true;
        NodeList records = all(document.getDocumentElement(), "record");
        for (int r = 0; r < records.getLength(); r++) {
            Element record = (Element) records.item(r);
            String order = "";
            for (int c = 0; c < record.getChildNodes().getLength(); c++) {
                if (record.getChildNodes().item(c) instanceof Element part) {
                    order += part.getLocalName().charAt(0);
                    valid &= switch (part.getLocalName()) {
                        case "leader" -> part.getTextContent().matches(LEADER);
                        case "controlfield" -> part.getAttribute("tag").matches("00[1-9A-Za-z]");
                        default -> isValidField(part);
                    };
                }
            }
            valid &= order.matches("l?c*d*");
        }
        return valid;
    }

    private static boolean isValidField(Element field) {
        boolean valid = field.getAttribute("tag").matches(DATA_TAG)
                && field.getAttribute("ind1").matches("[\\da-z ]")
                && field.getAttribute("ind2").matches("[\\da-z ]")
                && field.getAttributes().getLength() == 3
                && all(field, "subfield").getLength() > 0;
        for (int c = 0; c < field.getChildNodes().getLength(); c++) {
            valid &= field.getChildNodes().item(c) instanceof Element subfield
                    ? subfield.getAttribute("code").matches(CODE)
                    : field.getChildNodes().item(c).getTextContent().isBlank();
        }
        return valid;
    }

    private static void assertSameContent(MarcRecord record, Element element) {
        NodeList controls = all(element, "controlfield");
        NodeList fields = all(element, "datafield");
        int control = 0;
        int data = 0;
        for (Field field : record) {
            if (field instanceof ControlField each) {
                assertThat(controls.item(control++).getTextContent()).isEqualTo(each.value());
                continue;
            }
            Element other = (Element) fields.item(data++);
            assertThat(other.getAttribute("tag")).isEqualTo(field.tag());
            StringBuilder text = new StringBuilder(other.getAttribute("ind1") + other.getAttribute("ind2"));
            NodeList subfields = all(other, "subfield");
            for (int s = 0; s < subfields.getLength(); s++) {
                Element subfield = (Element) subfields.item(s);
                text.append('\u001F').append(subfield.getAttribute("code")).append(subfield.getTextContent());
            }
            byte[] bytes = field.bytes().toByteArray();
            assertThat(text.toString()).isEqualTo(record.encoding().decode(bytes, 0, bytes.length));
        }
        assertThat(control).isEqualTo(controls.getLength());
        assertThat(data).isEqualTo(fields.getLength());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherParserFindsTheSame(boolean indented) {
        List<MarcRecord> records = new ArrayList<>(Samples.generated(11, 100));
        records.addAll(Samples.read(Corpus.bytes("clean/lc-bibliographic-386.mrc")));
        List<Diagnostic> told = new ArrayList<>();
        Document document = parsed(Samples.written(records, indented, told::add));
        NodeList elements = all(document.getDocumentElement(), "record");
        assertThat(elements.getLength()).isEqualTo(records.size());
        for (int i = 0; i < records.size(); i++) {
            assertSameContent(records.get(i), (Element) elements.item(i));
        }
        assertThat(isValid(document)).as("%s", told).isEqualTo(told.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    24510Title, SCHEMA_DEPARTURE, <datafield tag="245" ind1="1" ind2="0">Title</datafield>
                    24510 T $ax, SCHEMA_DEPARTURE, ind2="0">&#32;T&#32;<subfield code="a">x
                    24510, SCHEMA_DEPARTURE, <datafield tag="245" ind1="1" ind2="0"></datafield>
                    2451, SCHEMA_DEPARTURE, <controlfield tag="245">1</controlfield>
                    245, SCHEMA_DEPARTURE, <controlfield tag="245"></controlfield>
                    FMTBK, SCHEMA_DEPARTURE, <controlfield tag="FMT">BK</controlfield>
                    00112$ax, SCHEMA_DEPARTURE, <datafield tag="001" ind1="1" ind2="2"><subfield code="a">x
                    24510$, SCHEMA_DEPARTURE, <subfield code=""></subfield>
                    24510$$ax, SCHEMA_DEPARTURE, <subfield code=""></subfield><subfield code="a">x
                    24510$éx, SCHEMA_DEPARTURE, <subfield code="é">x</subfield>
                    245é0$ax, SCHEMA_DEPARTURE, ind1="é"
                    245|"$ax, SCHEMA_DEPARTURE, ind1="|" ind2="&quot;"
                    a4B10$ax, SCHEMA_DEPARTURE, tag="a4B"
                    <&>10$ax, SCHEMA_DEPARTURE, tag="&lt;&amp;&gt;"
                    """)
    void oddRecordsSurvive(String field, DiagnosticCode code, String form) throws IOException {
        MarcRecord record = record("00000nam a2200000 a 4500", "00117", field);
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes = written(record, told);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(form);
        assertThat(told).extracting(Diagnostic::code).isNotEmpty().containsOnly(code);
        assertThat(isValid(parsed(bytes))).isFalse();
        List<Cut> cuts = Cuts.of(Samples.MARCXML, bytes);
        assertThat(Cut.records(cuts)).containsExactly(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24510$aline\nbreak\ttab\rreturn",
                "24510$a]]> & <b> \"q\" 'a'",
                "24510$a  blank  $b",
                "24510$a\u0085\u2028\u009C\uFFFD",
                "00117\n",
                "24510$a&#x1F;&amp;"
            })
    void anyTextComesBack(String field) throws IOException {
        MarcRecord record = record("00000nam a2200000 a 4500", "00117", field);
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes = written(record, told);
        assertThat(told).isEmpty();
        assertSameContent(record, (Element)
                all(parsed(bytes).getDocumentElement(), "record").item(0));
        assertThat(Cut.records(Cuts.of(Samples.MARCXML, bytes))).containsExactly(record);
    }

    @ParameterizedTest
    @CsvSource({
        "24510$aA\u0001B, CHARACTER_LOST",
        "24510$aA\u001EB, CHARACTER_LOST",
        "24510$aA\uFFFFB, CHARACTER_LOST",
        "2451$aA, INDICATORS_MISSING",
        "245$aA, INDICATORS_MISSING"
    })
    void whatCannotBeWrittenIsTold(String field, DiagnosticCode code) throws IOException {
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes = written(record("00000nam a2200000 a 4500", "00117", field), told);
        assertThat(told).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(code);
            assertThat(diagnostic.location().tag()).isEqualTo("245");
        });
        assertThat(isValid(parsed(bytes))).isTrue();
        assertThat(Cuts.of(Samples.MARCXML, bytes)).hasSize(3);
    }

    @Test
    void otherLayouts() throws IOException {
        for (String leader : List.of("00000nam a3200000 a 4500", "00000nam a2300000 a 4500")) {
            MarcRecord record = record(leader, "245123$abT");
            List<Diagnostic> told = new ArrayList<>();
            List<Cut> cuts = Cuts.of(Samples.MARCXML, written(record, told));
            assertThat(Cut.records(cuts)).containsExactly(record);
            assertThat(told).isNotEmpty();
        }
    }

    @Test
    void aTagThatIsNotAsciiIsRefused() throws IOException {
        List<Diagnostic> told = new ArrayList<>();
        byte[] bytes = written(record("00000nam a2200000 a 4500", "2\u00E9510$aT"), told);
        assertThat(told).extracting(Diagnostic::code).containsExactly(DiagnosticCode.RECORD_NOT_REPRESENTABLE);
        assertThat(all(parsed(bytes).getDocumentElement(), "record").getLength())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyRecordIsWellFormedAndDeparturesAreTold(long seed) throws IOException {
        Random random = new Random(seed);
        for (int n = 0; n < 400; n++) {
            String[] fields = anyFields(random);
            MarcRecord record = record("00000nam a22000 0 a 4500", fields);
            List<Diagnostic> told = new ArrayList<>();
            byte[] bytes = written(record, told);
            boolean departs = told.stream().anyMatch(each -> each.code() == DiagnosticCode.SCHEMA_DEPARTURE);
            assertThat(isValid(parsed(bytes)))
                    .as("seed %d, record %d: %s", seed, n, List.of(fields))
                    .isEqualTo(!departs);
            List<MarcRecord> back = Cut.records(Cuts.of(Samples.MARCXML, bytes));
            assertThat(back).hasSize(1);
            if (told.stream().allMatch(each -> each.code() == DiagnosticCode.SCHEMA_DEPARTURE)) {
                assertThat(back.get(0))
                        .as("seed %d, record %d: %s", seed, n, List.of(fields))
                        .isEqualTo(record);
            }
        }
    }

    private static String[] anyFields(Random random) {
        String alphabet = "$$$$ab01 |<&>\"'\n\r\t\u0001\u001E\u00E9\u4E00\uFF21\uFFFE\uD83D\uDE00]";
        String[] fields = new String[random.nextInt(4)];
        for (int f = 0; f < fields.length; f++) {
            StringBuilder text =
                    new StringBuilder(List.of("001", "245", "FMT", "9<9").get(random.nextInt(4)));
            for (int at = random.nextInt(12); at > 0; at--) {
                int place =
                        alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())));
                text.appendCodePoint(alphabet.codePointAt(place));
            }
            fields[f] = text.toString();
        }
        return fields;
    }

    /** Fields of the usual form are written by a method of their own where nothing is indented. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void indentationIsAllThatDiffers(long seed) throws IOException {
        Random random = new Random(seed);
        for (int n = 0; n < 1000; n++) {
            List<String> fields = new ArrayList<>(List.of(anyFields(random)));
            fields.add("24510$a" + String.join("", anyFields(random)));
            fields.add("999  $alast");
            MarcRecord record = record("00000nam a2200000 a 4500", fields.toArray(String[]::new));
            List<Diagnostic> told = new ArrayList<>();
            List<Diagnostic> toldIndented = new ArrayList<>();
            String bytes = new String(Samples.written(List.of(record), false, told::add), UTF_8);
            String indented = new String(Samples.written(List.of(record), true, toldIndented::add), UTF_8);
            assertThat(withoutIndentation(indented))
                    .as("seed %d, record %d: %s", seed, n, fields)
                    .isEqualTo(withoutIndentation(bytes));
            assertThat(toldIndented).isEqualTo(told);
        }
    }

    private static String withoutIndentation(String document) {
        return document.replaceAll("\n *<", "<");
    }

    @Test
    void marc4jReadsTheSame() {
        List<MarcRecord> records = Samples.read(Corpus.bytes("clean/lc-bibliographic-386.mrc"));
        MarcXmlReader peer = new MarcXmlReader(new ByteArrayInputStream(Samples.written(records, false)));
        for (MarcRecord record : records) {
            org.marc4j.marc.Record other = peer.next();
            List<String> fields = new ArrayList<>();
            other.getControlFields().forEach(each -> fields.add(each.getTag() + each.getData()));
            other.getDataFields().forEach(each -> {
                StringBuilder text = new StringBuilder(each.getTag() + each.getIndicator1() + each.getIndicator2());
                each.getSubfields()
                        .forEach(s -> text.append('\u001F').append(s.getCode()).append(s.getData()));
                fields.add(text.toString());
            });
            List<String> ours = new ArrayList<>();
            record.forEach(field -> {
                byte[] bytes = field.bytes().toByteArray();
                ours.add(field.tag() + record.encoding().decode(bytes, 0, bytes.length));
            });
            assertThat(fields).containsExactlyInAnyOrderElementsOf(ours);
        }
        assertThat(peer.hasNext()).isFalse();
    }

    @Test
    void yazReadsTheSame(@TempDir Path folder) throws Exception {
        Path yaz = Path.of("/usr/bin/yaz-marcdump");
        Assumptions.assumeTrue(Files.isExecutable(yaz), "yaz-marcdump is not installed");
        List<MarcRecord> records = Samples.read(Corpus.bytes("clean/lc-bibliographic-386.mrc"));
        Path file = folder.resolve("all.xml");
        Files.write(file, Samples.written(records, false));
        Process process = new ProcessBuilder(yaz.toString(), "-i", "marcxml", "-o", "marc", file.toString()).start();
        byte[] back = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        assertThat(Samples.read(back)).isEqualTo(records);
    }
}
