// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.Reading;
import dev.marcato.Sample;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.Location;
import dev.marcato.internal.iso2709.Pieces;
import dev.marcato.internal.iso2709.Pieces.Cut;
import dev.marcato.io.Finding;
import dev.marcato.io.Piece.Extent;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each policy does with the pieces of a file, told from the pieces themselves. */
class PoliciesTest {
    static Stream<Sample> samples() {
        Stream<Sample> damaged = LongStream.range(1, 30).mapToObj(seed -> Sample.heavilyDamaged(seed, 12));
        return Stream.of(
                        Stream.of(Sample.clean(1, 5), Sample.everyFault(2)),
                        damaged,
                        Sample.fileFaults(3),
                        Sample.notMarc(),
                        Sample.damagedCorpus())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void repair(Sample sample) {
        List<Cut> cuts = pieces(sample);
        Reading reading = Reading.of(sample.bytes());

        List<Cut> records = cuts.stream().filter(PoliciesTest::isRecord).toList();
        assertThat(reading.offsets())
                .isEqualTo(records.stream().map(Cut::offset).toList());
        assertThat(reading.records())
                .isEqualTo(records.stream().map(Cut::record).toList());
        assertThat(reading.summary().clean()).isEqualTo(count(cuts, Kind.CLEAN));
        assertThat(reading.summary().repaired()).isEqualTo(count(cuts, Kind.REPAIRED));
        List<Extent> rejects =
                cuts.stream().flatMap(cut -> cut.rejects().stream()).toList();
        assertThat(reading.rejects()).isEqualTo(bytes(sample, rejects));
        assertThat(reading.summary().rejectedStretches()).isEqualTo(stretches(rejects));
        assertThat(reading.originals())
                .isEqualTo(bytes(
                        sample,
                        cuts.stream()
                                .filter(cut -> cut.kind() == Kind.REPAIRED)
                                .map(PoliciesTest::extent)
                                .toList()));
        assertDiagnostics(cuts, reading);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void skip(Sample sample) {
        List<Cut> cuts = pieces(sample);
        Reading reading = Reading.under(ErrorPolicy.SKIP).of(sample.bytes());

        List<MarcRecord> clean = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        long number = 0;
        for (Cut cut : cuts) {
            number += isRecord(cut) ? 1 : 0;
            if (cut.kind() == Kind.CLEAN) {
                clean.add(cut.record());
                numbers.add(number);
            }
        }
        assertThat(reading.records()).isEqualTo(clean);
        assertThat(reading.records()).extracting(MarcRecord::number).isEqualTo(numbers);
        assertThat(reading.records())
                .extracting(MarcRecord::originalBytes)
                .isEqualTo(clean.stream().map(MarcRecord::originalBytes).toList());
        assertThat(reading.summary().skipped()).isEqualTo(count(cuts, Kind.REPAIRED));
        List<Extent> rejects = cuts.stream()
                .filter(cut -> cut.kind() == Kind.REPAIRED || cut.kind() == Kind.REJECTED)
                .map(PoliciesTest::extent)
                .toList();
        assertThat(reading.rejects()).isEqualTo(bytes(sample, rejects));
        assertThat(reading.summary().rejectedStretches()).isEqualTo(stretches(rejects));
        assertDiagnostics(cuts, reading);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void strict(Sample sample) {
        List<Cut> cuts = pieces(sample);
        Reading reading = Reading.under(ErrorPolicy.STRICT).of(sample.bytes());

        int damage = 0;
        while (damage < cuts.size()
                && (cuts.get(damage).kind() == Kind.CLEAN || cuts.get(damage).kind() == Kind.FILLER)) {
            damage++;
        }
        List<Cut> before = cuts.subList(0, damage);
        assertThat(reading.records())
                .isEqualTo(before.stream()
                        .filter(PoliciesTest::isRecord)
                        .map(Cut::record)
                        .toList());
        assertThat(reading.failure().isPresent()).isEqualTo(damage < cuts.size());
        if (damage < cuts.size()) {
            Cut first = cuts.get(damage);
            Diagnostic thrown = reading.failure().orElseThrow().diagnostic();
            assertThat(reading.failure().orElseThrow()).hasMessage(thrown.toString());
            assertThat(reading.summary().totalBytes()).isEqualTo(first.offset());
            if (thrown.code() != DiagnosticCode.NOT_MARC) {
                assertThat(thrown.location().byteOffset()).isBetween(first.offset(), first.end());
                assertThat(thrown.location().recordNumber())
                        .isEqualTo(
                                first.kind() == Kind.REPAIRED
                                        ? reading.records().size() + 1
                                        : 0);
                assertThat(thrown.severity())
                        .isEqualTo(first.findings().stream()
                                .map(finding -> finding.code().severity())
                                .max(Comparator.naturalOrder())
                                .orElseThrow());
            }
        }
    }

    private static List<Cut> pieces(Sample sample) {
        List<Cut> cuts = Pieces.whole(sample.bytes(), ReadLimits.DEFAULT);
        Pieces.assertSound(cuts, sample.bytes());
        return cuts;
    }

    /** Everything that was found, with its place, in order; who skips a record hears the same of it. */
    private static void assertDiagnostics(List<Cut> cuts, Reading reading) {
        List<Diagnostic> expected = new ArrayList<>();
        long number = 0;
        for (Cut cut : cuts) {
            number += isRecord(cut) ? 1 : 0;
            for (Finding finding : cut.findings()) {
                boolean repaired = cut.kind() == Kind.REPAIRED;
                Location location = new Location(
                        "",
                        repaired ? number : 0,
                        finding.byteOffset(),
                        repaired ? cut.record().controlNumber().orElse("") : "",
                        finding.tag(),
                        finding.fieldNumber());
                expected.add(new Diagnostic(
                        finding.code(), location, finding.found(), finding.expected(), finding.action()));
            }
        }
        if (reading.codes().contains(DiagnosticCode.NOT_MARC)) {
            assertThat(reading.records()).isEmpty();
            expected.add(reading.diagnostics().get(expected.size()));
        }
        assertThat(reading.diagnostics()).isEqualTo(expected);
    }

    private static boolean isRecord(Cut cut) {
        return cut.kind() == Kind.CLEAN || cut.kind() == Kind.REPAIRED;
    }

    private static long count(List<Cut> cuts, Kind kind) {
        return cuts.stream().filter(cut -> cut.kind() == kind).count();
    }

    private static Extent extent(Cut cut) {
        return new Extent(cut.offset(), cut.length());
    }

    private static byte[] bytes(Sample sample, List<Extent> extents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        extents.forEach(extent -> out.write(sample.bytes(), (int) extent.offset(), extent.length()));
        return out.toByteArray();
    }

    private static long stretches(List<Extent> extents) {
        long stretches = 0;
        long behind = -1;
        for (Extent extent : extents) {
            stretches += extent.offset() == behind ? 0 : 1;
            behind = extent.offset() + extent.length();
        }
        return stretches;
    }
}
