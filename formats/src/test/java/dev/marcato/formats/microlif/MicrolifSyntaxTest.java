// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.microlif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Field;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
import dev.marcato.formats.text.LineCuts;
import dev.marcato.io.Piece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The corners of MicroLIF. */
class MicrolifSyntaxTest {
    private static final MicrolifFormat FORMAT = new MicrolifFormat();
    private static final String LEADER = "LDR00180nam  22     2  4500^\r\n";

    private static List<Cut> cuts(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        LineCuts.assertSameInEveryWay(FORMAT, bytes);
        return LineCuts.whole(FORMAT, bytes);
    }

    @Test
    void aHeaderIsFiller() {
        String text = "HEADER of a vendor\r\n" + LEADER + "245 0_aA_B_cd^`\r\n";
        assertThat(FORMAT.sniff(text.getBytes(UTF_8), text.length())).isTrue();
        List<Cut> cuts = cuts(text);
        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.FILLER, Kind.CLEAN);
        assertThat(cuts.get(1).record().fields()).extracting(Field::toString).containsExactly("245  0 $a A_B $c d");
    }

    @Test
    void whatIsMissingIsReported() {
        List<Cut> cuts = cuts(LEADER + "245_aNone\r\n" + LEADER + "245 0_aX^`\r\n");
        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.REPAIRED, Kind.CLEAN);
        // No caret, no indicators, no end of the record.
        assertThat(cuts.get(0).findings())
                .hasSize(3)
                .allMatch(finding -> finding.code() == DiagnosticCode.MARKUP_REPAIRED);
        assertThat(cuts.get(0).record().fields()).extracting(Field::toString).containsExactly("245    $a None");
    }

    @Test
    void brokenLinesAndStrangers() {
        List<Cut> cuts = cuts(LEADER + "24 0_aX^`\r\n" + "stray\r\n" + LEADER + "245 0_aX^`\r\n");
        assertThat(cuts).extracting(Cut::kind).containsExactly(Kind.REJECTED, Kind.REJECTED, Kind.CLEAN);
        assertThat(cuts.get(0).findings().get(0).byteOffset()).isEqualTo(LEADER.length());
    }

    @Test
    void itIsOnlyRead() {
        assertThat(FORMAT.isWritable()).isFalse();
    }
}
