// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.formats.xml.Cuts.Cut;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.ShortReads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What must hold whatever bytes are read. */
final class XmlOracle {
    private XmlOracle() {}

    /** No exception, an account that adds up, the same pieces in portions and in two ranges, and records that can be written. */
    static List<Cut> check(Format format, byte[] bytes, int variation) {
        List<Cut> whole = Cuts.of(format, bytes);
        Format settled = format.forSource(bytes, Math.min(512, bytes.length));
        int any = variation & Integer.MAX_VALUE;
        assertThat(Cuts.streamed(format, ShortReads.ofSize(bytes, 1 + any % 300), FileRange.WHOLE, Cuts.SMALL))
                .isEqualTo(whole);
        List<Integer> starts = Cuts.starts(format, bytes, 1 + any % 97);
        if (!starts.isEmpty() && starts.get(any % starts.size()) > 0) {
            int cut = starts.get(any % starts.size());
            List<Cut> parts = new ArrayList<>(Cuts.range(settled, bytes, new FileRange(0, cut), ReadLimits.DEFAULT));
            parts.addAll(Cuts.range(settled, bytes, new FileRange(cut, bytes.length), ReadLimits.DEFAULT));
            assertThat(parts).isEqualTo(whole);
        }
        List<MarcRecord> records = Cuts.records(whole);
        List<MarcRecord> back = Cuts.records(Cuts.of(Samples.MARCXML, Samples.written(records, any % 2 == 0)));
        assertThat(back).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(visible(back.get(i))).isEqualTo(visible(records.get(i)));
        }
        return whole;
    }

    /** Without the leader, in which writing may have to change the coding scheme. */
    private static String visible(MarcRecord record) {
        StringBuilder text = new StringBuilder();
        for (Field field : record) {
            byte[] bytes = field.bytes().toByteArray();
            text.append('\n')
                    .append(field.tag())
                    .append(new String(bytes, StandardCharsets.UTF_8).replace('\u001F', '$'));
        }
        return text.toString();
    }
}
