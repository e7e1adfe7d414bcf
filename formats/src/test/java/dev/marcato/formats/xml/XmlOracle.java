// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.Cut;
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

    /**
     * What came out.
     *
     * @param whole the pieces of the document; those below must be the same
     * @param inPortions the pieces, when it arrives a few bytes at a time
     * @param inRanges the pieces of two ranges, one after the other
     * @param read what the records say, those left out that the writer adds a blank to, which it tells
     * @param back what they say when they were written and read again
     */
    record Found(List<Cut> whole, List<Cut> inPortions, List<Cut> inRanges, List<String> read, List<String> back) {}

    /** No exception, an account that adds up, the same pieces in portions and in two ranges, and records that can be written. */
    static List<Cut> check(Format format, byte[] bytes, int variation) {
        Found found = everyWay(format, bytes, variation);
        assertThat(found.inPortions()).isEqualTo(found.whole());
        assertThat(found.inRanges()).isEqualTo(found.whole());
        assertThat(found.back()).isEqualTo(found.read());
        return found.whole();
    }

    /**
     * Reads in every way, and what was written once more.
     *
     * @param variation any number: it picks portions, and the place where the document is cut
     */
    static Found everyWay(Format format, byte[] bytes, int variation) {
        List<Cut> whole = Cuts.of(format, bytes);
        int any = variation & Integer.MAX_VALUE;
        List<Cut> inPortions =
                Cuts.streamed(format, ShortReads.ofSize(bytes, 1 + any % 300), FileRange.WHOLE, Cuts.SMALL);
        List<Integer> starts = Cuts.starts(format, bytes, 1 + any % 97);
        int cut = starts.isEmpty() ? 0 : starts.get(any % starts.size());
        List<MarcRecord> records =
                Cut.records(whole).stream().filter(XmlOracle::isKept).toList();
        List<MarcRecord> back = Cut.records(Cuts.of(Samples.MARCXML, Samples.written(records, any % 2 == 0)));
        return new Found(
                whole,
                inPortions,
                cut == 0 ? whole : inTwoRanges(format, bytes, cut),
                records.stream().map(XmlOracle::visible).toList(),
                back.stream().map(XmlOracle::visible).toList());
    }

    /** Whether the writer does not say that it added a blank, where the leader promises more indicators than there are. */
    private static boolean isKept(MarcRecord record) {
        List<DiagnosticCode> told = new ArrayList<>();
        Samples.written(List.of(record), false, each -> told.add(each.code()));
        return !told.contains(DiagnosticCode.INDICATORS_MISSING);
    }

    private static List<Cut> inTwoRanges(Format format, byte[] bytes, int cut) {
        Format settled = format.forSource(bytes, Math.min(512, bytes.length));
        List<Cut> parts = new ArrayList<>(Cuts.range(settled, bytes, new FileRange(0, cut), ReadLimits.DEFAULT));
        parts.addAll(Cuts.range(settled, bytes, new FileRange(cut, bytes.length), ReadLimits.DEFAULT));
        return parts;
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
