// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.microlif;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.RecordLines;
import dev.marcato.formats.text.StretchCutter;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import java.io.InputStream;
import java.util.List;

/**
 * MicroLIF, reading only: a line for each field, {@code 245 0_aTitle^}; the last one of a record ends in {@code ^`}. The first line of a
 * file may be a header, which is filler. (After the Perl module MARC::File::MicroLIF.)
 */
public final class MicrolifFormat implements Format {
    private static final int LEADER = 24;

    /** Used by who looks for formats. */
    public MicrolifFormat() {}

    @Override
    public String name() {
        return "microlif";
    }

    @Override
    public List<String> suffixes() {
        return List.of("lif", "microlif");
    }

    /** Whether the first or second line is {@code LDR} with a leader and {@code ^}. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int first = Lines.isByteOrderMark(head, 0, length) ? 3 : 0;
        int second = Lines.lineFeed(head, first, length) + 1;
        return isLeader(head, first, length) || isLeader(head, second, length);
    }

    private static boolean isLeader(byte[] head, int at, int length) {
        if (length - at < LEADER || !LeaderStarts.isLeader(head, at)) {
            return false;
        }
        int end = Lines.textEnd(head, at, Lines.lineFeed(head, at, length));
        return head[end - 1] == '^';
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return new StretchCutter(
                in, first, range, settings, new LeaderStarts(first == 0), new MicrolifStretches(settings));
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return StretchCutter.of(
                bytes, first, range, settings, new LeaderStarts(first == 0), new MicrolifStretches(settings));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return Math.max(0, range.start() - RecordLines.LOOK_BACK);
    }

    @Override
    public boolean hasLines() {
        return true;
    }
}
