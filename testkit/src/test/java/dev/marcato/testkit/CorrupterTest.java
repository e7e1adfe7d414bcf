// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrupterTest {
    private static final List<TestRecord> RECORDS = RecordGenerator.seeded(31).records(23);

    @ParameterizedTest
    @EnumSource
    void neighboursStayAsTheyAre(Fault fault) {
        DamagedFile file = Corrupter.seeded(1).everyNth(RECORDS, 5, fault);
        byte[] bytes = file.bytes();

        assertThat(file.parts()).hasSize(23);
        assertThat(file.binding()).isTrue();
        for (int i = 0; i < 23; i++) {
            DamagedFile.Part part = file.parts().get(i);
            byte[] stretch = Arrays.copyOfRange(bytes, part.offset(), part.offset() + part.length());
            boolean equal = Arrays.equals(stretch, RECORDS.get(i).toIso2709());
            assertThat(equal).as("%s, part %s", file, i).isEqualTo(i % 5 != 2);
            assertThat(part.fault()).isEqualTo(equal ? Optional.empty() : Optional.of(fault));
            assertThat(part.original()).isEqualTo(RECORDS.get(i));
        }
    }

    @Test
    void partsTileTheFile() {
        DamagedFile file = Corrupter.seeded(2).heavily(RECORDS, 60, List.of(Fault.values()));
        int at = 0;
        for (DamagedFile.Part part : file.parts()) {
            assertThat(part.offset()).isEqualTo(at);
            assertThat(part.recordLength()).isBetween(1, part.length());
            at += part.length();
        }

        assertThat(at).isEqualTo(file.size());
        assertThat(file.binding()).isFalse();
    }

    @Test
    void sameSeedSameFile() {
        Corrupter corrupter = Corrupter.seeded(3);
        List<Fault> all = List.of(Fault.values());

        assertThat(corrupter.everyNth(RECORDS, 2, all).bytes())
                .isEqualTo(corrupter.everyNth(RECORDS, 2, all).bytes());
        assertThat(Corrupter.seeded(4).heavily(RECORDS, 50, all).bytes())
                .isNotEqualTo(corrupter.heavily(RECORDS, 50, all).bytes());
    }

    @Test
    void oneRecordAnywhere() {
        DamagedFile file = Corrupter.seeded(5).at(RECORDS, 22, Fault.CUT_IN_DATA);

        assertThat(file.parts().get(22).fault()).contains(Fault.CUT_IN_DATA);
        assertThat(file.deliverable()).hasSize(22);
        assertThat(file.rejected().min()).isPositive();
    }

    @Test
    void accountOfTheFileIsTheSumOfItsParts() {
        DamagedFile file = Corrupter.seeded(6).everyNth(RECORDS, 4, Fault.RECORD_END_DOUBLED);

        assertThat(file.rejected()).isEqualTo(Span.exactly(6));
        assertThat(file.filler()).isEqualTo(Span.NONE);
    }
}
