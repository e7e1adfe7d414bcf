// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.RecordLines;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;
import dev.marcato.io.Utf8;

/**
 * The text format of the Library of Congress' MARCMaker and of MarcEdit, with mnemonics wherever there is one; what has none is
 * written in UTF-8. Every text is read back as it was.
 *
 * @see Mrk8Format
 */
public class MrkFormat extends TextFormat {
    private final boolean mnemonics;

    /** Used by who looks for formats. */
    public MrkFormat() {
        this("mrk", true, "mrk", "marcmaker", "mkr");
    }

    MrkFormat(String name, boolean mnemonics, String... suffixes) {
        super(name, RecordLines.LOOK_BACK, suffixes);
        this.mnemonics = mnemonics;
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new MrkStarts(beginning);
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new MrkStretches(settings);
    }

    /** Whether the first line that is not blank, and no comment, begins with {@code =}, a tag and a blank. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int at = Utf8.isByteOrderMark(head, 0, length) ? 3 : 0;
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
    public boolean isWritable() {
        return true;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new MrkEncoder(mnemonics);
    }

    @Override
    public String keeps() {
        return "the record; refused is a control character that would end a line or a field";
    }
}
