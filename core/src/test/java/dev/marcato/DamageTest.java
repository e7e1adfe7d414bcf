// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.Severity;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.DamagedFile;
import dev.marcato.testkit.Expectation;
import dev.marcato.testkit.Expectation.Delivery;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.FileFault;
import dev.marcato.testkit.NotMarc;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated and real records, each fault in every fifth of them, under every policy. */
class DamageTest {
    private static final int RECORDS = 20;
    private static final int EVERY = 5;
    private static final long SEED = 3;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void generatedRecordsAreReadAsTheFaultAllows(Fault fault) {
        for (RecordKind kind : RecordKind.values()) {
            List<TestRecord> records = RecordGenerator.seeded(SEED).kind(kind).records(RECORDS);
            check(Corrupter.seeded(SEED).everyNth(records, EVERY, fault), kind + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void realRecordsAreReadAsTheFaultAllows(Fault fault) {
        List<TestRecord> records =
                TestRecord.parse(Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC)).subList(0, 40);
        check(Corrupter.seeded(SEED).everyNth(records, EVERY, fault), "seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource(FileFault.class)
    void filesAreReadAsTheFaultAllows(FileFault fault) {
        for (long seed = 1; seed <= 5; seed++) {
            List<TestRecord> records = RecordGenerator.seeded(seed).records(RECORDS);
            check(fault.damage(records, seed), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(NotMarc.class)
    void whatIsNoMarcIsNamedAndNothingIsInvented(NotMarc content) {
        Reading reading = Reading.of(content.bytes());
        assertThat(reading.records()).as(content.description()).isEmpty();
        assertThat(reading.summary().rejectedBytes() + reading.summary().fillerBytes())
                .isEqualTo(content.bytes().length);
        if (reading.summary().rejectedBytes() > 0) {
            assertThat(reading.diagnostics(Severity.ERROR))
                    .as(content.description())
                    .isNotEmpty();
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void heavyDamageOfAllKindsAddsUpUnderEveryPolicy(long seed) {
        List<TestRecord> records = RecordGenerator.seeded(seed).records(30);
        DamagedFile file = Corrupter.seeded(seed).heavily(records, 60, Arrays.asList(Fault.values()));
        Reading repaired = Reading.of(file.bytes());
        Reading skipped = Reading.under(ErrorPolicy.SKIP).of(file.bytes());
        assertThat(skipped.records())
                .as("seed %d", seed)
                .isEqualTo(repaired.records().stream()
                        .filter(record -> isClean(file, record))
                        .toList());
        assertThat(skipped.summary().records()).isEqualTo(repaired.summary().records());
    }

    private static boolean isClean(DamagedFile file, MarcRecord record) {
        byte[] bytes = file.bytes();
        byte[] original = record.originalBytes().map(ByteSlice::toByteArray).orElse(null);
        int offset = Math.toIntExact(record.sourceOffset());
        return original != null
                && offset + original.length <= bytes.length
                && Arrays.equals(original, Arrays.copyOfRange(bytes, offset, offset + original.length));
    }

    private static void check(DamagedFile file, String origin) {
        String what = file.name() + " (" + origin + ")";
        if (!file.binding()) {
            return;
        }
        repairs(file, Reading.of(file.bytes()), what);
        skips(file, Reading.under(ErrorPolicy.SKIP).of(file.bytes()), what);
        stops(file, Reading.under(ErrorPolicy.STRICT).of(file.bytes()), what);
    }

    private static void repairs(DamagedFile file, Reading reading, String what) {
        int next = 0;
        for (DamagedFile.Part part : file.parts()) {
            List<MarcRecord> here = new ArrayList<>();
            while (next < reading.records().size()
                    && reading.records().get(next).sourceOffset() < part.offset() + part.length()) {
                here.add(reading.records().get(next++));
            }
            matches(part, here, what);
        }
        assertThat(file.filler().contains(Math.toIntExact(reading.summary().fillerBytes())))
                .as("%s: filler %d, expected %s", what, reading.summary().fillerBytes(), file.filler())
                .isTrue();
        assertThat(file.rejected().contains(Math.toIntExact(reading.summary().rejectedBytes())))
                .as("%s: rejected %d, expected %s", what, reading.summary().rejectedBytes(), file.rejected())
                .isTrue();
    }

    private static void matches(DamagedFile.Part part, List<MarcRecord> here, String what) {
        Expectation expectation = part.expectation();
        String place = what + ", record at byte " + part.offset();
        if (here.isEmpty()) {
            assertThat(expectation.delivery()).as("%s is missing", place).isNotEqualTo(Delivery.MUST);
            return;
        }
        assertThat(here).as(place).hasSize(1);
        expectation.mismatch(testRecord(here.get(0))).ifPresent(difference -> fail(place + ": " + difference));
        if (expectation.clean()) {
            assertThat(here.get(0).originalBytes().map(ByteSlice::length))
                    .as("%s comes out byte for byte", place)
                    .contains(part.recordLength());
        }
    }

    private static void skips(DamagedFile file, Reading reading, String what) {
        List<Long> clean = file.parts().stream()
                .filter(part -> part.expectation().clean())
                .map(part -> (long) part.offset())
                .toList();
        assertThat(reading.records()).as("%s, SKIP: records", what).hasSizeGreaterThanOrEqualTo(clean.size());
        assertThat(reading.summary().repaired()).as("%s, SKIP: repaired", what).isZero();
    }

    private static void stops(DamagedFile file, Reading reading, String what) {
        boolean damage =
                file.parts().stream().anyMatch(part -> part.expectation().damage());
        assertThat(reading.failure().isPresent())
                .as("%s, STRICT: stops", what)
                .isEqualTo(damage || file.rejected().min() > 0);
        if (damage) {
            long before = file.parts().stream()
                    .takeWhile(part -> !part.expectation().damage())
                    .count();
            assertThat((long) reading.records().size())
                    .as("%s, STRICT: all records before the first damage", what)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    private static TestRecord testRecord(MarcRecord record) {
        List<TestField> fields = new ArrayList<>();
        for (Field field : record) {
            fields.add(TestField.of(field.tag(), field.bytes().toByteArray()));
        }
        return TestRecord.of(record.leader().toString(), fields);
    }
}
