// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.formats.Cut;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordCutter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to exhaust a parser, or to make it open what it should not. */
@Timeout(120)
class XmlAttackTest {
    private static final String AFTER = Samples.record(Samples.field("after"));

    @Test
    void entitiesAreNeverExpandedNorOpened(@TempDir Path folder) throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "secret");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        String document = bomb + "<!ENTITY f SYSTEM \"" + secret.toUri() + "\"><!ENTITY % p SYSTEM \"" + secret.toUri()
                + "\">%p;]>" + Samples.record(Samples.field("&a29;&f;%p;"));
        List<Cut> cuts = Cuts.of(Samples.MARCXML, document);
        assertThat(Cut.records(cuts))
                .singleElement()
                .satisfies(record -> assertThat(record.firstValue("245", 'a')).contains("&a29;&f;%p;"));
        assertThat(cuts.get(1).kind()).isEqualTo(Kind.REPAIRED);
    }

    /** A unit that is said many times between a beginning and an end. */
    private record Attack(String name, String before, String unit, int times, String after) {
        InputStream open() {
            byte[] block = Cuts.bytes(unit.repeat(Math.max(1, 8192 / unit.length())));
            int blocks = (int) ((long) times * unit.length() / block.length);
            Stream<InputStream> middle = Stream.generate(() -> (InputStream) new ByteArrayInputStream(block))
                    .limit(blocks);
            return new SequenceInputStream(Collections.enumeration(
                    Stream.concat(Stream.concat(Stream.of(in(before)), middle), Stream.of(in(after)))
                            .toList()));
        }

        long size() {
            byte[] block = Cuts.bytes(unit.repeat(Math.max(1, 8192 / unit.length())));
            return (long) times * unit.length() / block.length * block.length
                    + before.getBytes(StandardCharsets.UTF_8).length
                    + after.getBytes(StandardCharsets.UTF_8).length;
        }

        private static InputStream in(String text) {
            return new ByteArrayInputStream(Cuts.bytes(text));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() {
        String begin = "<collection>" + AFTER + "<record><leader>00000nam a2200000 a 4500</leader>";
        String field = begin + "<datafield tag='245' ind1='1' ind2='0'><subfield code='a'>";
        String end = "</record>" + AFTER + "</collection>";
        int million = 1 << 20;
        return Stream.of(
                new Attack("a million elements deep", begin, "<a>", 4 * million, end),
                new Attack("deep in a value", field, "<a>", 4 * million, end),
                new Attack("deep in the envelope", "<collection>", "<a>", 30 * million, end),
                new Attack("a million attributes", begin + "<datafield", " tag='1'", 2 * million, ">" + end),
                new Attack("a long name", begin + "<", "n", 100 * million, "/>" + end),
                new Attack("a long name in the envelope", "<collection><", "n", 100 * million, "/>" + AFTER),
                new Attack("a long attribute", begin + "<datafield tag='", "n", 100 * million, "'/>" + end),
                new Attack("a long value", field, "n", 100 * million, "</subfield></datafield>" + end),
                new Attack("a long number", field + "&#", "9", 12 * million, ";</subfield></datafield>" + end),
                new Attack("many numbers without end", field, "&#9", 4 * million, "</subfield></datafield>" + end),
                new Attack("many ampersands", field, "&", 12 * million, "</subfield></datafield>" + end),
                new Attack("many names without end", field, "&a", 6 * million, "</subfield></datafield>" + end),
                new Attack("many less-thans", field, "< ", 6 * million, "</subfield></datafield>" + end),
                new Attack("many control characters", field, "\u0001", 12 * million, "</subfield></datafield>" + end),
                new Attack("comments without end", "<collection>", "<!-", 10 * million, end),
                new Attack("comments in comments", "<collection>", "<!--", 8 * million, "-->" + end),
                new Attack("records in comments", "<collection>", "<record><!--", 2 * million, "-->" + end),
                new Attack("empty records", "<collection>", "<record/>", 2 * million, "</collection>" + AFTER),
                new Attack("open records", "<collection>", "<record>", 2 * million, AFTER),
                new Attack("packed records", "<recordData>", "&lt;record&gt;", million, "</recordData>" + AFTER),
                new Attack("CDATA in packing", "<recordData>", "<![CDATA[", 2 * million, "</recordData>" + AFTER),
                new Attack("declarations", "", "<!DOCTYPE[", 2 * million, "]>" + end),
                new Attack("instructions", "<collection>", "<?a ", 4 * million, "?>" + end),
                new Attack("rubbish", "<collection>", "x<a/>", 4 * million, "</collection>" + AFTER),
                new Attack("end tags", begin, "</a>", 4 * million, end),
                new Attack("empty fields", begin, "<datafield/>", million, end),
                new Attack("quotes", begin, "\"'<a b=", 2 * million, end));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void areReadInBoundedMemoryAndTheNextRecordIsThere(Attack attack) throws IOException {
        RecordCutter cutter = Samples.MARCXML.cutter(
                attack.open(),
                FileRange.WHOLE,
                new CutSettings("test", ReadLimits.DEFAULT.withWindowBytes(8 << 20), null, null));
        Piece piece = new Piece();
        long bytes = 0;
        boolean after = false;
        while (cutter.next(piece)) {
            assertThat(piece.offset()).isEqualTo(bytes);
            bytes += piece.length();
            assertThat(piece.findings()).hasSizeLessThanOrEqualTo(101);
            if (piece.kind() == Kind.CLEAN || piece.kind() == Kind.REPAIRED) {
                after = piece.record().firstValue("245", 'a').orElse("").equals("after");
            }
        }
        assertThat(bytes).isEqualTo(attack.size());
        assertThat(after).isTrue();
    }
}
