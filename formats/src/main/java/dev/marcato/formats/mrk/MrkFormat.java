// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.RecordLines;
import dev.marcato.formats.text.StretchCutter;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.RecordEncoder;
import java.io.InputStream;
import java.util.List;

/**
 * The text format of the Library of Congress' MARCMaker and of MarcEdit, with mnemonics wherever there is one; what has none is
 * written in UTF-8. Every text is read back as it was.
 *
 * @see Mrk8Format
 */
public class MrkFormat implements Format {
    /** Used by who looks for formats. */
    public MrkFormat() {}

    @Override
    public String name() {
        return "mrk";
    }

    @Override
    public List<String> suffixes() {
        return List.of("mrk", "marcmaker", "mkr");
    }

    /** Whether the first line that is not blank, and no comment, begins with {@code =}, a tag and a blank. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int at = Lines.isByteOrderMark(head, 0, length) ? 3 : 0;
        while (at < length) {
            int lineFeed = Lines.lineFeed(head, at, length);
            int end = Lines.textEnd(head, at, lineFeed);
            if (head[at] != '#' && !Lines.isBlank(head, at, end)) {
                return head[at] == '='
                        && TextRecord.tag(head, at + 1, end) >= 0
                        && at + 4 < end
                        && (head[at + 4] == ' ' || head[at + 4] == '\t');
            }
            at = lineFeed + 1;
        }
        return false;
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return new StretchCutter(in, first, range, settings, new MrkStarts(first == 0), new MrkStretches(settings));
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return StretchCutter.of(bytes, first, range, settings, new MrkStarts(first == 0), new MrkStretches(settings));
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
        return new MrkEncoder(true);
    }

    @Override
    public String keeps() {
        return "the record; refused is a control character that would end a line or a field";
    }
}
