// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import java.util.Locale;

/** Writes text so that {@link MnemonicText} reads it as it was. One thread's. */
final class MnemonicWriter {
    private static final int NO_BASE = -1;
    private static final byte DELIMITER = 0x1F;
    private static final byte[] RIGHT_LIGATURE = "{rlig}".getBytes(US_ASCII);
    private static final byte[] RIGHT_TILDE = "{rdbltil}".getBytes(US_ASCII);
    private static final byte[][] ASCII = new byte[128][];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            byte[] name = Mnemonics.of(c);
            ASCII[c] = name != null
                    ? name
                    : String.format(Locale.ROOT, "{%02X}", c).getBytes(US_ASCII);
        }
    }

    private final boolean mnemonics;
    /** Bytes that are not copied, in the text of a data field and in a field 00X. */
    private final boolean[] inData;

    private final boolean[] inControl;
    private final ByteOutput moved = new ByteOutput(16);

    /** @param mnemonics whether characters outside ASCII are written by their mnemonics, where they have one */
    MnemonicWriter(boolean mnemonics) {
        this.mnemonics = mnemonics;
        this.inData = stops(false);
        this.inControl = stops(true);
    }

    private boolean[] stops(boolean control) {
        boolean[] stops = new boolean[256];
        for (int c = 0; c < stops.length; c++) {
            stops[c] = c < ' ' || c == '$' || c == '{' || c == 0x7F || mnemonics && (c == '}' || c == '\\' || c > 0x7F);
        }
        if (control) {
            stops[' '] = true;
            stops['\\'] = true;
        }
        return stops;
    }

    /** Writes a character of ASCII by its name, or by its number. */
    static void ascii(ByteOutput out, int character) {
        out.write(ASCII[character]);
    }

    /**
     * Writes what stands behind the indicators of a data field, or all of a field 00X, where blanks are written as backslashes.
     *
     * @return whether it could be: false where a delimiter of ISO 2709 stands in the text
     */
    boolean write(ByteOutput out, byte[] text, int from, int to, boolean control) {
        boolean[] stops = control ? inControl : inData;
        // Where in the output the last character begins, if a mark may be put before it.
        int base = NO_BASE;
        int at = from;
        while (at < to) {
            int run = at;
            while (at < to && !stops[text[at] & 0xFF]) {
                at++;
            }
            if (at > run) {
                out.write(text, run, at - run);
                base = out.size() - 1;
                if (at == to) {
                    return true;
                }
            }
            int c = text[at] & 0xFF;
            if (c > 0x7F) {
                int start = out.size();
                int next = outsideAscii(out, text, at, to, base);
                // What was moved before a base leaves the base as the last character.
                base = next < 0 ? NO_BASE : start;
                at = Math.abs(next);
            } else if (c == DELIMITER && !control) {
                out.write('$');
                at = code(out, text, at + 1, to);
                base = NO_BASE;
            } else if (c >= 0x1D && c <= 0x1F) {
                return false;
            } else {
                base = out.size();
                special(out, text, at, to, control);
                at++;
            }
        }
        return true;
    }

    /** The code's character stands by itself: no mark may come before it. */
    private int code(ByteOutput out, byte[] text, int at, int to) {
        if (at == to || text[at] < 0 || text[at] >= 0x1D && text[at] <= 0x1F) {
            return at;
        }
        if (inData[text[at]]) {
            special(out, text, at, to, false);
        } else {
            out.write(text[at]);
        }
        return at + 1;
    }

    private void special(ByteOutput out, byte[] text, int at, int to, boolean control) {
        int c = text[at];
        if (control && c == ' ') {
            out.write('\\');
        } else if (c == '{' && !mnemonics && Mnemonics.at(text, at, to) == null) {
            out.write(c);
        } else {
            ascii(out, c);
        }
    }

    /** Writes the character that begins here, and says where the next one does; negative if it can be no base of a mark. */
    private int outsideAscii(ByteOutput out, byte[] text, int at, int to, int base) {
        int length = Math.max(1, Utf8.length(text, at, to));
        int codePoint = codePoint(text, at, length);
        byte[] name = Mnemonics.of(codePoint);
        if (!Mnemonics.isMark(codePoint)) {
            if (name == null) {
                out.write(text, at, length);
            } else {
                out.write(name);
            }
            return at + length;
        }
        if (base == NO_BASE || name == null || !fits(codePoint, text, at + length, to)) {
            out.write(text, at, length);
            return -(at + length);
        }
        return marks(out, text, at, to, base);
    }

    /** Puts the marks that have names before the base that was written last: at least the first one. */
    private int marks(ByteOutput out, byte[] text, int from, int to, int base) {
        moved.clear();
        moved.write(out.array(), base, out.size() - base);
        out.truncate(base);
        int at = from;
        int doubled = 0;
        while (at < to && text[at] < 0) {
            int length = Math.max(1, Utf8.length(text, at, to));
            int codePoint = codePoint(text, at, length);
            byte[] name = Mnemonics.isMark(codePoint) ? Mnemonics.of(codePoint) : null;
            if (name == null || !fits(codePoint, text, at + length, to)) {
                break;
            }
            out.write(name);
            at += length;
            if (Mnemonics.isDoubleMark(codePoint)) {
                doubled = codePoint;
                break;
            }
        }
        out.write(moved.array(), 0, moved.size());
        if (doubled > 0) {
            out.write(doubled == 0x361 ? RIGHT_LIGATURE : RIGHT_TILDE);
        }
        return -at;
    }

    /** Whether a mark can be written by name: one over two characters only where the second is a letter of ASCII. */
    private static boolean fits(int mark, byte[] text, int next, int to) {
        if (!Mnemonics.isDoubleMark(mark)) {
            return true;
        }
        int c = next < to ? text[next] | 0x20 : 0;
        return c >= 'a' && c <= 'z';
    }

    private static int codePoint(byte[] text, int at, int length) {
        int first = text[at] & 0xFF;
        return switch (length) {
            case 2 -> (first & 0x1F) << 6 | text[at + 1] & 0x3F;
            case 3 -> (first & 0x0F) << 12 | (text[at + 1] & 0x3F) << 6 | text[at + 2] & 0x3F;
            case 4 ->
                (first & 0x07) << 18 | (text[at + 1] & 0x3F) << 12 | (text[at + 2] & 0x3F) << 6 | text[at + 3] & 0x3F;
            default -> first;
        };
    }
}
