// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Feeding;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed data that come to too much are ended with an error, at the same byte for every reader. */
class ExpansionLimitTest {
    private static final ReadLimits LOW = ReadLimits.DEFAULT.withExpansion(20, 1_500_000);
    private static final byte[] ONE = Sample.clean(1, 1).bytes();

    static List<Feeding> feedings() {
        return Feeding.plain();
    }

    @Test
    void zerosEndAtTheUsualLimit() throws IOException {
        byte[] bomb = gzip(Streams.endless((byte) 0, 700L << 20));
        Reading reading = Reading.of(bomb, 512L << 20, ReadLimits.DEFAULT, 1);

        assertThat(reading.codes).contains(DiagnosticCode.EXPANSION_LIMIT_REACHED);
        assertThat(reading.message(DiagnosticCode.EXPANSION_LIMIT_REACHED))
                .contains("times as many; at most 200 times as many once there are 536870912");
        assertThat(reading.summary.totalBytes()).isBetween(512L << 20, 520L << 20);
    }

    @ParameterizedTest
    @MethodSource("feedings")
    void theSameByteHoweverTheBytesArrive(Feeding feeding) throws IOException {
        byte[] stored = gzip(Streams.repeating(ONE, 5_000_000));
        byte[] read = Streams.repeating(ONE, 2 << 20).readAllBytes();
        dev.marcato.Reading expected =
                dev.marcato.Reading.under(ErrorPolicy.REPAIR).limits(LOW).of(stored, read);
        dev.marcato.Reading fed = dev.marcato.Reading.under(ErrorPolicy.REPAIR)
                .limits(LOW)
                .fedBy(feeding)
                .of(stored, read);

        expected.assertSame(fed, feeding.name());
        assertThat(expected.codes()).contains(DiagnosticCode.EXPANSION_LIMIT_REACHED);
        assertThat(expected.summary().totalBytes()).isEqualTo(2 << 20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameByteForAnyNumberOfThreads(boolean blocks) throws IOException {
        byte[] content = Streams.repeating(ONE, 5_000_000).readAllBytes();
        byte[] stored = blocks ? Gzip.blocks(content, 0xFF00) : Gzip.of(content);
        Reading sequential = Reading.of(stored, 0, LOW, 0);
        for (int threads = 1; threads <= 4; threads++) {
            for (int unitBytes : new int[] {50_000, 1 << 20}) {
                Reading parallel = Reading.of(stored, unitBytes, LOW, threads);
                assertThat(parallel).as(threads + " threads, " + unitBytes).isEqualTo(sequential);
            }
        }
        assertThat(sequential.codes).contains(DiagnosticCode.EXPANSION_LIMIT_REACHED);
    }

    @Test
    void belowTheRatioThereIsNoLimit() throws IOException {
        byte[] content = Sample.clean(5, 400).bytes();
        byte[] stored = Gzip.of(content);
        ReadLimits limits = ReadLimits.DEFAULT.withExpansion(content.length / stored.length + 2, 0);
        Reading reading = Reading.of(stored, 0, limits, 0);

        assertThat(reading.codes).isEmpty();
        assertThat(reading.summary.totalBytes()).isEqualTo(content.length);
    }

    @Test
    void strictStopsThere() throws IOException {
        byte[] stored = gzip(Streams.repeating(ONE, 5_000_000));
        assertThatThrownBy(() -> MarcReader.builder().onError(ErrorPolicy.STRICT).limits(LOW).of(stored).stream()
                        .count())
                .isInstanceOf(MarcFormatException.class);
    }

    @Test
    void boundsMustBeBounds() {
        assertThatThrownBy(() -> ReadLimits.DEFAULT.withExpansion(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReadLimits.DEFAULT.withExpansion(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] gzip(InputStream content) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(stored)) {
            content.transferTo(out);
        }
        return stored.toByteArray();
    }

    /** What reading came to, without the records. */
    private record Reading(List<DiagnosticCode> codes, List<String> messages, ReadSummary summary) {
        /** @param threads 0 for the sequential reader */
        static Reading of(byte[] stored, long unitBytes, ReadLimits limits, int threads) throws IOException {
            List<Diagnostic> found = new ArrayList<>();
            if (threads == 0) {
                try (MarcReader reader =
                        MarcReader.builder().limits(limits).listener(found::add).of(stored)) {
                    reader.forEach(record -> {});
                    return new Reading(found, reader.summary());
                }
            }
            MarcFiles files = MarcFiles.builder()
                    .limits(limits)
                    .listener(found::add)
                    .threads(threads)
                    .unitBytes((int) Math.min(unitBytes, 1 << 20))
                    .of(List.of(MarcInput.of(new ByteArrayInputStream(stored), "")));
            files.collect(() -> "", (all, record) -> {}, (all, other) -> {});
            return new Reading(found, files.summary());
        }

        private Reading(List<Diagnostic> found, ReadSummary summary) {
            this(
                    found.stream().map(Diagnostic::code).toList(),
                    found.stream().map(Diagnostic::toString).toList(),
                    summary);
        }

        String message(DiagnosticCode code) {
            return messages.get(codes.indexOf(code));
        }
    }
}
