// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;

/**
 * Recognises text that was UTF-8, was taken for Latin-1 or Windows-1252, and was turned into UTF-8 again. It watches
 * the characters of a field, reads each as the byte that it may have been, and follows whether these bytes are UTF-8.
 *
 * <p>A few such pairs occur in honest text, where a capital letter stands before a closing quotation mark or a dash.
 * These count little; what no text has, such as a capital A with tilde before a copyright sign, counts by itself.
 */
public final class DoubleUtf8 {
    /** Windows-1252 from 0x80 to 0x9F; 0 where it has nothing. */
    private static final String WINDOWS =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /**
     * What may follow a capital letter at the end of a word: no-break space, ordinals, quotation marks, dashes, and the
     * four control characters that enclose what is not sorted.
     */
    private static final String CLOSING = "\u00A0\u00A8\u00AA\u00AB\u00AD\u00B4\u00BA\u00BB"
            + "\u2018\u2019\u201C\u201D\u2026\u2013\u2014\u203A"
            + "\u0088\u0089\u0098\u009C";

    private static final int WEAK_NEEDED = 3;

    private int pending;
    private int length;
    private int lead;
    private boolean closing;
    private boolean control;
    private int strong;
    private int weak;
    private int odd;

    /** Has seen nothing yet. */
    public DoubleUtf8() {}

    /** Whether the evidence holds for a text, which is right UTF-8. */
    public static boolean isDouble(byte[] utf8, int from, int to) {
        DoubleUtf8 text = new DoubleUtf8();
        for (int at = Utf8.firstHigh(utf8, from, to); at < to; ) {
            int length = Utf8.length(utf8, at, to);
            if (length == 1) {
                text.interrupt();
                at = Utf8.firstHigh(utf8, at, to);
            } else {
                text.next(Utf8.character(utf8, at, length));
                at += length;
            }
        }
        text.interrupt();
        return text.twice() > 0;
    }

    /** Adds a text, which is right UTF-8, with one encoding of two undone; characters that were not encoded twice stay. */
    public static void undo(byte[] utf8, int from, int to, ByteOutput out) {
        int at = from;
        while (at < to) {
            int high = Utf8.firstHigh(utf8, at, to);
            out.write(utf8, at, high - at);
            at = high;
            while (at < to && utf8[at] < 0) {
                int end = undone(utf8, at, to, out);
                if (end == at) {
                    end = at + Utf8.lengthOrOne(utf8, at, to);
                    out.write(utf8, at, end - at);
                }
                at = end;
            }
        }
    }

    /** Adds one character that was encoded twice; where it ends, or where it begins if there is none. */
    private static int undone(byte[] utf8, int from, int to, ByteOutput out) {
        byte[] once = new byte[4];
        int bytes = 0;
        int at = from;
        while (at < to && bytes < once.length && utf8[at] < 0) {
            int length = Utf8.length(utf8, at, to);
            int value = length == 0 ? -1 : toByte(Utf8.character(utf8, at, length));
            if (value < 0x80) {
                return from;
            }
            once[bytes++] = (byte) value;
            at += length;
            if (Utf8.length(once, 0, bytes) == bytes) {
                out.write(once, 0, bytes);
                return at;
            }
        }
        return from;
    }

    /** Begins a new field. */
    public void begin() {
        pending = 0;
        strong = 0;
        weak = 0;
        odd = 0;
    }

    /**
     * The next character. ASCII characters need not be told one by one, but {@link #interrupt} must be.
     *
     * @return whether it continues a sequence, so that a control character here is none
     */
    public boolean next(int character) {
        int value = toByte(character);
        if (pending > 0) {
            if (value >= 0x80 && value <= 0xBF) {
                boolean honest = CLOSING.indexOf(character) >= 0;
                closing &= honest;
                control |= character < 0xA0 && !honest;
                if (--pending == 0) {
                    settle();
                }
                return true;
            }
            pending = 0;
            odd++;
        }
        if (value < 0xC2 || value > 0xF4) {
            odd++;
            return false;
        }
        lead = value;
        length = value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
        pending = length - 1;
        closing = true;
        control = false;
        return false;
    }

    /** A character of ASCII, or the end of a stretch of text. */
    public void interrupt() {
        if (pending > 0) {
            pending = 0;
            odd++;
        }
    }

    private void settle() {
        boolean telling = length == 2 ? lead <= 0xC5 : length == 4 || lead == 0xE2;
        if (control || telling && !closing) {
            strong++;
        } else {
            weak++;
        }
    }

    /** Characters of the field that were encoded twice, 0 if the evidence does not hold. */
    public int twice() {
        int twice = strong + weak;
        return (strong > 0 || weak >= WEAK_NEEDED) && odd * 4 <= twice ? twice : 0;
    }

    private static int toByte(int character) {
        if (character < 0x100) {
            return character;
        }
        int at = WINDOWS.indexOf(character);
        return at < 0 ? -1 : 0x80 + at;
    }
}
