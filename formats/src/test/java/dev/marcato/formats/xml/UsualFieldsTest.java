// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.formats.Cut;
import dev.marcato.formats.text.StretchCutter;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordBuilder;
import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read by its form comes out as what is read with care: records, findings, places. */
class UsualFieldsTest {
    private static final String[] INSERTS = {
        "<",
        ">",
        "&",
        "\"",
        "'",
        " ",
        "\r\n",
        "\t",
        "=",
        "/",
        "<!--x-->",
        "<!--",
        "<![CDATA[x]]>",
        "<![CDATA[",
        "<?x?>",
        "</",
        "<a>",
        "<a/>",
        "</a>",
        "&#31;",
        "&#x41;",
        "&#13;",
        "&amp;",
        "&lt;",
        "&x;",
        "\u0000",
        "\u001F",
        "\u007F",
        "\u00E9",
        "\u20AC",
        "\uFFFE",
        "\uD83D\uDE00",
        "</record>",
        "</subfield>",
        "</datafield>",
        "<subfield code=\"a\">",
        "<subfield code=\"\">",
        "<datafield tag=\"24\" ind1=\" \" ind2=\" \">",
        "x ind3=\"1\"",
        "<controlfield tag=\"001\">"
    };

    /** Other ways to write the same document. */
    private static final List<UnaryOperator<String>> FORMS = List.of(
            text -> text,
            text -> text.replaceAll("<(/?)(\\w)", "<$1marc:$2"),
            text -> text.replaceAll("<(/?)(\\w)", "<$1a.very-long_prefix:$2"),
            text -> text.replace('"', '\''),
            text -> text.replaceAll("tag=(\\S+) ind1=(\\S+) ind2=(\"[^\"]*\")", "ind2=$3 ind1=$2 tag=$1"),
            text -> text.replaceAll("\">", "\" >").replace("</subfield>", "</subfield\n>"),
            text -> text.replace("<subfield ", "<subfield xml:space='preserve'  "),
            text -> text.replace("><", ">\r\n\t<"),
            text -> text.replace("ind1", "i1").replace("ind2", "i2"),
            text -> text.replace("ind2=", "ind3="),
            text -> text.replace("code=\"a\"", "code=\"a\" code=\"b\""));

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatCareReads(long seed) {
        Random random = new Random(seed);
        String written = new String(Samples.written(Samples.generated(seed, 4), seed % 3 == 0), StandardCharsets.UTF_8);
        for (UnaryOperator<String> form : FORMS) {
            String document = form.apply(written);
            assertSame(Cuts.bytes(document));
            for (int round = 0; round < 40; round++) {
                assertSame(damaged(document, random));
            }
        }
    }

    @Test
    @EnabledIf("dev.marcato.testkit.Corpus#available")
    void readsTheCorpusAsCareDoes() throws IOException {
        List<Path> files = Corpus.files("formats").stream()
                .filter(file -> file.toString().endsWith("xml"))
                .toList();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertSame(Files.readAllBytes(file));
        }
    }

    @Test
    void takesWholeRecordsOfWhichItKnowsTheForms() {
        String control = "<controlfield tag=\"001\">1</controlfield>";
        String field = Samples.field("A &amp; B \u00E9 &lt;");
        byte[] bytes = Cuts.bytes(control + "\n" + field + field + control + "</record>" + " ".repeat(48));
        UsualFields usual = new UsualFields();
        assertThat(usual.read(bytes, 0, bytes.length, new RecordBuilder())).isZero();

        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int data = text.indexOf("<datafield");
        int subfield = text.indexOf("<subfield");
        usual.learnControlField(bytes, 0, 13, text.indexOf('>') + 1, text.indexOf("001"));
        usual.learnDataField(
                bytes,
                data,
                data + 10,
                subfield,
                text.indexOf("245"),
                text.indexOf("ind1=") + 6,
                text.indexOf("ind2=") + 6);
        usual.learnSubfield(bytes, subfield, subfield + 9, text.indexOf('>', subfield) + 1, text.indexOf("code=") + 6);

        RecordBuilder builder = new RecordBuilder();
        assertThat(usual.read(bytes, 0, bytes.length, builder)).isEqualTo(text.indexOf("</record>"));
        assertThat(builder.size()).isEqualTo(4);
        ByteOutput out = builder.room(0);
        assertThat(new String(out.array(), 24, out.size() - 24, StandardCharsets.UTF_8))
                .isEqualTo("1\u001E10\u001FaA & B \u00E9 <\u001E10\u001FaA & B \u00E9 <\u001E1\u001E");
    }

    private static void assertSame(byte[] document) {
        assertThat(cuts(document, true))
                .as("%s", new String(document, StandardCharsets.UTF_8))
                .isEqualTo(cuts(document, false));
    }

    private static List<Cut> cuts(byte[] document, boolean learns) {
        CutSettings settings = new CutSettings("test", ReadLimits.DEFAULT, null, null);
        return Cut.all(StretchCutter.of(
                document,
                0,
                FileRange.WHOLE,
                settings,
                new XmlStarts(Dialect.MARCXML, 62),
                new XmlStretches(Dialect.MARCXML, DocumentHead.UNKNOWN, settings, learns)));
    }

    /** One to three changes, at the beginnings and ends of markup more than elsewhere. */
    private static byte[] damaged(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(any -> {
            int at = random.nextInt(text.length());
            int markup = text.indexOf(random.nextBoolean() ? "<" : ">", at);
            int place = markup < 0 || random.nextBoolean() ? at : markup + random.nextInt(2);
            switch (random.nextInt(3)) {
                case 0 -> text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(3)));
                case 1 -> text.insert(place, INSERTS[random.nextInt(INSERTS.length)]);
                default -> text.setCharAt(Math.min(place, text.length() - 1), (char) random.nextInt(0x100));
            }
        });
        byte[] bytes = Cuts.bytes(text.toString());
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
