// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordEqualityTest {
    private static final String[] FIELDS = {
        "001 x", "245 10$aLe café", "500   $aFirst", "500   $aSecond", "650  0$aCats"
    };

    private final MarcRecord record = Records.of(Records.UTF_8_LEADER, FIELDS);

    @Test
    void theOrderOfTheDirectoryDoesNotCount() {
        byte[] bytes = record.originalBytes().orElseThrow().toByteArray();
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            MarcRecord shuffled = Records.parse(withShuffledDirectory(bytes, random));
            assertThat(shuffled)
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(record)
                    .hasSameHashCodeAs(record);
        }
    }

    @Test
    void theOrderOfDifferentTagsDoesNotCount() {
        MarcRecord other = Records.of(Records.UTF_8_LEADER, FIELDS[4], FIELDS[2], FIELDS[1], FIELDS[3], FIELDS[0]);
        assertThat(other).isEqualTo(record).hasSameHashCodeAs(record);
    }

    @Test
    void theOrderOfFieldsOfTheSameTagCounts() {
        assertThat(Records.of(Records.UTF_8_LEADER, FIELDS[0], FIELDS[1], FIELDS[3], FIELDS[2], FIELDS[4]))
                .isNotEqualTo(record);
    }

    @Test
    void everyByteOfAFieldCounts() {
        assertThat(Records.of(Records.UTF_8_LEADER, "001 x", "245 10$aLe cafe", FIELDS[2], FIELDS[3], FIELDS[4]))
                .isNotEqualTo(record);
        assertThat(Records.of(Records.UTF_8_LEADER, "001 x", "245 11$aLe café", FIELDS[2], FIELDS[3], FIELDS[4]))
                .isNotEqualTo(record);
        assertThat(Records.of(Records.UTF_8_LEADER, "003 x", FIELDS[1], FIELDS[2], FIELDS[3], FIELDS[4]))
                .isNotEqualTo(record);
        assertThat(Records.of(Records.UTF_8_LEADER, FIELDS[0], FIELDS[1], FIELDS[2], FIELDS[3]))
                .isNotEqualTo(record);
        assertThat(record).isNotEqualTo(null).isNotEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 17, 18, 19, 23})
    void theLeaderCounts(int position) {
        char[] other = Records.UTF_8_LEADER.toCharArray();
        other[position] = 'z';
        assertThat(Records.of(new String(other), FIELDS)).isNotEqualTo(record);
    }

    @Test
    void whatDescribesTheLayoutDoesNotCount() {
        MarcRecord edited = record.edit()
                .remove("245")
                .insert(record.first("245").orElseThrow())
                .build();
        assertThat(edited.originalBytes()).isEmpty();
        assertThat(edited).isEqualTo(record).hasSameHashCodeAs(record);
        assertThat(Records.of("99999nam a  99999   9999", FIELDS))
                .isEqualTo(record)
                .hasSameHashCodeAs(record);
    }

    @Test
    void howTheBytesAreReadCounts() {
        byte[] bytes = record.originalBytes().orElseThrow().toByteArray();
        assertThat(Records.parse(bytes, 0, Encoding.ISO_8859_1)).isNotEqualTo(record);
        MarcRecord plain = Records.of(Records.UTF_8_LEADER, "001 x", "245 10$aLe cafe");
        byte[] plainBytes = plain.originalBytes().orElseThrow().toByteArray();
        assertThat(Records.parse(plainBytes, 0, Encoding.ISO_8859_1))
                .as("plain ASCII")
                .isEqualTo(plain);
    }

    @Test
    void differentRecordsOfACatalogueDiffer() throws IOException {
        List<MarcRecord> records = Records.all(Corpus.file("clean/lc-bibliographic-386.mrc"));
        List<MarcRecord> again = Records.all(Corpus.file("clean/lc-bibliographic-386.mrc"));
        assertThat(again).isEqualTo(records);
        assertThat(new HashSet<>(records)).hasSize(386);
        assertThat(records.stream().map(MarcRecord::hashCode).distinct()).hasSize(386);
    }

    /** The same data under a directory whose entries stand in another order. */
    static byte[] withShuffledDirectory(byte[] iso2709, Random random) {
        int entries = (Integer.parseInt(new String(iso2709, 12, 5, ISO_8859_1)) - 25) / 12;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        byte[] shuffled = iso2709.clone();
        for (int i = 0; i < entries; i++) {
            System.arraycopy(iso2709, 24 + 12 * order.get(i), shuffled, 24 + 12 * i, 12);
        }
        return shuffled;
    }
}
