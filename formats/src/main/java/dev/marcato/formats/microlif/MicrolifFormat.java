// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.microlif;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.RecordLines;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.io.StartScanner;
import dev.marcato.io.Utf8;

/**
 * MicroLIF, reading only: a line for each field, {@code 245 0_aTitle^}; the last one of a record ends in {@code ^`}. The first line of a
 * file may be a header, which is filler. (After the Perl module MARC::File::MicroLIF.)
 */
public final class MicrolifFormat extends TextFormat {
    private static final int LEADER = 24;

    /** Used by who looks for formats. */
    public MicrolifFormat() {
        super("microlif", RecordLines.LOOK_BACK, "lif", "microlif");
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new LeaderStarts(beginning);
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new MicrolifStretches(settings);
    }

    /** Whether the first or second line is {@code LDR} with a leader and {@code ^}. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int first = Utf8.isByteOrderMark(head, 0, length) ? 3 : 0;
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
}
