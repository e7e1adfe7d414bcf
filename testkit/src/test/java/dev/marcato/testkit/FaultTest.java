// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private static final int SEEDS = 4;

    private static final List<TestRecord> RECORDS = Stream.of(
                    RecordGenerator.seeded(21),
                    RecordGenerator.seeded(22).manyScripts(),
                    RecordGenerator.seeded(23).coding(TextCoding.MARC8_ANSEL).manyScripts(),
                    RecordGenerator.seeded(24).kind(RecordKind.AUTHORITY),
                    RecordGenerator.seeded(25).kind(RecordKind.HOLDINGS),
                    RecordGenerator.seeded(26).kind(RecordKind.UNIMARC))
            .flatMap(generator -> generator.records(4).stream())
            .toList();

    /** One damage, and what it was made of for the message. */
    private record Case(Fault fault, TestRecord record, long seed, Damage damage) {
        @Override
        public String toString() {
            return fault + ", seed " + seed + ", " + damage.expectation() + "\n" + record;
        }
    }

    private static List<Case> cases(Fault fault, List<TestRecord> records, int seeds) {
        return records.stream()
                .flatMap(record -> Stream.iterate(1L, seed -> seed + 1)
                        .limit(seeds)
                        .map(seed -> new Case(fault, record, seed, fault.damage(record, seed))))
                .toList();
    }

    private static List<Case> cases(Fault fault) {
        return fault.group() == Fault.Group.OVERSIZE
                ? cases(fault, RECORDS.subList(6, 14), 1)
                : cases(fault, RECORDS, SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void changesBytes(Fault fault) {
        assertThat(cases(fault))
                .allSatisfy(each -> assertThat(each.damage().bytes())
                        .as("%s", each)
                        .isNotEqualTo(each.record().toIso2709()));
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameForTheSameSeed(Fault fault) {
        assertThat(cases(fault))
                .allSatisfy(each -> assertThat(
                                fault.damage(each.record(), each.seed()).bytes())
                        .as("%s", each)
                        .isEqualTo(each.damage().bytes()));
    }

    @ParameterizedTest
    @EnumSource
    void isCleanExactlyIfTheStrictParserTakesIt(Fault fault) {
        assertThat(cases(fault))
                .allSatisfy(each -> assertThat(strictlyReadable(each.damage()))
                        .as("%s", each)
                        .isEqualTo(each.damage().expectation().clean()));
    }

    @Test
    void isCleanExactlyIfTheStrictParserTakesItInRealRecords() {
        List<TestRecord> real = TestRecord.parse(Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC));

        assertThat(Fault.values()).allSatisfy(fault -> {
            List<TestRecord> some = fault.group() == Fault.Group.OVERSIZE ? real.subList(0, 10) : real;
            for (Case each : cases(fault, some, 1)) {
                assertThat(strictlyReadable(each.damage()))
                        .as("%s", each)
                        .isEqualTo(each.damage().expectation().clean());
                assertThat(each.damage().bytes()).isNotEqualTo(each.record().toIso2709());
            }
        });
    }

    /** A clean record must say what the reading says. */
    private static boolean strictlyReadable(Damage damage) {
        try {
            List<TestRecord> records = TestRecord.parse(damage.recordBytes());
            assertThat(records).hasSize(1);
            assertThat(damage.expectation().mismatch(records.get(0))).isEmpty();
            return true;
        } catch (NotCleanException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void expectationFitsItself(Fault fault) {
        assertThat(cases(fault)).allSatisfy(each -> {
            Expectation expectation = each.damage().expectation();
            int fields = expectation.reading().fields().size();
            boolean comesOut = expectation.delivery() != Expectation.Delivery.NEVER;

            assertThat(expectation.mismatch(expectation.reading()).isEmpty())
                    .as("%s", each)
                    .isEqualTo(comesOut);
            assertThat(expectation.hitFields()).allMatch(index -> index < fields);
            assertThat(expectation.hitFields()).containsAll(expectation.openFields());
            assertThat(expectation.openFields()).hasSizeLessThanOrEqualTo(1);
            assertThat(expectation.clean() && !expectation.openFields().isEmpty())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void accountFitsTheBytes(Fault fault) {
        assertThat(cases(fault)).allSatisfy(each -> {
            Damage damage = each.damage();
            Expectation expectation = damage.expectation();
            int around = damage.bytes().length - damage.recordLength();

            assertThat(expectation.filler().min() + expectation.rejected().min())
                    .as("%s", each)
                    .isLessThanOrEqualTo(damage.bytes().length);
            if (expectation.clean()) {
                assertThat(expectation.filler().plus(expectation.rejected()).contains(around))
                        .as("%s", each)
                        .isTrue();
            }
        });
    }

    /** What is not clean is always reported; what is clean may have nothing that a check could see. */
    @ParameterizedTest
    @EnumSource
    void damageIsReported(Fault fault) {
        assertThat(cases(fault))
                .filteredOn(each -> each.damage().expectation().damage())
                .allSatisfy(each -> assertThat(each.damage().expectation().findings())
                        .as("%s", each)
                        .isNotEmpty());
    }

    /** Lengths that are kept must be wrong, lengths that are updated right; a byte for a byte changes no length. */
    @ParameterizedTest
    @EnumSource(names = ".*_LENGTHS?_UPDATED", mode = EnumSource.Mode.MATCH_ALL)
    void updatedLengthsAreRight(Fault fault) {
        assertThat(cases(fault)).allSatisfy(each -> {
            byte[] bytes = each.damage().recordBytes();
            assertThat(CleanIso2709.number(bytes, 0, 5)).as("%s", each).isEqualTo(bytes.length);
        });
    }

    /** The figure was made on JDK 17. */
    @Test
    void sameSeedSameBytesOnEveryJdk() {
        CRC32 sum = new CRC32();
        for (Fault fault : Fault.values()) {
            sum.update(fault.damage(RECORDS.get(0), 7).bytes());
        }

        assertThat(sum.getValue()).isEqualTo(430_730_510L);
    }

    @Test
    void everyGroupHasFaultsAndEveryFaultAGroup() {
        assertThat(Arrays.stream(Fault.Group.values()).flatMap(group -> Fault.of(group).stream()))
                .containsExactlyInAnyOrder(Fault.values());
    }

    /** Where two faults, or one at two places, leave the same bytes, one reading must satisfy what both expect. */
    @Test
    void sameBytesHaveExpectationsThatAgree() {
        Map<String, List<Case>> byBytes = Stream.of(Fault.values())
                .filter(fault -> fault.group() != Fault.Group.OVERSIZE)
                .flatMap(fault -> cases(fault, RECORDS.subList(11, 13), 60).stream())
                .collect(Collectors.groupingBy(each -> new String(each.damage().bytes(), ISO_8859_1)));

        assertThat(byBytes.values()).allSatisfy(same -> {
            for (Case each : same) {
                assertThat(agree(
                                same.get(0).damage().expectation(),
                                each.damage().expectation()))
                        .as("%s\n\n%s", same.get(0), each)
                        .isTrue();
            }
        });
    }

    private static boolean agree(Expectation one, Expectation other) {
        boolean never = one.delivery() == Expectation.Delivery.NEVER;
        if (never || other.delivery() == Expectation.Delivery.NEVER) {
            return one.delivery() != Expectation.Delivery.MUST && other.delivery() != Expectation.Delivery.MUST;
        }
        return one.clean() == other.clean()
                && (one.mismatch(other.reading()).isEmpty()
                        || other.mismatch(one.reading()).isEmpty());
    }

    @Test
    void seedsChooseOtherPlaces() {
        TestRecord record = RECORDS.get(0);

        assertThat(Stream.iterate(1L, seed -> seed + 1)
                        .limit(50)
                        .map(seed -> Fault.FIELD_END_LOST.damage(record, seed).expectation())
                        .map(Expectation::hitFields)
                        .distinct())
                .hasSizeGreaterThan(5);
    }
}
