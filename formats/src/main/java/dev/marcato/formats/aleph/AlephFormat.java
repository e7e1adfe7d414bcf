// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.aleph;

import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;
import dev.marcato.io.Utf8;

/** Aleph sequential: a line for each field, which begins with the record's system number. */
public final class AlephFormat extends TextFormat {
    /** Fewer digits may be anything. */
    private static final int FEWEST_DIGITS = 6;

    /** Used by who looks for formats. */
    public AlephFormat() {
        super("aleph", "aleph", "alephseq", "seq");
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new NumberStarts();
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new AlephStretches(settings);
    }

    /** Whether the first line that is not blank begins with a system number of six digits or more, a tag, and two indicators. */
    @Override
    public boolean sniff(byte[] head, int length) {
        int at = Utf8.isByteOrderMark(head, 0, length) ? 3 : 0;
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
