// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.line;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.RecordLines;
import dev.marcato.formats.text.StretchCutter;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.RecordEncoder;
import java.io.InputStream;
import java.util.List;

/**
 * The line format of {@code yaz-marcdump -o line}: a leader, fields as {@code 245 10 $a Title}, an empty line. Made for the eye: a value
 * that holds {@code " $x "} reads as two subfields, and line breaks have no place. Such values are reported when they are written.
 */
public final class LineFormat implements Format {
    private static final int LEADER = 24;

    /** Used by who looks for formats. */
    public LineFormat() {}

    @Override
    public String name() {
        return "line";
    }

    @Override
    public List<String> suffixes() {
        return List.of("line", "lst");
    }

    /** Whether the first line is a leader, and the second one begins with a tag and a blank. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int at = Lines.isByteOrderMark(head, 0, length) ? 3 : 0;
        while (at < length && (head[at] == '\n' || head[at] == '\r')) {
            at++;
        }
        if (!LeaderStarts.isLeader(head, at, length)) {
            return false;
        }
        int next = Lines.lineFeed(head, at + LEADER, length) + 1;
        return next + 4 <= length
                && head[next] > ' '
                && head[next + 1] > ' '
                && head[next + 2] > ' '
                && head[next + 3] == ' ';
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return new StretchCutter(in, first, range, settings, new LeaderStarts(first == 0), new LineStretches(settings));
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return StretchCutter.of(
                bytes, first, range, settings, new LeaderStarts(first == 0), new LineStretches(settings));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return Math.max(0, range.start() - RecordLines.LOOK_BACK);
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
        return new LineEncoder();
    }

    @Override
    public String keeps() {
        return "the record, but where a value holds what looks like a subfield or a line end, which is told";
    }
}
