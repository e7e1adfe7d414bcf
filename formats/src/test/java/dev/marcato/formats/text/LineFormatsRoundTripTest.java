// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.aleph.AlephFormat;
import dev.marcato.formats.line.LineFormat;
import dev.marcato.formats.mrk.Mrk8Format;
import dev.marcato.formats.mrk.MrkFormat;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.Format;
import dev.marcato.io.Format.EncodeSettings;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.RecordEncoder;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back as it was, or it was refused or reported. */
class LineFormatsRoundTripTest {
    private static final List<Format> FORMATS =
            List.of(new MrkFormat(), new Mrk8Format(), new LineFormat(), new AlephFormat());

    /** Pieces of text that mean something in one of the formats. */
    private static final List<String> PIECES = List.of(
            "a",
            "Ab",
            "1",
            " ",
            "  ",
            "$",
            "$$",
            " $a ",
            " $5 ",
            "$b",
            "\\",
            "{",
            "}",
            "{acute}",
            "{dollar}",
            "{lcub}",
            "{E2}",
            "{zilch}",
            "^",
            "_a",
            "`",
            "=",
            "=LDR  ",
            "\u001F",
            "\u001Fa",
            "\u001F$",
            "\u001F5",
            "\u001F{",
            "\u001Fé",
            "\u0301",
            "\u0361",
            "e\u0301",
            "é",
            "i\u0361a",
            "i\u0361",
            "\u0360n",
            "\uFE20",
            "ạ",
            "ﬀ",
            "漢",
            "\uD83D\uDE00",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "\u007F",
            "\u001B",
            "\u001B$1",
            "\t",
            "\u0000",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\u001E",
            "\u001D",
            "#",
            "(",
            "L ",
            "L $$",
            "&#x41;",
            "\u200D",
            "\u200C",
            "ł",
            "€",
            "ß");

    static Stream<Format> formats() {
        return FORMATS.stream();
    }

    static Stream<Arguments> corpus() {
        return FORMATS.stream()
                .flatMap(format -> Stream.of(
                                Corpus.LC_BIBLIOGRAPHIC, Corpus.LC_AUTHORITY, "clean/internet-archive-50.mrc")
                        .map(file -> Arguments.of(format, file)));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void realRecords(Format format, String file) {
        assertComesBack(format, records(Corpus.bytes(file)), file);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void generatedRecords(Format format) {
        for (RecordKind kind : RecordKind.values()) {
            long seed = 5_000 + kind.ordinal();
            RecordGenerator generator = RecordGenerator.seeded(seed).kind(kind);
            List<TestRecord> made = new ArrayList<>(generator.records(150));
            made.addAll(generator.manyScripts().records(150));
            assertComesBack(format, records(TestRecord.toFile(made)), kind + ", seed " + seed);
        }
    }

    private static List<MarcRecord> records(byte[] file) {
        return MarcReader.of(file).stream().toList();
    }

    private static void assertComesBack(Format format, List<MarcRecord> records, String what) {
        LineCuts.Document document = LineCuts.written(format, records);
        List<MarcRecord> expected = records.stream()
                .filter(record -> !document.refused().contains(record))
                .toList();
        // The Internet Archive has a record with $$ in a value, which Aleph cannot hold.
        assertThat(document.refused()).hasSizeLessThanOrEqualTo(format.name().equals("aleph") ? 1 : 0);
        if (!document.diagnostics().isEmpty()) {
            // Only the line format cannot tell some values from subfields; it says which.
            assertThat(format.name()).as("%s, %s", what, document.diagnostics()).isEqualTo("line");
            assertThat(document.diagnostics())
                    .allMatch(diagnostic -> diagnostic.code() == DiagnosticCode.SCHEMA_DEPARTURE);
        }
        List<MarcRecord> back = LineCuts.records(format, document.bytes());
        assertThat(back).as(what).hasSameSizeAs(expected);
        List<Long> odd = document.diagnostics().stream()
                .map(diagnostic -> diagnostic.location().byteOffset())
                .toList();
        for (int i = 0; i < back.size(); i++) {
            if (!odd.contains(expected.get(i).sourceOffset())) {
                assertEqual(back.get(i), expected.get(i), what + ", record " + (i + 1));
            }
        }
        assertThat(LineCuts.whole(format, document.bytes()))
                .as("what is not clean of %s", what)
                .noneMatch(cut -> cut.kind() == dev.marcato.io.Piece.Kind.REPAIRED
                        || cut.kind() == dev.marcato.io.Piece.Kind.REJECTED);
    }

    /** In UTF-8, with lengths that are zeros, and the fields in the same order. */
    private static void assertEqual(MarcRecord back, MarcRecord expected, String what) {
        assertThat(back.fields().stream().map(Field::toString).toList())
                .as(what)
                .isEqualTo(expected.fields().stream().map(Field::toString).toList());
        if (expected.encoding() == Encoding.UTF_8 || expected.flavor() != dev.marcato.Flavor.MARC21) {
            assertThat(back).as(what).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void oddRecordsSurviveOrAreRefused(Format format) {
        int survived = 0;
        int refused = 0;
        for (long seed = 1; seed <= 4_000; seed++) {
            MarcRecord record = oddRecord(new Random(seed));
            EncodedRecords out = new EncodedRecords();
            RecordEncoder encoder = format.encoder(EncodeSettings.DEFAULT);
            out.begin(record);
            boolean written = encoder.encode(record, out);
            assertThat(out.refusals().isEmpty()).as("seed %d", seed).isEqualTo(written);
            if (!written) {
                assertThat(out.bytes().size()).as("seed %d", seed).isZero();
                refused++;
                continue;
            }
            out.count();
            byte[] document = bytes(out);
            List<MarcRecord> back = LineCuts.records(format, document);
            if (out.reports().isEmpty()) {
                assertThat(back)
                        .as("seed %d: %s", seed, new String(document, UTF_8))
                        .containsExactly(record);
                survived++;
            }
        }
        assertThat(survived).isGreaterThan(500);
        assertThat(refused).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aRecordWithoutFields(Format format) {
        RecordBuilder builder = new RecordBuilder();
        builder.leader("00000nam a2200000 a 4500".getBytes(UTF_8), 0);
        MarcRecord record = builder.build("", 0, null);
        List<MarcRecord> three = List.of(record, record, record);
        assertThat(LineCuts.records(format, LineCuts.written(format, three).bytes()))
                .isEqualTo(three);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothingIsNoRecord(Format format) {
        assertThat(LineCuts.written(format, List.of()).bytes()).isEmpty();
        assertThat(LineCuts.whole(format, new byte[0])).isEmpty();
        assertThat(LineCuts.records(format, "\uFEFF".getBytes(UTF_8))).isEmpty();
        assertThat(LineCuts.records(format, "\n\r\n\n".getBytes(UTF_8))).isEmpty();
    }

    private static byte[] bytes(EncodedRecords out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            out.writeTo(bytes, 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static MarcRecord oddRecord(Random random) {
        RecordBuilder builder = new RecordBuilder();
        String leader = random.nextInt(20) == 0 ? "00000n\\m^a2200{00}a 4500" : "00000nam a2200000 a 4500";
        builder.leader(leader.getBytes(UTF_8), 0);
        int fields = random.nextInt(3);
        for (int i = 0; i < fields; i++) {
            String tag = List.of(
                            "001", "008", "245", "650", "FMT", "AAA", "999", "2 4", "L\u0000R", "LDR", "000", "(a)")
                    .get(random.nextInt(20) == 0 ? random.nextInt(12) : random.nextInt(7));
            ByteOutput out = builder.beginField(tag.charAt(0) << 16 | tag.charAt(1) << 8 | tag.charAt(2));
            boolean control = tag.startsWith("00");
            if (!control && random.nextInt(10) > 0) {
                out.write(" 1".getBytes(UTF_8));
                out.write("\u001Fa".getBytes(UTF_8));
            }
            int pieces = random.nextInt(6);
            for (int piece = 0; piece < pieces; piece++) {
                out.write(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
            }
            builder.endField();
        }
        return builder.build("", 0, null);
    }
}
