// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.Severity;
import dev.marcato.testkit.Corpus;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The XML files of the corpus, found by their content, against the same records in ISO 2709. */
class XmlCorpusTest {
    private static List<String> content(MarcRecord record) {
        List<String> fields = new ArrayList<>();
        for (Field field : record) {
            byte[] bytes = field.bytes().toByteArray();
            String text = record.encoding().decode(bytes, 0, bytes.length);
            fields.add(field.tag() + Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "formats/summerland.xml, formats/summerland.mrc",
        "formats/traject-30.marcxml, formats/traject-30.mrc",
        "formats/chabon-record-type.xml, formats/chabon.mrc",
        "formats/chabon.xml, formats/chabon.mrc"
    })
    void familiesAreEqual(String xml, String iso2709) {
        List<MarcRecord> read = Samples.read(Corpus.bytes(xml));
        List<MarcRecord> expected = Samples.read(Corpus.bytes(iso2709));
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < read.size(); i++) {
            assertThat(content(read.get(i))).as("record %d", i + 1).isEqualTo(content(expected.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 6, 7, 8, 9, 12})
    void yazSets(int number) {
        String set = "charset/yaz/marc" + number;
        List<MarcRecord> read = Samples.read(Corpus.bytes(set + ".xml"));
        String charset = new String(Corpus.bytes(set + ".chr"), StandardCharsets.US_ASCII).strip();
        Encoding encoding = charset.equals("utf-8")
                ? Encoding.UTF_8
                : charset.equals("marc-8") ? Encoding.MARC_8 : Encoding.ISO_8859_1;
        List<MarcRecord> expected = MarcReader.builder().encoding(encoding).of(Corpus.bytes(set + ".marc")).stream()
                .toList();
        assertThat(read).hasSameSizeAs(expected);
        boolean marc8 = "\u00E8".equals(Encoding.MARC_8.decode(new byte[] {(byte) 0xE1, 'e'}, 0, 2));
        for (int i = 0; i < read.size(); i++) {
            List<String> fields = content(read.get(i));
            List<String> others = content(expected.get(i));
            assertThat(fields).hasSameSizeAs(others);
            for (int field = 0; field < fields.size(); field++) {
                // Undecoded bytes are shown as \xHH: MARC-8 has to be decoded for them to be compared.
                if (encoding != Encoding.MARC_8 || marc8 || !others.get(field).matches(".*\\\\x[0-9A-F]{2}.*")) {
                    assertThat(fields.get(field)).isEqualTo(asYazReadIt(others.get(field)));
                }
            }
        }
    }

    /** It takes the character behind the indicators for the delimiter, whatever it is: "  Granlund" became code r. */
    private static String asYazReadIt(String field) {
        boolean lacksDelimiter = !field.startsWith("00") && field.length() > 5 && field.indexOf(0x1F) != 5;
        boolean hasThree = field.indexOf(0x1F) == 6;
        return lacksDelimiter && !hasThree ? field.substring(0, 5) + (char) 0x1F + field.substring(6) : field;
    }

    @ParameterizedTest
    @CsvSource({
        "formats/broken.xml, 10, 0",
        "formats/marc.xml, 1, 0",
        "formats/1474920681_KOHA_LFL_5.xml, 1, 0",
        "formats/1474920681_KOHA_LFL_6_with_comment.xml, 1, 0",
        "formats/cruel-cruel-indicatorless-summerland.xml, 1, 0",
        "formats/chabon-bad-subfields-element.xml, 1, 1",
        "formats/chabon-missing-controlfield-tag.xml, 1, 2",
        "formats/chabon-missing-datafield-tag.xml, 1, 2",
        "formats/chabon-missing-subfield-code.xml, 1, 1",
        "damaged/one-fault-each/e401_bad_char_reference.xml, 1, 0",
        "damaged/one-fault-each/e401_malformed_marcxml.xml, 0, 1",
        "damaged/one-fault-each/e401_unexpected_eof_in_subfield.xml, 0, 1",
        "damaged/one-fault-each/e401_no_record_element.xml, 0, 1"
    })
    void brokenAndOddOnes(String name, int records, int rejects) throws Exception {
        List<Diagnostic> found = new ArrayList<>();
        byte[] bytes = Corpus.bytes(name);
        try (MarcReader reader = MarcReader.builder().listener(found::add).of(bytes)) {
            assertThat(reader.stream().toList()).hasSize(records);
            assertThat(reader.summary().rejectedStretches()).isEqualTo(rejects);
            assertThat(reader.summary().totalBytes()).isEqualTo(bytes.length);
        }
        if (name.matches(".*(chabon|e401|cruel).*")) {
            assertThat(found).isNotEmpty();
            assertThat(found)
                    .allMatch(each ->
                            each.location().line() > 0 && each.location().column() > 0);
            assertThat(found).anyMatch(each -> each.severity().compareTo(Severity.WARNING) >= 0);
        }
    }

    @Test
    void theFaultHasItsPlace() {
        List<Diagnostic> found = new ArrayList<>();
        MarcReader.builder()
                .listener(found::add)
                .of(Corpus.bytes("damaged/one-fault-each/e401_malformed_marcxml.xml"))
                .forEach(record -> {});
        assertThat(found).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.location().line()).isEqualTo(5);
            assertThat(diagnostic.location().column()).isEqualTo(40);
            assertThat(diagnostic.message()).contains("</WRONG>").contains("</subfield>");
        });
    }
}
