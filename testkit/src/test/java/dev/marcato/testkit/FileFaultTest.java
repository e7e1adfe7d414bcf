// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileFaultTest {
    private static final List<TestRecord> RECORDS =
            RecordGenerator.seeded(41).manyScripts().records(12);

    @ParameterizedTest
    @EnumSource
    void changesTheFileAndSaysWhatMustComeOut(FileFault fault) {
        for (long seed = 1; seed <= 10; seed++) {
            DamagedFile file = fault.damage(RECORDS, seed);

            assertThat(file.bytes()).as("%s", file).isNotEqualTo(TestRecord.toFile(RECORDS));
            assertThat(file.bytes()).isEqualTo(fault.damage(RECORDS, seed).bytes());
            assertThat(file.binding()).isTrue();
            assertThat(file.filler().min() + file.rejected().min()).isLessThanOrEqualTo(file.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void cleanPartsAreReadByTheStrictParser(FileFault fault) {
        for (long seed = 1; seed <= 10; seed++) {
            DamagedFile file = fault.damage(RECORDS, seed);
            byte[] bytes = file.bytes();
            for (DamagedFile.Part part : file.parts()) {
                byte[] record = Arrays.copyOfRange(bytes, part.offset(), part.offset() + part.recordLength());
                assertThat(readable(record))
                        .as("%s", file)
                        .isEqualTo(part.expectation().clean());
            }
        }
    }

    private static boolean readable(byte[] record) {
        try {
            return TestRecord.parse(record).size() == 1;
        } catch (NotCleanException e) {
            return false;
        }
    }

    @Test
    void noRecordTerminatorIsLeft() {
        assertThat(FileFault.RECORD_ENDS_LOST.damage(RECORDS, 1).bytes()).doesNotContain(0x1D);
        assertThat(FileFault.RECORD_ENDS_AS_LINE_FEED.damage(RECORDS, 1).bytes())
                .doesNotContain(0x1D);
    }

    @Test
    void breaksStandAtAFixedDistance() {
        byte[] torn = FileFault.TORN_BY_LF.damage(RECORDS, 1).bytes();
        int width = 0;
        while (torn[width] != '\n') {
            width++;
        }

        for (int at = width; at < torn.length; at += width + 1) {
            assertThat(torn[at]).isEqualTo((byte) '\n');
        }
        assertThat(width).isBetween(60, 100);
    }

    @Test
    void filesThatAreNoMarcAreNoMarc() {
        for (NotMarc each : NotMarc.values()) {
            assertThat(readable(each.bytes())).as("%s", each).isFalse();
            assertThat(each.bytes()).isEqualTo(each.bytes());
        }
    }
}
