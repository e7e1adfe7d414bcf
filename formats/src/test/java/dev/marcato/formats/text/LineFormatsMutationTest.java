// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.formats.Cut;
import dev.marcato.formats.aleph.AlephFormat;
import dev.marcato.formats.line.LineFormat;
import dev.marcato.formats.microlif.MicrolifFormat;
import dev.marcato.formats.mrk.Mrk8Format;
import dev.marcato.formats.mrk.MrkFormat;
import dev.marcato.io.Format;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with some bytes changed: nothing is thrown, all is accounted for, and damage costs what it touches alone. */
class LineFormatsMutationTest {
    private static final byte[] SIGNIFICANT = "=\n\r $\\{}^_`L#(09\u0000\u001B\u001D\u001E\u001F\u00EF\u00FF"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    static Stream<Format> formats() {
        return Stream.of(new MrkFormat(), new Mrk8Format(), new LineFormat(), new AlephFormat(), new MicrolifFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameInEveryWay(Format format) {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            byte[] document = document(format, 3, seed);
            for (int edit = 0; edit < seed; edit++) {
                document = edited(document, random);
            }
            LineCuts.assertSameInEveryWay(format, Arrays.copyOf(document, Math.min(document.length, 1_200)));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void manyRecordsOnAllThreads(Format format) {
        Random random = new Random(77);
        byte[] document = document(format, 60, 77);
        LineCuts.assertSameOnAllThreads(format, document);
        for (int edit = 0; edit < 40; edit++) {
            document = edited(document, random);
        }
        LineCuts.assertSameOnAllThreads(format, document);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void neighboursOfDamageStayAsTheyAre(Format format) {
        byte[] document = document(format, 5, 3);
        List<Cut> whole = LineCuts.whole(format, document);
        List<Cut> records = whole.stream().filter(cut -> cut.record() != null).toList();
        assertThat(records).hasSize(5);
        Cut damaged = records.get(2);
        for (long seed = 1; seed <= 1_500; seed++) {
            Random random = new Random(seed);
            int from = (int) damaged.offset();
            // Its last line's end is what keeps it from the next one.
            byte[] inside = Arrays.copyOfRange(document, from, from + damaged.length() - 2);
            byte[] edited = edited(inside, random);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(document, 0, from);
            out.writeBytes(edited);
            out.write(document, from + inside.length, document.length - from - inside.length);
            List<MarcRecord> after = LineCuts.records(format, out.toByteArray());
            // What it had of an own record number is none of its content.
            assertThat(after)
                    .as("seed %d", seed)
                    .contains(records.get(0).record(), records.get(4).record());
            if (format.startScanner() == null) {
                assertThat(after)
                        .as("seed %d", seed)
                        .endsWith(records.get(3).record(), records.get(4).record());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anyBytesAreAccountedFor(Format format) {
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) > 0
                        ? SIGNIFICANT[random.nextInt(SIGNIFICANT.length)]
                        : (byte) random.nextInt();
            }
            LineCuts.whole(format, bytes);
            if (seed % 50 == 0) {
                LineCuts.assertSameInEveryWay(format, bytes);
            }
        }
    }

    private static byte[] document(Format format, int records, long seed) {
        List<TestRecord> made = RecordGenerator.seeded(seed).manyScripts().records(records);
        if (!format.isWritable()) {
            return made.stream()
                    .map(LineFormatsMutationTest::microlif)
                    .collect(Collectors.joining())
                    .getBytes(UTF_8);
        }
        return LineCuts.written(
                        format, MarcReader.of(TestRecord.toFile(made)).stream().toList())
                .bytes();
    }

    private static String microlif(TestRecord record) {
        List<String> lines = new ArrayList<>();
        lines.add("LDR" + record.leader() + "^");
        record.fields()
                .forEach(field -> lines.add(field.tag()
                        + new String(field.content(), UTF_8).replace('_', '-').replace('\u001F', '_')
                        + "^"));
        return String.join("\r\n", lines) + "`\r\n";
    }

    private static byte[] edited(byte[] document, Random random) {
        if (document.length == 0) {
            return document;
        }
        int at = random.nextInt(document.length);
        int to = Math.min(document.length, at + random.nextInt(40));
        byte value = random.nextBoolean() ? SIGNIFICANT[random.nextInt(SIGNIFICANT.length)] : (byte) random.nextInt();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(document, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> {
                out.write(value);
                out.write(document, at + 1, document.length - at - 1);
            }
            case 1 -> {
                out.write(value);
                out.write(document, at, document.length - at);
            }
            case 2 -> out.write(document, to, document.length - to);
            default -> {
                out.write(document, at, to - at);
                out.write(document, at, document.length - at);
            }
        }
        return out.toByteArray();
    }
}
