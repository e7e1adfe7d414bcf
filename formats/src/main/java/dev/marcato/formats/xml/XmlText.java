// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.Words;
import java.util.Arrays;

/** Writes text, which is right UTF-8, so that a parser gives it back; U+FFFD for a character that XML forbids. */
final class XmlText {
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};
    /** With which U+FFFE and U+FFFF begin. */
    private static final byte LEAD_OF_FORBIDDEN = (byte) 0xEF;

    private static final long LEADS = 0xEFEFEFEFEFEFEFEFL;

    /** What a byte is written as in text, nothing if as itself. */
    private static final byte[][] TEXT = new byte[256][];

    /** The same for an attribute's value, which a parser would change white space in. */
    private static final byte[][] VALUE = new byte[256][];

    private static final byte[] ITSELF = {};

    private static final boolean[] CODE = new boolean[0x80];

    static {
        Arrays.fill(TEXT, 0, ' ', REPLACEMENT);
        Arrays.fill(TEXT, ' ', TEXT.length, ITSELF);
        TEXT['\t'] = ITSELF;
        TEXT['\n'] = ITSELF;
        TEXT['\r'] = "&#13;".getBytes(US_ASCII);
        TEXT['<'] = "&lt;".getBytes(US_ASCII);
        TEXT['>'] = "&gt;".getBytes(US_ASCII);
        TEXT['&'] = "&amp;".getBytes(US_ASCII);
        System.arraycopy(TEXT, 0, VALUE, 0, TEXT.length);
        VALUE['\t'] = "&#9;".getBytes(US_ASCII);
        VALUE['\n'] = "&#10;".getBytes(US_ASCII);
        VALUE['"'] = "&quot;".getBytes(US_ASCII);
        for (int value = 0; value < CODE.length; value++) {
            CODE[value] = SchemaRules.isCode((byte) value) && VALUE[value] == ITSELF;
        }
    }

    private XmlText() {}

    /** Writes text between tags; how many characters were lost. */
    static int text(byte[] bytes, int from, int to, ByteOutput out) {
        int lost = 0;
        int at = plain(bytes, from, to, out);
        while (at < to) {
            int end = specialEnd(bytes, at, to);
            lost += write(TEXT, bytes, at, end, out);
            at = plain(bytes, end, to, out);
        }
        return lost;
    }

    /** Where the character ends at which {@link #plain} ended. */
    static int specialEnd(byte[] bytes, int at, int to) {
        return bytes[at] == LEAD_OF_FORBIDDEN ? Math.min(at + REPLACEMENT.length, to) : at + 1;
    }

    /** Whether it is a subfield code that the schema allows, and that is written as itself. */
    static boolean isCode(byte value) {
        return value >= 0 && CODE[value];
    }

    /** Writes what is as itself in text, and ends at what may not be, or at a delimiter: where it ended. */
    static int plain(byte[] bytes, int from, int to, ByteOutput out) {
        int into = out.claim(to - from + Long.BYTES);
        int plain = plain(bytes, from, to, out.array(), into);
        out.claimed(into + plain);
        return from + plain;
    }

    /**
     * Copies such text eight bytes at a time; how many it were.
     *
     * @param target has room for all, and eight bytes more
     */
    static int plain(byte[] bytes, int from, int to, byte[] target, int into) {
        int last = Math.min(to, bytes.length - Long.BYTES + 1);
        int at = from;
        for (; at < last; at += Long.BYTES) {
            long eight = Words.get(bytes, at);
            Words.put(target, into + at - from, eight);
            long special = special(eight);
            if (special != 0) {
                return Math.min(to, at + Words.first(special)) - from;
            }
        }
        for (; at < to && special((bytes[at] & 0xFF) * ONES) == 0; at++) {
            target[into + at - from] = bytes[at];
        }
        return Math.min(to, at) - from;
    }

    /** Marks bytes that may not be written as they are; the lowest mark is exact. The upper bytes are marked, if zero. */
    private static long special(long eight) {
        long control = eight - ' ' * ONES & ~eight;
        long ampersand = eight ^ '&' * ONES;
        long bracket = (eight | 0x02 * ONES) ^ '>' * ONES;
        long lead = eight ^ LEADS;
        return control & HIGH_BITS | Words.zeros(ampersand) | Words.zeros(bracket) | Words.zeros(lead);
    }

    /** Writes text between quotation marks ({@code "}); how many characters were lost. */
    static int value(byte[] bytes, int from, int to, ByteOutput out) {
        return write(VALUE, bytes, from, to, out);
    }

    /** Writes text between tags with each blank at its ends as a reference, which is never taken for indentation. */
    static int guarded(byte[] bytes, int from, int to, ByteOutput out) {
        int first = from;
        while (first < to && Scan.isSpace(bytes[first])) {
            reference(bytes[first++], out);
        }
        int last = to;
        while (last > first && Scan.isSpace(bytes[last - 1])) {
            last--;
        }
        int lost = text(bytes, first, last, out);
        for (int at = last; at < to; at++) {
            reference(bytes[at], out);
        }
        return lost;
    }

    private static void reference(byte value, ByteOutput out) {
        out.write(("&#" + value + ";").getBytes(US_ASCII));
    }

    private static int write(byte[][] table, byte[] bytes, int from, int to, ByteOutput out) {
        int lost = 0;
        int at = from;
        while (at < to) {
            byte value = bytes[at];
            byte[] instead = table[value & 0xFF];
            int length = 1;
            if (value == LEAD_OF_FORBIDDEN && Scan.isForbidden(bytes, at, Math.min(3, to - at))) {
                instead = REPLACEMENT;
                length = REPLACEMENT.length;
            }
            if (instead == ITSELF) {
                out.write(value);
            } else {
                out.write(instead);
            }
            lost += instead == REPLACEMENT ? 1 : 0;
            at += length;
        }
        return lost;
    }
}
