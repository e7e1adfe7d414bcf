// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static dev.marcato.formats.xml.Samples.MARCXML;
import static dev.marcato.formats.xml.Samples.collection;
import static dev.marcato.formats.xml.Samples.field;
import static dev.marcato.formats.xml.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.Piece.Extent;
import dev.marcato.io.Piece.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corners of the syntax: what is clean, what is repaired, what is rejected and where. */
class XmlReadingTest {
    private static final String UPPER = "\uFFFD";

    private static String title(MarcRecord record) {
        return record.firstValue("245", 'a').orElseThrow();
    }

    private static Cut only(String document) {
        List<Cut> cuts = Cuts.of(MARCXML, document).stream()
                .filter(cut -> cut.kind() != Kind.FILLER)
                .toList();
        assertThat(cuts).hasSize(1);
        return cuts.get(0);
    }

    private static MarcRecord clean(String document) {
        Cut cut = only(document);
        assertThat(cut.kind()).as("%s", cut.findings()).isEqualTo(Kind.CLEAN);
        return cut.record();
    }

    private static Cut repaired(String document, DiagnosticCode code) {
        Cut cut = only(document);
        assertThat(cut.kind()).as("%s", cut.findings()).isEqualTo(Kind.REPAIRED);
        assertThat(cut.findings()).extracting(Finding::code).containsOnly(code);
        return cut;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;, A & B <C> "D" 'E'
                    &#196;&#xE4;&#x1F600;, Ää😀
                    <![CDATA[A & B <C>]]> D, A & B <C> D
                    A<!-- <record> - --> B, A B
                    A<?pi <record> ?>B, AB
                    """)
    void textIsWhatAParserGives(String written, String meant) {
        assertThat(title(clean(collection(record(field(written)))))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<collection>", "<a:collection xmlns:a='b'>\n", "<OAI-PMH><record><metadata>"})
    void aDocumentThatEndsWithinItsRootIsTold(String begin) {
        String name = begin.substring(1, begin.indexOf(begin.contains(" ") ? ' ' : '>'));
        String records = record(field("A")) + "\n" + record(field("B")) + "\n";
        String document = begin + records;
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            byte[] bytes = document.getBytes(charset);
            List<Cut> cuts = Cuts.of(MARCXML, bytes);

            assertThat(cuts).filteredOn(cut -> cut.record() != null).hasSize(2);
            assertThat(cuts).extracting(Cut::kind).containsOnly(Kind.CLEAN, Kind.FILLER);
            assertThat(Cuts.findings(cuts)).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(DiagnosticCode.MARKUP_REPAIRED);
                assertThat(finding.found()).contains("\"" + name + "\"");
                assertThat(finding.byteOffset()).isEqualTo(bytes.length);
            });
        }
        assertThat(Cuts.findings(Cuts.of(MARCXML, document + "</" + name + "><!-- </x> is the end -->\n")))
                .extracting(Finding::code)
                .doesNotContain(DiagnosticCode.MARKUP_REPAIRED);
        assertThat(Cuts.findings(Cuts.of(MARCXML, records))).isEmpty();
        assertThat(Cuts.findings(Cuts.of(MARCXML, document.strip()))).hasSize(1);
        // Joined, it is no longer known what should end.
        String joined = "<Datens\u00E4tze>" + records + "</Datens\u00E4tze>" + document + "</" + name + "><c>" + records
                + "</c>";
        assertThat(Cuts.findings(Cuts.of(MARCXML, joined))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bibs total_record_count='1'><bib link='l'><mms_id>99</mms_id><title>T</title>@<suppress>false</suppress></bib></bibs>",
                "<m:mets xmlns:m='http://www.loc.gov/METS/'><m:dmdSec ID='d'><m:mdWrap MDTYPE='MARC'><m:xmlData>@"
                        + "</m:xmlData></m:mdWrap></m:dmdSec><m:fileSec><m:fileGrp/></m:fileSec></m:mets>",
                "<collection xmlns:xsi='x' xsi:schemaLocation='a b' xmlns='http://www.loc.gov/MARC21/slim'>@</collection>"
            })
    void whatAlmaMetsAndKohaWrapARecordInIsFiller(String envelope) {
        List<Cut> cuts = Cuts.of(MARCXML, envelope.replace("@", record(field("A"))));

        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.FILLER, Kind.CLEAN, Kind.FILLER);
        assertThat(Cuts.findings(cuts)).isEmpty();
        assertThat(title(cuts.get(1).record())).isEqualTo("A");
    }

    @Test
    void whatIsRejectedInARejectedFieldIsRejectedOnce() {
        String field = "<datafield ind1=' ' ind2=' '><subfield code='ab'>A</subfield></datafield>";
        String record = record(field);
        Cut cut = repaired(collection(record), DiagnosticCode.VALUE_NOT_REPRESENTABLE);

        assertThat(cut.findings()).hasSize(2);
        assertThat(cut.rejects()).containsExactly(new Extent(cut.offset() + record.indexOf(field), field.length()));
    }

    @Test
    void attributesInAnyOrderWithEitherQuote() {
        MarcRecord record =
                clean("<m:record type='Bibliographic' xmlns:m=\"x\" ><m:leader>00000nam a2200000 a 4500</m:leader >"
                        + "<m:controlfield\n tag = '001'>17</m:controlfield>"
                        + "<m:datafield ind2='0' tag='245' ind1=\"&#49;\"><m:subfield code='a'>T</m:subfield>"
                        + "<m:subfield code=\"&quot;\"/></m:datafield></m:record>");
        assertThat(record.controlNumber()).contains("17");
        assertThat(record.first("245").orElseThrow().bytes().toByteArray()).isEqualTo(Cuts.bytes("10\u001FaT\u001F\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000nam a2200000 a 4500",
                "     nam a22     ua 4500",
                "\n   00000nam a2200000 a 4500\n  ",
                "00000nam a2200000 a 4500\n"
            })
    void leadersAreKept(String leader) {
        MarcRecord record = clean("<record><leader>" + leader + "</leader>" + field("T") + "</record>");
        assertThat(record.leader().toString()).contains("nam a22").endsWith(" 4500");
        assertThat(record.leader().type()).isEqualTo('a');
    }

    @ParameterizedTest
    @ValueSource(strings = {"nam a22     ua 4500", "00000nam a2200000 a 45", "00000nam a2200000 a 4500 and more", ""})
    void leadersOfOtherLengthAreReported(String leader) {
        repaired(
                "<record><leader>" + leader + "</leader>" + field("T") + "</record>", DiagnosticCode.LEADER_INCOMPLETE);
    }

    @Test
    void aMissingLeaderIsBlank() {
        Cut cut = repaired("<record>" + field("T") + "</record>", DiagnosticCode.LEADER_INCOMPLETE);
        assertThat(title(cut.record())).isEqualTo("T");
    }

    /** More bytes than one would shift what follows, so it is told. */
    @ParameterizedTest
    @ValueSource(strings = {"10", "\u00E9"})
    void anIndicatorOfSeveralBytesIsReported(String indicator) {
        String odd = field("T").replace("ind1=\"1\"", "ind1=\"" + indicator + "\"");
        Cut cut = repaired(collection(record(odd)), DiagnosticCode.MARKUP_REPAIRED);
        assertThat(cut.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.found()).isEqualTo("indicator 1 has 2 bytes"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    A & B, A & B, MARKUP_REPAIRED
                    A &eacute; B, A &eacute; B, MARKUP_REPAIRED
                    A < B, A < B, MARKUP_REPAIRED
                    <joe@x.org>, <joe@x.org>, MARKUP_REPAIRED
                    A&#x1F;B, A�B, CHARACTER_FORBIDDEN
                    A&#xFFFFFFFFFFF;B, A�B, CHARACTER_FORBIDDEN
                    A<i>B</i>C, ABC, CONTENT_PASSED_OVER
                    """)
    void whatIsCertainIsRepaired(String written, String meant, DiagnosticCode code) {
        String document = collection(record(field(written)));
        Cut cut = repaired(document, code);
        assertThat(title(cut.record())).isEqualTo(meant);
        assertThat(cut.findings().get(0).tag()).isEqualTo("245");
        assertThat(cut.findings().get(0).fieldNumber()).isEqualTo(1);
    }

    @Test
    void aForbiddenCharacterCostsItself() {
        String document = collection(record(field("A\u001FB\u0001C")));
        Cut cut = repaired(document, DiagnosticCode.CHARACTER_FORBIDDEN);
        assertThat(title(cut.record())).isEqualTo("A" + UPPER + "B" + UPPER + "C");
        assertThat(cut.findings())
                .extracting(Finding::byteOffset)
                .containsExactly((long) document.indexOf('\u001F'), (long) document.indexOf('\u0001'));
    }

    @Test
    void bytesThatAreNoUtf8BecomeU0FFFD() {
        byte[] document = Cuts.bytes(collection(record(field("A~B"))));
        int at = new String(document, StandardCharsets.UTF_8).indexOf('~');
        document[at] = (byte) 0xE9;
        List<Cut> cuts = Cuts.of(MARCXML, document);
        assertThat(title(Cut.records(cuts).get(0))).isEqualTo("A" + UPPER + "B");
        assertThat(Cuts.findings(cuts)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.BYTE_UNDECODABLE);
            assertThat(finding.byteOffset()).isEqualTo(at);
        });
    }

    @Test
    void missingIndicatorsAreBlank() {
        Cut cut = repaired(
                record("<datafield tag='911'><subfield code='a'>T</subfield></datafield>"),
                DiagnosticCode.MARKUP_REPAIRED);
        assertThat(cut.record().first("911").orElseThrow().bytes().toByteArray())
                .isEqualTo(Cuts.bytes("  \u001FaT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<datafield ind1=' ' ind2=' '><subfield code='a'>T</subfield></datafield>",
                "<datafield tag='2450' ind1=' ' ind2=' '><subfield code='a'>T</subfield></datafield>",
                "<controlfield>T</controlfield>",
                "<datafield tag='500' ind1=' ' ind2=' '><subfields code='a'>T</subfields></datafield>",
                "<datafield tag='500' ind1=' ' ind2=' '><subfield>T</subfield></datafield>",
                "<datafield tag='500' ind1=' ' ind2=' '><subfield code='ab'>T</subfield></datafield>",
                "<datafeild tag='500'>T</datafeild>"
            })
    void whatHasNoPlaceInARecordIsRejectedAloneAndTheRestIsRead(String odd) {
        Cut cut = only(collection(record(field("A") + odd + field("B"))));
        assertThat(cut.kind()).isEqualTo(Kind.REPAIRED);
        assertThat(cut.rejects()).hasSize(1);
        assertThat(cut.findings()).hasSize(1);
        assertThat(cut.record().dataFields("245")).hasSize(2);
        int start = collection(record(field("A") + odd + field("B"))).indexOf(odd);
        assertThat(cut.rejects().get(0).offset()).isBetween((long) start, (long) start + odd.length());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    <datafield tag='245' ind1='1' ind2='0'><subfield code='a'>T</WRONG></datafield>, </WRONG>
                    <datafield tag='245' ind1='1' ind2='0'><subfield code='a'>T<subfield code='b'>U</subfield></datafield>, <subfield code='b'>
                    <datafield tag='245' ind1='1' ind2='0'><subfield code='a'>T</subfield>, </record>
                    <datafield tag='245 ind1='1' ind2='0'><subfield code='a'>T</subfield></datafield>, 1' ind2
                    <controlfield tag='001'>T</controlfield tag>, </controlfield tag>
                    """)
    void brokenMarkupCostsItsRecordAndSaysWhere(String broken, String place) {
        String document = collection(record(field("A")), record(field("X") + broken), record(field("B")));
        List<Cut> cuts = Cuts.of(MARCXML, document);
        assertThat(Cut.records(cuts)).extracting(XmlReadingTest::title).containsExactly("A", "B");
        Cut rejected = cuts.stream()
                .filter(cut -> cut.kind() == Kind.REJECTED)
                .findFirst()
                .orElseThrow();
        assertThat(rejected.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.MARKUP_BROKEN);
            assertThat(finding.byteOffset()).isEqualTo(document.indexOf(place, document.indexOf(broken)));
            assertThat(finding.expected()).contains("expected");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- lost", "<![CDATA[ lost", "<?lost "})
    void whatLostItsEndCostsItsRecordAlone(String opening) {
        for (String value : List.of("X</subfield>", "")) {
            String document = collection(
                    record(field("A")), record(field(opening + value)), record(field("B")), record(field("C")));
            List<Cut> cuts = Cuts.of(MARCXML, document);
            assertThat(Cut.records(cuts)).extracting(XmlReadingTest::title).containsExactly("A", "B", "C");
            assertThat(Cuts.findings(cuts)).extracting(Finding::code).containsOnly(DiagnosticCode.MARKUP_BROKEN);
        }
    }

    @Test
    void recordsInACommentAreNone() {
        String document = collection(
                "<!-- " + record(field("no")) + " -->", record(field("A")), "<!-- " + record(field("no")) + " -->");
        assertThat(title(clean(document))).isEqualTo("A");
    }

    @Test
    void oaiPmhWrapsRecordsInRecords() {
        String document = "<?xml version='1.0'?><OAI-PMH xmlns='o'><ListRecords><record><header><identifier>oai:x:1"
                + "</identifier></header><metadata>" + record(field("A")) + "</metadata></record>\n"
                + "<record><header status=\"deleted\"><identifier>oai:x:2</identifier></header></record>"
                + "<record><header/><metadata>" + record(field("B"))
                + "</metadata></record><resumptionToken>t</resumptionToken></ListRecords></OAI-PMH>";
        List<Cut> cuts = Cuts.of(MARCXML, document);
        assertThat(Cut.records(cuts)).extracting(XmlReadingTest::title).containsExactly("A", "B");
        assertThat(cuts).extracting(Cut::kind).containsOnly(Kind.CLEAN, Kind.FILLER);
        assertThat(Cuts.findings(cuts)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.RECORD_DELETED);
            assertThat(finding.found()).contains("oai:x:2");
            assertThat(finding.byteOffset()).isEqualTo(document.indexOf("<header status"));
        });
    }

    @Test
    void sruPacksRecordsAsText() {
        String packed = record(field("A &amp; &lt;B&gt; \u00E4 & C"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        String document = "<zs:searchRetrieveResponse xmlns:zs='z'><zs:records><zs:record><zs:recordPacking>string"
                + "</zs:recordPacking><zs:recordData>\n&lt;?xml version=\"1.0\"?&gt;" + packed
                + "</zs:recordData><zs:recordPosition>1</zs:recordPosition></zs:record><zs:record><zs:recordData>"
                + "<![CDATA[" + record(field("B"))
                + "]]></zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>";
        List<Cut> cuts = Cuts.of(MARCXML, document);
        assertThat(Cut.records(cuts)).extracting(XmlReadingTest::title).containsExactly("A & <B> \u00E4 & C", "B");
        assertThat(cuts).extracting(Cut::kind).doesNotContain(Kind.REJECTED);
        assertThat(Cuts.findings(cuts)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DiagnosticCode.MARKUP_REPAIRED);
            int bytes = document.substring(0, document.indexOf("&amp; C")).getBytes(StandardCharsets.UTF_8).length;
            assertThat(finding.byteOffset()).isEqualTo(bytes);
        });
    }

    @Test
    void escapedRecordsElsewhereAreText() {
        String value = "About &lt;record&gt; in XML";
        assertThat(title(clean(collection(record(field(value)))))).isEqualTo("About <record> in XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252", "ISO-8859-5", "KOI8-R"})
    void otherEncodings(String name) {
        String text = name.endsWith("-5") || name.startsWith("K") ? "\u041C\u0438\u0440" : "\u00C4rger \u00E9t\u00E9";
        String value = text + (name.startsWith("UTF") ? " \uD83D\uDE00 \u0A0A" : "");
        String document = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>\n<collection>" + record(field(value))
                + "\n" + record(field("B & " + value)) + "</collection>";
        byte[] bytes = document.getBytes(Charset.forName(name));
        List<Cut> cuts = Cuts.of(MARCXML, bytes);
        assertThat(Cut.records(cuts)).extracting(XmlReadingTest::title).containsExactly(value, "B & " + value);
        int unit = name.startsWith("UTF") ? 2 : 1;
        assertThat(Cuts.findings(cuts))
                .singleElement()
                .extracting(Finding::byteOffset)
                .isEqualTo((long) unit * document.indexOf("& " + value));
    }

    @Test
    void byteOrderMarks() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(("\uFEFF" + collection(record(field("\u00C4")))).getBytes(charset));
            List<Cut> cuts = Cuts.of(MARCXML, out.toByteArray());
            assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.FILLER, Kind.CLEAN, Kind.FILLER);
            assertThat(title(Cut.records(cuts).get(0))).isEqualTo("\u00C4");
        }
    }

    @Test
    void turboMarc() {
        String document = "<collection xmlns=\"http://www.indexdata.com/turbomarc\"><r><l>00000nam a2200000 a 4500</l>"
                + "<c001>17</c001><d245 i1=\"1\" i2=\"0\"><sa>T</sa><s code=\"!\">U</s></d245>"
                + "<d tag=\"9 9\" i1=\" \" i2=\" \"><sb>V</sb></d></r></collection>";
        List<Cut> cuts = Cuts.of(new TurboMarcFormat(), document);
        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.FILLER, Kind.CLEAN, Kind.FILLER);
        MarcRecord record = Cut.records(cuts).get(0);
        assertThat(record.controlNumber()).contains("17");
        assertThat(record.first("245").orElseThrow().bytes().toByteArray()).isEqualTo(Cuts.bytes("10\u001FaT\u001F!U"));
        assertThat(record.firstValue("9 9", 'b')).contains("V");
    }

    @Test
    void marcXchangeHasUpToNineIndicators() {
        String document = "<collection xmlns=\"info:lc/xmlns/marcxchange-v2\"><record format=\"danMARC\">"
                + "<leader>00000nam a3200000 a 4500</leader><datafield tag=\"245\" ind3=\"3\" ind1=\"1\" ind2=\"2\">"
                + "<subfield code=\"a\">T</subfield></datafield></record></collection>";
        MarcRecord record =
                Cut.records(Cuts.of(new MarcXchangeFormat(), document)).get(0);
        assertThat(record.indicatorCount()).isEqualTo(3);
        assertThat(record.first("245").orElseThrow().bytes().toByteArray()).isEqualTo(Cuts.bytes("123\u001FaT"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    <collection/>, FILLER
                    <OAI-PMH><error code="noRecordsMatch"/></OAI-PMH>, FILLER
                    <collection><notarecord/></collection>, REJECTED
                    <rss><item/></rss>, REJECTED
                    no markup at all, REJECTED
                    <collection><record></record></collection>, REJECTED
                    <collection><record>, REJECTED
                    <collection><rec, REJECTED
                    """)
    void documentsWithoutRecords(String document, Kind kind) {
        List<Cut> cuts = Cuts.of(MARCXML, document);
        assertThat(cuts).extracting(Cut::kind).contains(kind);
        assertThat(Cut.records(cuts)).isEmpty();
        assertThat(Cuts.findings(cuts)).hasSize(kind == Kind.FILLER ? 0 : 1);
    }

    @Test
    void textAndFieldsOutsideOfRecordsAreRejected() {
        String document = collection(record(field("A")), "garbage", record(field("B")) + field("stray"));
        List<Cut> cuts = Cuts.of(MARCXML, document);
        assertThat(Cut.records(cuts)).hasSize(2);
        assertThat(cuts.stream().filter(cut -> cut.kind() == Kind.REJECTED))
                .extracting(Cut::offset)
                .containsExactly((long) document.indexOf("garbage"), (long) document.lastIndexOf("<datafield"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    <collection xmlns="http://www.loc.gov/MARC21/slim">, marcxml
                    <?xml version="1.0"?><!-- x --><!DOCTYPE a [<!ENTITY b "c">]><m:record xmlns:m="x">, marcxml
                    <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">, marcxml
                    <bib><mms_id>1</mms_id>, marcxml
                    <collection xmlns="http://www.indexdata.com/turbomarc"><r>, turbomarc
                    <r xmlns="x"><l>, turbomarc
                    <mx:collection xmlns:mx="info:lc/xmlns/marcxchange-v1">, marcxchange
                    <!DOCTYPE html><html>, ``
                    <HTML><body>, ``
                    {"leader":1}, ``
                    <3 text, ``
                    """)
    void formatsAreKnownByContent(String head, String name) {
        byte[] bytes = Cuts.bytes(head);
        byte[] wide = ("\uFEFF" + head).getBytes(StandardCharsets.UTF_16LE);
        for (Format format : List.of(MARCXML, new TurboMarcFormat(), new MarcXchangeFormat())) {
            assertThat(format.sniff(bytes, bytes.length))
                    .isEqualTo(format.name().equals(name));
            assertThat(format.sniff(wide, wide.length)).isEqualTo(format.name().equals(name));
        }
    }

    @Test
    void aNameThatBeginsWithADigitIsThatOfNoRecord() {
        String lost = "<!-- lost <1:record><leader/></1:record>";
        List<Cut> cuts = Cuts.of(MARCXML, record(field("A")) + lost);

        assertThat(Cut.records(cuts)).hasSize(1);
        assertThat(cuts.get(1).kind()).isEqualTo(Kind.REJECTED);
        assertThat(cuts.get(1).length()).isEqualTo(lost.length());
    }
}
