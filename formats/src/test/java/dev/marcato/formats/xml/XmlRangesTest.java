// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.formats.Cut;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Feeding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same pieces, however the bytes arrive and at whichever starts they are cut. */
class XmlRangesTest {
    record Document(String name, Format format, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Document> documents() {
        String simple = new String(Samples.written(Samples.generated(7, 6), true), StandardCharsets.UTF_8);
        String packed = "<s:response><s:record><s:recordData>"
                + (Samples.record(Samples.field("A &amp; B")) + Samples.record(Samples.field("C")))
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                + "</s:recordData></s:record><record><recordData><![CDATA["
                + Samples.record(Samples.field("D")) + Samples.record(Samples.field("<![CDATA[<record>]]]]>E"))
                + "]]></recordData></record></s:response>";
        String odd = "\uFEFF<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e '<record>]>'><!-- ]>' --> ]><x><!-- "
                + Samples.record("") + " -->" + Samples.record(Samples.field("A<!-- lost"))
                + Samples.record(Samples.field("B & <![CDATA[<record>]]>")) + "<?p <record> ?>"
                + Samples.record(Samples.field("X</a>")) + "junk" + Samples.record("<!-- lost too")
                + Samples.record("") + "<record><header status='deleted'/></record><record";
        String latin = "<?xml version='1.0' encoding='ISO-8859-1'?><collection>"
                + Samples.record(Samples.field("\u00C3\u00A9 \u00E9")) + Samples.record(Samples.field("\u00E9"))
                + "</collection>";
        return Stream.of(
                new Document("indented", Samples.MARCXML, Cuts.bytes(simple)),
                new Document("without its end", Samples.MARCXML, Cuts.bytes(simple.replace("</collection>", ""))),
                new Document("packed", Samples.MARCXML, Cuts.bytes(packed)),
                new Document("odd", Samples.MARCXML, Cuts.bytes(odd)),
                new Document("UTF-16LE", Samples.MARCXML, odd.getBytes(StandardCharsets.UTF_16LE)),
                new Document("UTF-16BE packed", Samples.MARCXML, packed.getBytes(StandardCharsets.UTF_16BE)),
                new Document("ISO 8859-1", Samples.MARCXML, latin.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void startsDoNotDependOnPortions(Document document) {
        List<Integer> starts = Cuts.starts(document.format, document.bytes, document.bytes.length);
        assertThat(starts).isNotEmpty();
        for (int step : new int[] {1, 2, 3, 7, 31, 64, 100, 4099}) {
            assertThat(Cuts.starts(document.format, document.bytes, step))
                    .as("%d bytes at a time", step)
                    .isEqualTo(starts);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void piecesDoNotDependOnPortions(Document document) {
        List<Cut> whole = Cuts.of(document.format, document.bytes);
        Format settled = document.format.forSource(document.bytes, Math.min(512, document.bytes.length));
        for (Feeding feeding : Feeding.plain()) {
            for (Format format : List.of(settled, document.format)) {
                assertThat(Cuts.streamed(format, feeding.open(document.bytes), FileRange.WHOLE, Cuts.SMALL))
                        .as("%s", feeding)
                        .isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void anySubsetOfStartsIsWhereItCanBeCut(Document document) {
        byte[] bytes = document.bytes;
        Format format = document.format.forSource(bytes, Math.min(512, bytes.length));
        List<Cut> whole = Cuts.of(format, bytes);
        List<Integer> starts = Cuts.starts(format, bytes, bytes.length);
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Integer> cuts = starts.stream()
                    .filter(start -> start > 0 && random.nextBoolean())
                    .toList();
            List<Cut> together = new ArrayList<>();
            long from = 0;
            for (int i = 0; i <= cuts.size(); i++) {
                FileRange range = new FileRange(from, i < cuts.size() ? cuts.get(i) : Long.MAX_VALUE);
                together.addAll(
                        i % 2 == seed % 2
                                ? Cuts.range(format, bytes, range, ReadLimits.DEFAULT)
                                : Cuts.streamed(format, Cuts.from(bytes, from), range, Cuts.SMALL));
                from = range.end();
            }
            assertThat(together).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void threadsReadTheSame(Document document) throws Exception {
        byte[] bytes = IntStream.range(0, document.name.startsWith("UTF") ? 1 : 40)
                .mapToObj(i -> document.bytes)
                .collect(
                        ByteArrayOutputStream::new,
                        ByteArrayOutputStream::writeBytes,
                        (a, b) -> a.writeBytes(b.toByteArray()))
                .toByteArray();
        List<MarcRecord> expected = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        ReadSummary summary;
        try (MarcReader reader = MarcReader.builder()
                .format(document.format)
                .sourceName("x")
                .listener((Diagnostic each) -> findings.add(each.toString()))
                .of(bytes)) {
            reader.forEach(expected::add);
            summary = reader.summary();
        }
        assertThat(summary.totalBytes()).isEqualTo(bytes.length);
        for (int threads = 1; threads <= 4; threads++) {
            List<String> others = new ArrayList<>();
            List<MarcRecord> records = new ArrayList<>();
            MarcFiles files = MarcFiles.builder()
                    .format(document.format)
                    .threads(threads)
                    .unitBytes(1024)
                    .listener((Diagnostic each) -> others.add(each.toString()))
                    .of(List.of(MarcInput.of(bytes, "x")));
            files.forEachBlock(List::copyOf, records::addAll);
            assertThat(records).isEqualTo(expected);
            assertThat(others).isEqualTo(findings);
            assertThat(files.summary()).isEqualTo(summary);
        }
    }
}
