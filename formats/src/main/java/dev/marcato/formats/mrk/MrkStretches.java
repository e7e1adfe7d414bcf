// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.mrk.MnemonicText.Result;
import dev.marcato.formats.text.ByteSearch;
import dev.marcato.formats.text.LineStretchReader;
import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;

/**
 * Reads a record of lines {@code =245  10$aTitle}. A line that begins with {@code #} is a comment (MarcEdit); one without
 * {@code =} goes on with the field before (MARCMaker, which breaks long ones) as it stands, blanks included; an empty line ends
 * the record.
 *
 * <p>In the leader and the fields 00X a backslash is a blank, and so it is as an indicator; anywhere else it is itself.
 *
 * <p>Mnemonics become Unicode, and the record's text is UTF-8. Where {@code {esc}} changes the set of MARC-8, or where there are
 * bytes that are no UTF-8, they become what MARCMaker makes of them, and evidence decides what the record's bytes are.
 */
final class MrkStretches extends LineStretchReader {
    private static final int NONE = -1;
    private static final int TAG_END = 4;

    private final MnemonicText inUnicode = new MnemonicText(true);
    private final MnemonicText inBytes = new MnemonicText(false);
    private final ByteOutput leader = new ByteOutput(64);
    private MnemonicText text = inUnicode;
    /** Whether the record's text was read as UTF-8. */
    private boolean unicode;

    private int openTag = NONE;
    private int openFrom;
    private ByteOutput out = leader;

    MrkStretches(CutSettings settings) {
        super(settings, "a record begins with =LDR, or behind an empty line with = and a tag");
    }

    @Override
    protected boolean isRemark(byte first) {
        return first == '#';
    }

    @Override
    protected int read(int from, int to) {
        text = inUnicode;
        int end = fields(from);
        unicode = record.isBroken() || !inUnicode.wasEscaped() && record.isUtf8();
        if (!unicode) {
            text = inBytes;
            begin(from, to);
            fields(from);
        }
        return end;
    }

    @Override
    protected Piece piece(int from, int end) {
        return record.piece(bytes, from, end, unicode);
    }

    /** Reads the lines up to an empty one, and says where the last one of a field ends. */
    private int fields(int from) {
        openTag = NONE;
        int ended = from;
        while (lines.next() && !Lines.isBlank(bytes, lines.start(), lines.end())) {
            int line = lines.start();
            if (bytes[line] == '=') {
                close();
                field(line, lines.end());
                ended = lines.behind();
            } else if (bytes[line] != '#') {
                goOn(line, lines.end());
                ended = lines.behind();
            }
        }
        close();
        return ended;
    }

    private void field(int at, int end) {
        int tag = TextRecord.tag(bytes, at + 1, end);
        int value = at + TAG_END;
        while (value < end && value < at + TAG_END + 2 && bytes[value] == ' ') {
            value++;
        }
        boolean control = tag >= 0 && TextRecord.isControl(tag);
        int blanks = value - at - TAG_END;
        if (blanks == 0 && value < end && bytes[value] == '\t') {
            value++;
        }
        if (tag < 0 || value == at + TAG_END && value < end) {
            openTag = NONE;
            out = leader;
            leader.clear();
            text.begin(leader);
            record.broken(
                    DiagnosticCode.MARKUP_BROKEN,
                    place(at),
                    TextRecord.NO_TAG,
                    "line begins with \"" + TextRecord.shown(bytes, at, Math.min(end, at + 8)) + "\"",
                    "= and a tag of three characters, and two blanks");
            return;
        }
        if (blanks != 2) {
            repaired(at + TAG_END, tag, blanks == 0 ? "no blanks behind the tag" : "one blank behind the tag", "two");
        }
        openTag = tag;
        openFrom = at;
        if (MrkStarts.isLeader(bytes, at, end)) {
            out = leader;
            leader.clear();
            text.begin(out);
            decode(value, end, false);
        } else {
            out = record.beginField(tag);
            text.begin(out);
            if (control) {
                control(value, end);
            } else {
                indicators(value, end, tag);
            }
        }
    }

    private void goOn(int at, int end) {
        if (openTag != NONE && TextRecord.isControl(openTag)) {
            control(at, end);
        } else {
            decode(at, end, openTag != NONE && out != leader);
        }
    }

    private void control(int from, int to) {
        int at = from;
        while (at < to) {
            int backslash = ByteSearch.next(bytes, at, to, (byte) '\\');
            decode(at, backslash, false);
            if (backslash < to) {
                text.blank();
            }
            at = backslash + 1;
        }
    }

    private void indicators(int from, int to, int tag) {
        int at = from;
        int count = 0;
        while (count < 2 && at < to && bytes[at] != '$') {
            Mnemonic mnemonic = bytes[at] == '{' ? Mnemonics.at(bytes, at, to) : null;
            if (mnemonic != null && mnemonic.characters().length == 1) {
                out.write(mnemonic.characters());
                at += mnemonic.length();
            } else {
                out.write(bytes[at] == '\\' ? ' ' : bytes[at]);
                at++;
            }
            count++;
        }
        if (count < 2) {
            out.write(' ');
            if (count == 0) {
                out.write(' ');
            }
            repaired(from, tag, count == 0 ? "no indicators" : "one indicator", "two", "made blank");
        }
        decode(at, to, true);
    }

    private void decode(int from, int to, boolean subfields) {
        if (from < to && text.decode(bytes, from, to, subfields) == Result.DELIMITER) {
            record.broken(
                    DiagnosticCode.VALUE_NOT_REPRESENTABLE,
                    place(openFrom),
                    openTag == NONE ? TextRecord.NO_TAG : TextRecord.tag(openTag),
                    "a delimiter of ISO 2709 (0x1D to 0x1F) is in the text",
                    "");
        }
    }

    /** Ends the field that is open. */
    private void close() {
        if (openTag == NONE) {
            return;
        }
        text.end();
        if (out == leader) {
            record.leader(leader.array(), 0, leader.size(), (byte) '\\', place(openFrom));
        } else {
            record.endField();
        }
        openTag = NONE;
    }

    private void repaired(int at, int tag, String found, String expected) {
        repaired(at, tag, found, expected, "read as if there were two");
    }
}
