// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.aleph;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.StretchCutter;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;
import java.io.InputStream;
import java.util.List;

/** Aleph sequential: a line for each field, which begins with the record's system number. */
public final class AlephFormat implements Format {
    /** Fewer digits may be anything. */
    private static final int FEWEST_DIGITS = 6;

    /** Used by who looks for formats. */
    public AlephFormat() {}

    @Override
    public String name() {
        return "aleph";
    }

    @Override
    public List<String> suffixes() {
        return List.of("aleph", "alephseq", "seq");
    }

    /** Whether the first line that is not blank begins with a system number of six digits or more, a tag, and two indicators. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int at = Lines.isByteOrderMark(head, 0, length) ? 3 : 0;
        while (at < length && (head[at] == '\n' || head[at] == '\r')) {
            at++;
        }
        int number = SystemNumber.length(head, at, length);
        int tag = at + number + 1;
        return number >= FEWEST_DIGITS
                && TextRecord.tag(head, tag, length) >= 0
                && tag + 5 < length
                && head[tag + 5] == ' ';
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        return new StretchCutter(in, range.start(), range, settings, new NumberStarts(), new AlephStretches(settings));
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        return StretchCutter.of(
                bytes, range.start(), range, settings, new NumberStarts(), new AlephStretches(settings));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return range.start();
    }

    /** There is one: which number stood in the line before is no local fact, since lines may be of any length. */
    @Override
    public StartScanner startScanner() {
        return new NumberStarts();
    }

    @Override
    public boolean hasLines() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new AlephEncoder();
    }

    @Override
    public String keeps() {
        return "the record; refused is $$ in a value and ^ in fixed fields";
    }
}
