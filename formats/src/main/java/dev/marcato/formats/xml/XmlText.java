// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.marcato.io.ByteOutput;
import java.util.Arrays;

/** Writes text, which is right UTF-8, so that a parser gives it back; U+FFFD for a character that XML forbids. */
final class XmlText {
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};
    /** With which U+FFFE and U+FFFF begin. */
    private static final byte LEAD_OF_FORBIDDEN = (byte) 0xEF;

    private static final int LONGEST = 6;

    /** What a byte is written as in text, nothing if as itself. */
    private static final byte[][] TEXT = new byte[256][];

    /** The same for an attribute's value, which a parser would change white space in. */
    private static final byte[][] VALUE = new byte[256][];

    private static final byte[] ITSELF = {};

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
    }

    private XmlText() {}

    /** Writes text between tags; how many characters were lost. */
    static int text(byte[] bytes, int from, int to, ByteOutput out) {
        return write(TEXT, bytes, from, to, out);
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
        int target = out.claim(to - from);
        byte[] array = out.array();
        int at = from;
        while (at < to) {
            byte value = bytes[at];
            byte[] instead = table[value & 0xFF];
            boolean forbidden = value == LEAD_OF_FORBIDDEN && Utf8.isForbidden(bytes, at, Math.min(3, to - at));
            if (instead == ITSELF && !forbidden) {
                array[target++] = value;
                at++;
                continue;
            }
            instead = forbidden ? REPLACEMENT : instead;
            at += forbidden ? REPLACEMENT.length : 1;
            lost += instead == REPLACEMENT ? 1 : 0;
            out.claimed(target);
            target = out.claim(to - at + LONGEST);
            array = out.array();
            System.arraycopy(instead, 0, array, target, instead.length);
            target += instead.length;
        }
        out.claimed(target);
        return lost;
    }
}
