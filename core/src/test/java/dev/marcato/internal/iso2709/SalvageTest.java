// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.internal.iso2709.Pieces.Cut;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was wrong once in how a stretch of damage is taken apart. */
class SalvageTest {
    private final String one = record("1");
    private final String two = record("2");

    /** The start is found behind one wrong byte, and must not be doubted again because of it. */
    @Test
    void aDamagedRecordBehindAReplacedTerminatorIsRead() {
        String replaced = one.substring(0, one.length() - 1) + "X";
        String withoutBase = two.substring(0, 12) + "xxxxx" + two.substring(17);
        List<Cut> cuts = pieces(replaced + withoutBase + one);

        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.REPAIRED, Kind.REPAIRED, Kind.CLEAN);
        assertThat(cuts.get(1).record().firstValue("245", 'a')).contains("title 2");
    }

    /** What was lost and what follows may be of one length, so that the next record's end looks like this one's. */
    @Test
    void aRecordThatWasCutOffDoesNotSwallowTheNext() {
        for (int fields = 1; fields <= 3; fields++) {
            for (int difference = -30; difference <= 30; difference++) {
                String whole = withLongLast(fields, two.length() + 60);
                String cut = whole.substring(0, whole.length() - two.length() + difference);
                List<Cut> cuts = pieces(one + cut + two + one);

                assertThat(cuts)
                        .as("%d fields, %d bytes too many", fields, difference)
                        .filteredOn(each -> each.kind() == Kind.CLEAN)
                        // Where the lengths are the same, what was cut off is clean together with what follows.
                        .hasSize(3);
                if (difference != 0) {
                    assertThat(cuts).extracting(Cut::offset).contains((long) one.length() + cut.length());
                }
            }
        }
    }

    private static String withLongLast(int fields, int length) {
        List<TestField> all = new ArrayList<>();
        for (int i = 1; i < fields; i++) {
            all.add(TestField.of("50" + i, "  \u001Fanote"));
        }
        all.add(TestField.of("509", "  \u001Fa" + "y".repeat(length)));
        return new String(TestRecord.of("00000nam a2200000 i 4500", all).toIso2709(), ISO_8859_1);
    }

    private static List<Cut> pieces(String file) {
        byte[] bytes = file.getBytes(ISO_8859_1);
        List<Cut> cuts = Pieces.whole(bytes, ReadLimits.DEFAULT);
        Pieces.assertSound(cuts, bytes);
        return cuts;
    }

    private static String record(String number) {
        TestRecord record = TestRecord.of(
                "00000nam a2200000 i 4500",
                List.of(
                        TestField.of("001", number),
                        TestField.of("245", "10\u001Fatitle " + number),
                        TestField.of("500", "  \u001Fanote")));
        return new String(record.toIso2709(), ISO_8859_1);
    }
}
