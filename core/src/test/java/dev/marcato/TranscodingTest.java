// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import dev.marcato.testkit.TextCoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer brings text into another encoding, and tells whatever is not as it was. */
class TranscodingTest {
    private final List<Diagnostic> told = new ArrayList<>();
    private final List<MarcRecord> refused = new ArrayList<>();

    private byte[] written(List<MarcRecord> records, UnaryOperator<MarcWriter.Builder> options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarcWriter.Builder builder = MarcWriter.builder()
                .oversize(OversizePolicy.SKIP)
                .listener(told::add)
                .refused(refused::add);
        try (MarcWriter writer = options.apply(builder).open(out)) {
            for (MarcRecord record : records) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private MarcRecord converted(MarcRecord record, UnaryOperator<MarcWriter.Builder> options) {
        return Records.parse(written(List.of(record), options));
    }

    private static List<String> texts(MarcRecord record) {
        List<String> texts = new ArrayList<>();
        for (Field field : record.fields()) {
            byte[] bytes = field.bytes().toByteArray();
            texts.add(field.tag() + " " + field.encoding().decode(bytes, 0, bytes.length));
        }
        return texts;
    }

    private List<DiagnosticCode> codes() {
        return told.stream().map(Diagnostic::code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean/uva-200.marc8.mrc", "clean/lc-bibliographic-386.mrc"})
    void textIsTheSameInEitherEncodingAndThereAndBack(String name) {
        for (MarcRecord record : Records.all(Corpus.bytes(name))) {
            MarcRecord utf8 = converted(record, writer -> writer.encoding(Encoding.UTF_8));
            assertThat(utf8.leader().toString().charAt(9)).isEqualTo('a');
            assertThat(utf8.encoding()).isEqualTo(Encoding.UTF_8);
            assertThat(texts(utf8)).isEqualTo(texts(record));

            MarcRecord marc8 = converted(utf8, writer -> writer.encoding(Encoding.MARC_8));
            assertThat(marc8.leader().toString().charAt(9)).isEqualTo(' ');
            assertThat(normalized(texts(marc8))).isEqualTo(normalized(texts(record)));
        }
    }

    /** MARC-8 has no precomposed letters, and halves of marks over two letters come back as one mark. */
    private static List<String> normalized(List<String> texts) {
        return texts.stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replace('\uFE20', '\u0361')
                        .replace("\uFE21", "")
                        .replace('\uFE22', '\u0360')
                        .replace("\uFE23", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void generatedMarc8IsReadAsItWasMade(long seed) {
        List<TestRecord> made =
                RecordGenerator.seeded(seed).coding(TextCoding.MARC8_ANSEL).records(200);
        for (MarcRecord record : Records.all(TestRecord.toFile(made))) {
            MarcRecord utf8 = converted(record, writer -> writer.encoding(Encoding.UTF_8));
            assertThat(texts(utf8))
                    .as("seed %d, record %d", seed, record.number())
                    .isEqualTo(texts(record));
        }
        assertThat(told).as("seed %d", seed).isEmpty();
    }

    @Test
    void aRecordOfNothingButAsciiDiffersInOneByte() {
        byte[] before = Records.of(Records.MARC_8_LEADER, "001 x1", "245 10$aAT&T, R&D")
                .originalBytes()
                .orElseThrow()
                .toByteArray();
        byte[] expected = before.clone();
        expected[9] = 'a';

        assertThat(written(List.of(Records.parse(before)), writer -> writer.encoding(Encoding.UTF_8)))
                .isEqualTo(expected);
        assertThat(written(List.of(Records.parse(expected)), writer -> writer.encoding(Encoding.MARC_8)))
                .isEqualTo(before);
        assertThat(told).isEmpty();
    }

    @Test
    void aReferenceIsACharacterInMarc8Alone() {
        String field = "245 10$aChinese &#x4E00; &amp; &#x110000;";
        MarcRecord marc8 = Records.of(Records.MARC_8_LEADER, field);
        MarcRecord utf8 = Records.of(Records.UTF_8_LEADER, field);

        assertThat(texts(converted(marc8, writer -> writer.encoding(Encoding.UTF_8))))
                .containsExactly("245 10\u001FaChinese \u4E00 &amp; &#x110000;");
        assertThat(converted(utf8, writer -> writer.encoding(Encoding.UTF_8))).isEqualTo(utf8);
        assertThat(texts(converted(utf8, writer -> writer.encoding(Encoding.MARC_8))))
                .as("what only looks like one stays text")
                .isEqualTo(texts(utf8));
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEncodingLacks(UnencodablePolicy policy) {
        MarcRecord record = Records.of(Records.UTF_8_LEADER, "001 x1", "245 10$a1 \uD83D\uDE00 smile");

        byte[] bytes = written(
                List.of(record), writer -> writer.encoding(Encoding.MARC_8).unencodable(policy));

        if (policy == UnencodablePolicy.ERROR) {
            assertThat(bytes).isEmpty();
            assertThat(refused).containsExactly(record);
        } else {
            assertThat(texts(Records.parse(bytes)).get(1))
                    .isEqualTo("245 10\u001Fa1 " + (policy == UnencodablePolicy.REPLACE ? "|" : "\uD83D\uDE00")
                            + " smile");
            assertThat(refused).isEmpty();
        }
        assertThat(codes())
                .containsExactly(
                        policy == UnencodablePolicy.REFERENCE
                                ? DiagnosticCode.CHARACTER_AS_REFERENCE
                                : DiagnosticCode.CHARACTER_LOST);
        assertThat(told.get(0).location().tag()).isEqualTo("245");
    }

    @Test
    void aByteThatIsNoCharacterIsLostWithItsPlace() {
        MarcRecord record =
                Records.ofBytes(Records.UTF_8_LEADER, "001 x1", "245 10$aCaf\u00C3\u00A9", "500   $ax\u00FFy");

        MarcRecord written = converted(record, writer -> writer.encoding(Encoding.UTF_8));

        assertThat(texts(written)).containsExactly("001 x1", "245 10\u001FaCaf\u00E9", "500   \u001Fax\uFFFDy");
        assertThat(codes()).contains(DiagnosticCode.CHARACTER_LOST);
        Diagnostic lost = told.stream()
                .filter(each -> each.code() == DiagnosticCode.CHARACTER_LOST)
                .findFirst()
                .orElseThrow();
        byte[] bytes = record.originalBytes().orElseThrow().toByteArray();
        assertThat(bytes[(int) lost.location().byteOffset()]).isEqualTo((byte) 0xFF);
        assertThat(lost.location().tag()).isEqualTo("500");
    }

    @Test
    void aLeaderThatLiesIsTold() {
        MarcRecord record = Records.of(Records.MARC_8_LEADER, "245 10$a\u041F\u0443\u0448\u043A\u0438\u043D");

        MarcRecord written = converted(record, writer -> writer.encoding(Encoding.UTF_8));

        assertThat(texts(written)).containsExactly("245 10\u001Fa\u041F\u0443\u0448\u043A\u0438\u043D");
        assertThat(written.leader().toString().charAt(9)).isEqualTo('a');
        assertThat(codes()).containsExactly(DiagnosticCode.ENCODING_CONTRADICTED);
    }

    @ParameterizedTest
    @EnumSource
    void textIsNormalisedOnlyWhenAsked(Normalizer.Form form) {
        for (MarcRecord record : Records.all(Corpus.bytes("clean/internet-archive-50.mrc"))) {
            List<String> expected = texts(record).stream()
                    .map(text -> Normalizer.normalize(text, form))
                    .toList();
            assertThat(texts(converted(
                            record, writer -> writer.encoding(Encoding.UTF_8).normalize(form))))
                    .isEqualTo(expected);
            assertThat(texts(converted(record, writer -> writer.encoding(Encoding.UTF_8))))
                    .isEqualTo(texts(record));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
    void textThatWasEncodedTwiceComesBackWhenAsked(String between) {
        String text = "T\u00E2rgu Mure\u015F: \u201Eziarul\u201C \u2013 \u65E5\u672C, \u0412\u043E\u0439\u043D\u0430";
        String twice = new String(text.getBytes(UTF_8), Charset.forName(between));
        MarcRecord record = Records.of(
                Records.UTF_8_LEADER, "001 x1", "245 10$aCaf\u00E9 \u00C2", "500   $a" + twice, "501   $aplain");

        assertThat(texts(converted(record, writer -> writer.encoding(Encoding.UTF_8))))
                .as("nothing is undone unless asked")
                .isEqualTo(texts(record));
        assertThat(told).isEmpty();

        assertThat(texts(converted(record, writer -> writer.fixDoubleUtf8(true))))
                .containsExactly(
                        "001 x1", "245 10\u001FaCaf\u00E9 \u00C2", "500   \u001Fa" + text, "501   \u001Faplain");
        assertThat(codes()).containsExactly(DiagnosticCode.UTF8_ENCODED_TWICE);
        assertThat(told.get(0).location().tag()).isEqualTo("500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial.bnr.1993.mrc", "short.bnr.1993.mrc"})
    void romanianLettersComeBack(String name) {
        String letters = "\u0102\u0103\u015E\u015F\u0162\u0163";
        for (MarcRecord record : MarcReader.of(Corpus.bytes("dialects/unimarc/" + name))) {
            String before = String.join("\n", texts(record));
            MarcRecord written = Records.parse(written(
                    List.of(record), writer -> writer.encoding(Encoding.UTF_8).fixDoubleUtf8(true)));
            String after = String.join("\n", texts(written));
            assertThat(before.chars()).noneMatch(each -> letters.indexOf(each) >= 0);
            assertThat(after.chars()).anyMatch(each -> letters.indexOf(each) >= 0);
            assertThat(after.chars()).noneMatch(each -> each == 0xC4 || each == 0xC5);
        }
        assertThat(codes()).contains(DiagnosticCode.UTF8_ENCODED_TWICE);
    }

    @Test
    void unimarcSaysItInField100() {
        String coded = "100   $a19930101d1993    m  y0rumy0103    ba";
        MarcRecord record = Records.of("00000nam  2200000   450 ", "001 x1", coded, "200 1 $aMure\u015F", "801  0$aRO");
        assertThat(record.flavor()).isEqualTo(Flavor.UNIMARC);

        MarcRecord written = converted(record, writer -> writer.encoding(Encoding.UTF_8));

        assertThat(texts(written).get(1)).isEqualTo("100   \u001Fa19930101d1993    m  y0rumy50      ba");
        assertThat(texts(written).get(2)).isEqualTo("200 1 \u001FaMure\u015F");
        assertThat(written.leader().toString().charAt(9)).isEqualTo(' ');
    }
}
