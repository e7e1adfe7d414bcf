// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Feeding;
import dev.marcato.testkit.Gzip;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed input: what is wrong with the compression is reported, and what can be inflated is read. */
class GzipReadingTest {
    private static final Set<DiagnosticCode> COMPRESSION = Set.of(
            DiagnosticCode.COMPRESSED_STREAM_TRUNCATED,
            DiagnosticCode.COMPRESSED_STREAM_CORRUPT,
            DiagnosticCode.BYTES_AFTER_COMPRESSED_STREAM);
    private static final int HEADER = 10;

    private final byte[] content = Sample.clean(1, 4).bytes();

    static List<Feeding> feedings() {
        return Feeding.plain();
    }

    @ParameterizedTest
    @MethodSource("feedings")
    void soundStreamsHaveNothingToReport(Feeding feeding) {
        byte[] half = Arrays.copyOf(content, content.length / 2);
        byte[] rest = Arrays.copyOfRange(content, half.length, content.length);
        List<byte[]> sound = List.of(
                Gzip.of(content),
                Gzip.members(content, 7),
                Gzip.withEmptyMember(content),
                join(Gzip.of(new byte[0]), Gzip.of(content)),
                join(Gzip.of(content), Gzip.of(new byte[0])),
                join(Gzip.of(content), new byte[1_000]),
                join(Gzip.of(half), new byte[513], Gzip.of(rest), new byte[1]));
        for (byte[] compressed : sound) {
            Reading reading = Reading.under(ErrorPolicy.STRICT).fedBy(feeding).of(compressed, content);
            assertThat(reading.failure()).isEmpty();
            assertThat(reading.diagnostics()).isEmpty();
            assertThat(reading.records()).hasSize(4);
        }
    }

    @Test
    void anEmptyMemberIsAnEmptyInput() {
        Reading reading = Reading.under(ErrorPolicy.STRICT).of(Gzip.of(new byte[0]), new byte[0]);
        assertThat(reading.records()).isEmpty();
        assertThat(reading.diagnostics()).isEmpty();
    }

    /** Name, comment, extra field and check sum of the header are optional (RFC 1952, 2.3). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 31})
    void optionalPartsOfTheHeaderArePassed(int flags) {
        byte[] plain = Gzip.of(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(plain, HEADER));
        if ((flags & 4) != 0) {
            out.writeBytes(new byte[] {0x2C, 1});
            out.writeBytes(new byte[300]);
        }
        if ((flags & 8) != 0) {
            out.writeBytes("catalogue.mrc\0".getBytes(US_ASCII));
        }
        if ((flags & 16) != 0) {
            out.writeBytes("all that there is\0".getBytes(US_ASCII));
        }
        byte[] header = out.toByteArray();
        header[3] = (byte) flags;
        if ((flags & 2) != 0) {
            CRC32 crc = new CRC32();
            crc.update(header);
            header = join(header, new byte[] {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)});
        }
        byte[] compressed = join(header, Arrays.copyOfRange(plain, HEADER, plain.length));
        for (Feeding feeding : feedings()) {
            Reading reading = Reading.under(ErrorPolicy.REPAIR).fedBy(feeding).of(compressed, content);
            assertThat(reading.diagnostics()).as(feeding.name()).isEmpty();
            assertThat(reading.records()).hasSize(4);
        }
    }

    @Test
    void aStreamCutAnywhereIsReadUntilThereAndReported() {
        byte[] record = Sample.clean(2, 1).bytes();
        byte[] whole = Gzip.members(record, 2);
        int firstMember = Gzip.of(Arrays.copyOf(record, record.length / 2)).length;
        for (int length = 3; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            byte[] inflated = inflate(cut);
            Reading reading = Reading.under(ErrorPolicy.REPAIR).of(cut, inflated);

            List<Diagnostic> reported = compression(reading);
            if (length == firstMember) {
                assertThat(reported).isEmpty();
            } else {
                assertThat(reported).as("cut at %d", length).hasSize(1);
                boolean oneByteOfAHeader = length == firstMember + 1;
                assertThat(reported.get(0).code())
                        .isEqualTo(
                                oneByteOfAHeader
                                        ? DiagnosticCode.BYTES_AFTER_COMPRESSED_STREAM
                                        : DiagnosticCode.COMPRESSED_STREAM_TRUNCATED);
                assertThat(reported.get(0).location().byteOffset()).isEqualTo(inflated.length);
            }
            assertSameRecords(inflated, reading, "cut at " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\u001F", "\u001F\u008C", "\0\0\0garbage", "\n"})
    void bytesBehindTheStreamAreReported(String garbage) {
        byte[] compressed = Gzip.withGarbageAfter(content, garbage.getBytes(ISO_8859_1));
        Reading reading = Reading.under(ErrorPolicy.REPAIR).of(compressed, content);

        assertThat(reading.codes()).containsExactly(DiagnosticCode.BYTES_AFTER_COMPRESSED_STREAM);
        assertThat(reading.diagnostics().get(0).message()).contains("compressed byte " + Gzip.of(content).length);
        assertThat(reading.records()).hasSize(4);
    }

    @Test
    void aWrongChecksumIsReportedAndReadingGoesOn() {
        int half = content.length / 2;
        byte[] compressed = join(
                Gzip.withWrongChecksum(Arrays.copyOf(content, half)),
                Gzip.of(Arrays.copyOfRange(content, half, content.length)));
        Reading reading = Reading.under(ErrorPolicy.REPAIR).of(compressed, content);

        assertThat(reading.codes()).containsExactly(DiagnosticCode.COMPRESSED_STREAM_CORRUPT);
        assertThat(reading.diagnostics().get(0).location().byteOffset()).isEqualTo(half);
        assertThat(reading.records()).hasSize(4);
    }

    /** How much of a corrupt stream is inflated must not depend on how much was asked for. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aCorruptStreamIsReadAsFarAsItCanBe(long seed) {
        byte[] compressed = Gzip.corrupt(content, seed);
        byte[] inflated = inflate(compressed);
        Reading expected = Reading.under(ErrorPolicy.REPAIR).of(compressed, inflated);

        assertThat(compression(expected)).isNotEmpty();
        assertSameRecords(inflated, expected, "seed " + seed);
        for (Feeding feeding : feedings().subList(0, 3)) {
            for (int block : List.of(64, 777, 65_536)) {
                Reading reading = Reading.under(ErrorPolicy.REPAIR)
                        .limits(ReadLimits.DEFAULT.withBlockBytes(block))
                        .fedBy(feeding)
                        .of(compressed, inflated);
                expected.assertSame(reading, "seed " + seed + ", " + feeding + ", blocks of " + block);
            }
        }
    }

    @Test
    void anUnknownMethodOrFlagOfALaterMemberIsCorrupt() {
        for (int place : List.of(2, 3)) {
            byte[] second = Gzip.of(content);
            second[place] = (byte) 0xE7;
            Reading reading = Reading.under(ErrorPolicy.REPAIR).of(join(Gzip.of(content), second), content);
            assertThat(reading.codes()).containsExactly(DiagnosticCode.COMPRESSED_STREAM_CORRUPT);
            assertThat(reading.records()).hasSize(4);
        }
    }

    /** The place of what is wrong with the compression among what is wrong with the records. */
    @Test
    void reportsStandInInputOrderWhateverWasReadAhead() {
        byte[] damaged = Sample.heavilyDamaged(5, 8).bytes();
        for (long end : Reading.of(damaged).offsets()) {
            int half = (int) end;
            if (half == 0) {
                continue;
            }
            byte[] compressed = join(
                    Gzip.withWrongChecksum(Arrays.copyOf(damaged, half)),
                    Gzip.truncated(Arrays.copyOfRange(damaged, half, damaged.length), 3));
            Reading.Way way = Reading.under(ErrorPolicy.REPAIR).inspecting();
            Reading expected = way.of(compressed, damaged);
            assertThat(compression(expected))
                    .hasSize(2)
                    .allMatch(each -> each.location().recordNumber() == 0)
                    .allMatch(each -> each.location().controlNumber().isEmpty());
            for (Feeding feeding : feedings()) {
                for (int block : List.of(64, 1_000, 1 << 20)) {
                    expected.assertSame(
                            way.limits(ReadLimits.DEFAULT.withBlockBytes(block))
                                    .fedBy(feeding)
                                    .of(compressed, damaged),
                            feeding + ", members end at " + half + ", blocks of " + block);
                }
            }
        }
    }

    @Test
    void strictThrowsWhatIsWrongWithTheCompressionBehindTheRecordsBefore() {
        List<byte[]> broken = List.of(
                Gzip.truncated(content, 4), Gzip.withWrongChecksum(content), Gzip.withGarbageAfter(content, (byte)
                        'x'));
        for (byte[] compressed : broken) {
            Reading reading = Reading.under(ErrorPolicy.STRICT).of(compressed, content);
            assertThat(reading.records()).hasSize(4);
            assertThat(reading.failure().map(MarcFormatException::diagnostic).map(Diagnostic::code))
                    .hasValueSatisfying(code -> assertThat(COMPRESSION).contains(code));
        }
    }

    @Test
    void gzipInsideGzipIsNoMarcAndSaysSo() {
        byte[] inner = Gzip.of(content);
        Reading reading = Reading.under(ErrorPolicy.REPAIR).of(Gzip.of(inner), inner);
        assertThat(reading.records()).isEmpty();
        assertThat(reading.rejects()).isEqualTo(inner);
        assertThat(reading.diagnostics(DiagnosticCode.NOT_MARC))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("gzip"));
    }

    private static void assertSameRecords(byte[] inflated, Reading reading, String what) {
        Reading plain = Reading.of(inflated);
        assertThat(reading.records()).as(what).isEqualTo(plain.records());
        assertThat(reading.offsets()).as(what).isEqualTo(plain.offsets());
        assertThat(reading.rejects()).as(what).isEqualTo(plain.rejects());
    }

    private static List<Diagnostic> compression(Reading reading) {
        return reading.diagnostics().stream()
                .filter(each -> COMPRESSION.contains(each.code()))
                .toList();
    }

    /** What can be inflated of members with plain headers, a byte at a time, so that nothing is lost to a failure. */
    private static byte[] inflate(byte[] compressed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at + HEADER <= compressed.length && compressed[at] == 0x1F) {
            Inflater inflater = new Inflater(true);
            inflater.setInput(compressed, at + HEADER, compressed.length - at - HEADER);
            byte[] one = new byte[1];
            try {
                while (inflater.inflate(one) > 0) {
                    out.write(one[0]);
                }
            } catch (DataFormatException e) {
                return out.toByteArray();
            }
            at = compressed.length - inflater.getRemaining() + 8;
            inflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ArrayList<>(List.of(parts)).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
