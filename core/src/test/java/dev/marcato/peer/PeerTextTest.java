// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.Reading;
import dev.marcato.testkit.Corpus;
import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marc4j.converter.impl.AnselToUnicode;

/** Text as other programs decode it: yaz (skipped where it is not installed) and marc4j. Compared after NFC. */
class PeerTextTest {
    /**
     * Where yaz and we differ on a byte of ISO 5426 before "ab": yaz leaves out what it has no character for, which we
     * report, and has no right halves of marks over two letters; what it makes of the left one, which serves for two marks,
     * is the tilde.
     */
    private static final String LEFT_OUT_BY_YAZ = "A0 B3 B4 B5 DC E0 E3 E4 E5 E7 EB ED EE EF F0 F4 F7 FD FE FF";

    /** No line end: yaz-iconv has no way for control characters through this set. */
    private static final String SEPARATOR = "~~~";

    private static final Map<Integer, String> HALVES = Map.of(0xDD, "a\uFE20b", 0xDE, "a\uFE21b", 0xDF, "a\uFE23b");

    @Test
    void recordsInMarc8() {
        byte[] theirs = YazText.installed().marcdump(Corpus.file("clean/uva-200.marc8.mrc"), "marc8");
        List<String> expected = new ArrayList<>();
        for (MarcRecord record : Reading.of(theirs).records()) {
            record.fields().forEach(field -> expected.add(text(field, Encoding.UTF_8)));
        }
        List<String> decoded = new ArrayList<>();
        for (MarcRecord record :
                Reading.of(Corpus.bytes("clean/uva-200.marc8.mrc")).records()) {
            record.fields().forEach(field -> decoded.add(text(field, Encoding.MARC_8)));
        }

        assertThat(decoded).hasSize(5465).isEqualTo(expected);
    }

    @Test
    void theSameRecordsComeBackToTheByte() {
        for (MarcRecord record :
                Reading.of(Corpus.bytes("clean/uva-200.marc8.mrc")).records()) {
            for (Field field : record) {
                byte[] bytes = field.bytes().toByteArray();
                assertThat(Encoding.MARC_8.encode(Encoding.MARC_8.decode(bytes, 0, bytes.length)))
                        .as(field.toString())
                        .isEqualTo(bytes);
            }
        }
    }

    /**
     * Records that yaz converted to XML, and that back: equal but for halves of marks that have no other half, of which it
     * makes the whole mark or nothing (set 7). In set 12 two fields are damaged: control characters, 0x1F among them, stand
     * in East Asian text. yaz takes them for parts of characters and leaves these out. The directories of sets 3 and 5 are
     * wrong: what differs there is no matter of text.
     */
    @ParameterizedTest(name = "set {0}")
    @CsvSource({"0,0", "1,0", "2,0", "6,0", "7,3", "8,0", "9,0", "12,2"})
    void setsOfYaz(int set, int differences) {
        String name = new String(Corpus.bytes("charset/yaz/marc" + set + ".chr"), UTF_8).strip();
        Encoding encoding = Encoding.named(name).orElseThrow();
        MarcRecord ours = only("charset/yaz/marc" + set + ".marc");
        MarcRecord theirs = only("charset/yaz/marc" + set + ".xml.marc");

        assertThat(ours.size()).isEqualTo(theirs.size());
        int differing = 0;
        for (int i = 0; i < ours.size(); i++) {
            String text = text(ours.fields().get(i), encoding);
            String expected = text(theirs.fields().get(i), Encoding.UTF_8);
            if (!text.equals(expected)) {
                differing++;
                boolean damaged = text.chars().anyMatch(c -> c == '\f' || c == 0xFFFD);
                assertThat(damaged).as(text).isEqualTo(set == 12);
                assertThat(damaged ? expected : text.replaceAll("[\uFE20-\uFE23]", ""))
                        .isEqualTo(expected.replaceAll("[\u0360\u0361]", ""));
            }
        }
        assertThat(differing).isEqualTo(differences);
    }

    private static MarcRecord only(String file) {
        return Reading.of(Corpus.bytes(file)).records().get(0);
    }

    @Test
    void everyByteAndPairOfIso5426() {
        YazText yaz = YazText.installed();
        List<byte[]> all = new ArrayList<>();
        for (int first = 0x20; first < 0x100; first++) {
            for (int second = 0x20; second < 0x100; second++) {
                if (isComparable(first) && isComparable(second)) {
                    all.add(new byte[] {(byte) first, (byte) second, 'a', 'b'});
                }
            }
        }
        assertThat(all).hasSize(167 * 167);
        for (int from = 0; from < all.size(); from += 100) {
            List<byte[]> portion = all.subList(from, Math.min(all.size(), from + 100));
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (byte[] line : portion) {
                lines.writeBytes(line);
                lines.writeBytes(SEPARATOR.getBytes(ISO_8859_1));
            }
            String[] theirs = new String(yaz.iconv(lines.toByteArray(), "iso5426"), UTF_8).split(SEPARATOR);
            assertThat(theirs).hasSize(portion.size());
            for (int i = 0; i < theirs.length; i++) {
                byte[] line = portion.get(i);
                String ours = nfc(Encoding.ISO_5426.decode(line, 0, 4));
                if (!ours.equals(nfc(theirs[i]))) {
                    // yaz-iconv misplaces marks at the ends of its buffer of 64 bytes: alone the line is away from
                    // them.
                    assertThat(ours)
                            .as("%02X %02X", line[0], line[1])
                            .isEqualTo(nfc(new String(yaz.iconv(line, "iso5426"), UTF_8)));
                }
            }
        }
    }

    @Test
    void bytesOfIso5426OnWhichYazDiffers() {
        YazText yaz = YazText.installed();
        for (String hex : LEFT_OUT_BY_YAZ.split(" ")) {
            byte[] line = {(byte) Integer.parseInt(hex, 16), 'a', 'b'};
            assertThat(Encoding.ISO_5426.decode(line, 0, 3)).as(hex).isEqualTo("\uFFFDab");
            assertThat(new String(yaz.iconv(line, "iso5426"), UTF_8)).as(hex).isEqualTo("ab");
        }
        HALVES.forEach((value, text) -> {
            byte[] line = {value.byteValue(), 'a', 'b'};
            assertThat(Encoding.ISO_5426.decode(line, 0, 3)).isEqualTo(text);
            assertThat(new String(yaz.iconv(line, "iso5426"), UTF_8)).isEqualTo(value == 0xDD ? "a\u0360b" : "ab");
        });
    }

    private static boolean isComparable(int value) {
        boolean control = value == 0x7F || value >= 0x80 && value < 0xA0;
        return !control
                && value != '~'
                && !HALVES.containsKey(value)
                && !LEFT_OUT_BY_YAZ.contains(String.format("%02X", value));
    }

    /** marc4j, line by line of the corpus's text: it lacks the codes of the last one, which no table of the Library has. */
    @Test
    void marc4jDecodesTheLinesAlike() {
        AnselToUnicode marc4j = new AnselToUnicode();
        marc4j.setTranslateNCR(true);
        String[] lines = new String(Corpus.bytes("charset/marc8-lines.txt"), ISO_8859_1).split("\n");
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            byte[] bytes = lines[i].getBytes(ISO_8859_1);
            String ours = nfc(Encoding.MARC_8.decode(bytes, 0, bytes.length));
            if (!ours.equals(nfc(marc4j.convert(lines[i])))) {
                differing.add(i + 1);
            }
        }
        assertThat(differing).containsExactly(1515);
    }

    private static String text(Field field, Encoding encoding) {
        byte[] bytes = field.bytes().toByteArray();
        return nfc(encoding.decode(bytes, 0, bytes.length));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
