// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a record, it is looked at in peace, and what was found before changes nothing. */
class AnyRecordTest {
    private static final long SEED = 7_2709;

    /** Bytes that mean something to one of the checks. */
    private static final int[] TELLING = {
        0x00, 0x09, 0x0A, 0x1B, 0x1D, 0x1E, 0x1F, 0x1F, 0x1F, ' ', '!', '#', '$', '&', '(', ')', '1', '2', '3', ';',
        'B', 'E', 'N', 'a', 'b', 's', 'x', 0x7F, 0x80, 0x88, 0x9F, 0xA0, 0xA9, 0xAF, 0xBF, 0xC2, 0xC3, 0xD0, 0xE2, 0xEF,
        0xF0, 0xFF
    };

    private final Random random = new Random(SEED);

    @Test
    void anyRecordIsInspectedTheSameByANewAndAByAUsedInspector() {
        List<Diagnostic> used = new ArrayList<>();
        RecordInspector inspector = new RecordInspector();
        for (int round = 0; round < 5_000; round++) {
            Draft draft = draft();
            MarcRecord record = draft.build();
            used.clear();
            inspector.inspect(record, used::add);
            List<Diagnostic> fresh = new ArrayList<>();
            new RecordInspector().inspect(record, fresh::add);

            assertThat(used).as("seed %d, round %d", SEED, round).hasSizeLessThanOrEqualTo(101);
            long end = draft.start(record.size()) + 1L;
            assertThat(used.stream().mapToLong(each -> each.location().byteOffset() - Draft.SOURCE_OFFSET))
                    .as("seed %d, round %d", SEED, round)
                    .allMatch(offset -> offset >= 0 && offset <= end);
            if (fresh.size() < 100) {
                assertThat(used).as("seed %d, round %d", SEED, round).isEqualTo(fresh);
            }
        }
    }

    private Draft draft() {
        Draft draft = new Draft();
        if (random.nextInt(3) == 0) {
            draft.leader(bytes(24));
        } else {
            draft.leader(random.nextBoolean() ? Draft.LEADER : Draft.LEADER.replace(" a22", "  22"));
        }
        for (int fields = random.nextInt(6); fields > 0; fields--) {
            byte[] tag = random.nextInt(4) == 0 ? bytes(3) : new byte[] {'1', '0', (byte) ('0' + random.nextInt(2))};
            if (random.nextInt(4) == 0) {
                tag = new byte[] {'0', '0', (byte) ('0' + random.nextInt(9))};
            }
            draft.field(tag, bytes(random.nextInt(random.nextInt(10) == 0 ? 900 : 40)));
        }
        return draft;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        int temper = random.nextInt(3);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte)
                    (temper == 0
                            ? random.nextInt(256)
                            : temper == 1 ? TELLING[random.nextInt(TELLING.length)] : 'a' + random.nextInt(26));
        }
        return bytes;
    }
}
