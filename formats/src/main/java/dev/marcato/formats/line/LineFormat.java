// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.line;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.RecordLines;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;
import dev.marcato.io.Utf8;

/**
 * The line format of {@code yaz-marcdump -o line}: a leader, fields as {@code 245 10 $a Title}, an empty line. Made for the eye: a value
 * that holds {@code " $x "} reads as two subfields, and line breaks have no place. Such values are reported when they are written.
 */
public final class LineFormat extends TextFormat {
    private static final int LEADER = 24;

    /** Used by who looks for formats. */
    public LineFormat() {
        super("line", RecordLines.LOOK_BACK, "line", "lst");
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new LeaderStarts(beginning);
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new LineStretches(settings);
    }

    /** Whether the first line is a leader, and the second one begins with a tag and a blank. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int at = Utf8.isByteOrderMark(head, 0, length) ? 3 : 0;
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
