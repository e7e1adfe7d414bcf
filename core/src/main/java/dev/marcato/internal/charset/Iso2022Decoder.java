// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.io.ByteOutput;
import java.util.Arrays;

/**
 * One run of decoding, from bytes of a {@link SetFamily} to UTF-8. Combining marks, which stand before their letter, come
 * behind it. At every delimiter and terminator the sets of the beginning are in force again, and a mark that has found no
 * letter until there stays where it is. For one thread, one call.
 */
final class Iso2022Decoder {
    private final SetFamily family;
    private final byte[] data;
    private final int from;
    private final int to;
    private final ByteOutput out;
    private final Undecodable undecodable;

    private GraphicSet g0;
    private GraphicSet g1;
    /** The characters of the two sets, if they have one byte each. */
    private int[] row0;

    private int[] row1;
    /** The sets are those of the beginning, and bytes of G0 are ASCII. */
    private boolean plain;

    private int[] marks = new int[4];
    private int markCount;
    /** Where in the output the left half of a mark over two letters stands, -1 if the letter before has none. */
    private int leftHalf = -1;

    private int leftHalfMark;
    private int firstBad = -1;

    Iso2022Decoder(SetFamily family, byte[] data, int from, int to, ByteOutput out, Undecodable undecodable) {
        this.family = family;
        this.data = data;
        this.from = from;
        this.to = to;
        this.out = out;
        this.undecodable = undecodable;
        this.g0 = family.g0();
        this.g1 = family.g1();
        this.row0 = row(g0);
        this.row1 = row(g1);
        this.plain = g0.isAscii();
    }

    /** Position of the first byte that stands for no character, -1 if there is none. */
    int decode() {
        int at = from;
        while (at < to) {
            int value = data[at] & 0xFF;
            if (value >= 0xA0) {
                at = rightHalf(at);
            } else if (plain && markCount == 0 && value < 0x80 && value != Ascii.ESCAPE && value != '&') {
                at = asciiRun(at);
            } else if (value >= 0x80) {
                control(at, Controls.character(value));
                at++;
            } else if (Controls.isC0(value)) {
                at = lowControl(at, value);
            } else {
                at = leftHalf(at, value);
            }
        }
        noLetter();
        return firstBad;
    }

    /** ASCII of which nothing needs a look, and what comes behind a delimiter. */
    private int asciiRun(int at) {
        int end = family.isMarc8() ? Ascii.firstSpecial(data, at, to, (byte) '&') : Ascii.firstSpecial(data, at, to);
        out.write(data, at, end - at);
        leftHalf = -1;
        return end < to && data[end - 1] == Controls.SUBFIELD_DELIMITER ? subfieldCode(end) : end;
    }

    private int lowControl(int at, int value) {
        if (value == Ascii.ESCAPE) {
            return escape(at);
        }
        if (value == Controls.DELETE && g0.bytes() > 1 && EastAsian.character(data, at, to) != 0) {
            return eastAsian(at);
        }
        noLetter();
        out.write(value);
        if (Controls.isSeparator(value)) {
            put(family.g0(), family.g1());
        }
        return value == Controls.SUBFIELD_DELIMITER ? subfieldCode(at + 1) : at + 1;
    }

    /** The byte behind a delimiter is a code: ASCII whatever the sets are, and no letter for marks. */
    private int subfieldCode(int at) {
        if (at == to || Controls.isSeparator(data[at])) {
            return at;
        }
        int value = data[at] & 0xFF;
        if (value < 0x80 && value != Ascii.ESCAPE) {
            out.write(value);
        } else {
            int character = value < 0xA0 ? Controls.character(value) : single(row1, value);
            if (character == 0) {
                bad(at, at + 1);
            } else {
                out.writeUtf8(character & CharacterTable.VALUE);
            }
        }
        return at + 1;
    }

    private int escape(int at) {
        int escape = family.escape(data, at, to);
        if (escape != 0) {
            GraphicSet set = SetFamily.set(escape);
            boolean right = SetFamily.isRightHalf(escape);
            put(right ? g0 : set, right ? set : g1);
            return at + SetFamily.length(escape);
        }
        int control = family.isMarc8() ? 0 : Controls.sevenBits(data, at, to);
        control(at, control);
        return control == 0 ? at + 1 : at + 2;
    }

    private int leftHalf(int at, int value) {
        if (value == ' ') {
            letter(value);
        } else if (g0.bytes() > 1) {
            return eastAsian(at);
        } else if (value == '&' && g0 == GraphicSet.ASCII) {
            int end = CharacterReference.end(data, at, to);
            letter(end < 0 ? value : CharacterReference.character(data, at, end));
            return end < 0 ? at + 1 : end;
        } else {
            graphic(at, single(row0, value));
        }
        return at + 1;
    }

    private int rightHalf(int at) {
        if (g1.bytes() > 1) {
            return eastAsian(at);
        }
        graphic(at, single(row1, data[at] & 0xFF));
        return at + 1;
    }

    private void put(GraphicSet left, GraphicSet right) {
        g0 = left;
        g1 = right;
        row0 = row(left);
        row1 = row(right);
        plain = left.isAscii() && left == family.g0() && right == family.g1();
    }

    private static int[] row(GraphicSet set) {
        return set.bytes() == 1 ? set.table().row() : CharacterTable.NOTHING;
    }

    /** Rows have nothing at 0x20 and 0x7F, and so at 0xA0 and 0xFF. */
    private static int single(int[] row, int value) {
        return row[value & 0x7F];
    }

    private void graphic(int at, int character) {
        if (character == 0) {
            badLetter(at, at + 1);
        } else if ((character & CharacterTable.MARK) != 0) {
            if (markCount == marks.length) {
                marks = Arrays.copyOf(marks, 2 * markCount);
            }
            marks[markCount++] = character & CharacterTable.VALUE;
        } else {
            letter(character);
        }
    }

    private int eastAsian(int at) {
        int character = EastAsian.character(data, at, to);
        if (character == 0) {
            int end = at + EastAsian.damaged(data, at, to);
            badLetter(at, end);
            return end;
        }
        letter(character);
        return at + EastAsian.BYTES;
    }

    /** A control character that is no letter; 0 if the byte has no meaning. */
    private void control(int at, int character) {
        noLetter();
        if (character == 0) {
            bad(at, at + 1);
        } else {
            out.writeUtf8(character);
        }
    }

    private void badLetter(int from, int end) {
        closeHalf();
        bad(from, end);
        flush();
    }

    private void bad(int from, int end) {
        firstBad = firstBad < 0 ? from : firstBad;
        undecodable.write(out, data, from, end);
    }

    private void letter(int character) {
        if (markCount == 0) {
            leftHalf = -1;
            out.writeUtf8(character);
        } else {
            closeHalf();
            out.writeUtf8(character);
            flush();
        }
    }

    private void noLetter() {
        leftHalf = -1;
        flush();
        leftHalf = -1;
    }

    /** If this letter has the right half to the left one of the letter before, the two become one mark there. */
    private void closeHalf() {
        if (leftHalf >= 0) {
            for (int i = 0; i < markCount; i++) {
                int whole = DoubleMarks.isRight(marks[i])
                        ? DoubleMarks.whole(leftHalfMark, marks[i], family.g1().table())
                        : 0;
                if (whole != 0) {
                    replaceLeftHalf(whole);
                    System.arraycopy(marks, i + 1, marks, i, --markCount - i);
                    break;
                }
            }
        }
        leftHalf = -1;
    }

    /** The half takes three bytes of UTF-8, the whole two. */
    private void replaceLeftHalf(int whole) {
        int behind = leftHalf + 3;
        byte[] rest = Arrays.copyOfRange(out.array(), behind, out.size());
        out.truncate(leftHalf);
        out.writeUtf8(whole);
        out.write(rest);
    }

    private void flush() {
        for (int i = 0; i < markCount; i++) {
            if (DoubleMarks.isLeft(marks[i])) {
                leftHalf = out.size();
                leftHalfMark = marks[i];
            }
            out.writeUtf8(marks[i]);
        }
        markCount = 0;
    }
}
