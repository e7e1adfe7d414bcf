// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import dev.marcato.io.Words;
import java.util.HexFormat;

/**
 * Copies text: resolves references, ends lines in LF as XML has it, and puts U+FFFD where a byte is no UTF-8 or XML forbids the
 * character. One thread's.
 */
final class CharacterData {
    /** So much room is made at once: more than most values have, and a multiple of eight. */
    private static final int RUN = 256;

    private static final int REPLACEMENT = 0xFFFD;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String REPLACED = "U+FFFD stands in its place";

    private final Problems problems;

    CharacterData(Problems problems) {
        this.problems = problems;
    }

    /** Copies up to the next {@code <} or the end. */
    void copy(Markup markup, ByteOutput out) {
        byte[] bytes = markup.bytes;
        int to = markup.to;
        int at = plain(bytes, markup.at, to, out);
        while (at < to && bytes[at] != '<') {
            int behind = bytes[at] == '&' ? reference(bytes, at, to, out) : character(bytes, at, to, out);
            at = plain(bytes, behind, to, out);
        }
        markup.at = at;
    }

    /** Copies what is nothing but a character of ASCII, and says what stands behind it. */
    private static int plain(byte[] bytes, int from, int to, ByteOutput out) {
        int at = from;
        while (to - at >= Long.BYTES) {
            int put = out.claim(RUN);
            byte[] target = out.array();
            int last = Math.min(to, at + RUN) - Long.BYTES;
            while (at <= last) {
                long eight = Words.get(bytes, at);
                long special = Scan.special(eight);
                Words.put(target, put, eight);
                if (special != 0) {
                    int count = Words.first(special);
                    out.claimed(put + count);
                    return at + count;
                }
                at += Long.BYTES;
                put += Long.BYTES;
            }
            out.claimed(put);
        }
        int end = Scan.special(bytes, at, to);
        out.write(bytes, at, end - at);
        return end;
    }

    /** Copies what stands within a CDATA section, where nothing is markup and nothing a reference. */
    void copyCdata(byte[] bytes, int from, int to, ByteOutput out) {
        int at = from;
        while (at < to) {
            int special = Scan.special(bytes, at, to);
            out.write(bytes, at, special - at);
            at = special;
            if (at < to && (bytes[at] == '<' || bytes[at] == '&')) {
                out.write(bytes[at++]);
            } else if (at < to) {
                at = character(bytes, at, to, out);
            }
        }
    }

    /** Copies the value of an attribute, where white space of any kind is a blank. */
    void copyValue(byte[] bytes, int from, int to, ByteOutput out) {
        int at = from;
        while (at < to) {
            int special = Scan.special(bytes, at, to);
            out.write(bytes, at, special - at);
            at = special;
            if (at < to && bytes[at] == '&') {
                at = reference(bytes, at, to, out);
            } else if (at < to && Scan.isSpace(bytes[at])) {
                out.write(' ');
                at++;
            } else if (at < to) {
                at = character(bytes, at, to, out);
            }
        }
    }

    private int reference(byte[] bytes, int at, int to, ByteOutput out) {
        Reference reference = Reference.at(bytes, at, to);
        if (reference.isAllowed()) {
            out.writeUtf8(reference.character());
        } else if (reference.isCharacter()) {
            problems.add(
                    DiagnosticCode.CHARACTER_FORBIDDEN,
                    at,
                    "the reference means a character that XML forbids: "
                            + ascii(bytes, at, Math.min(reference.end(), at + 40)),
                    "",
                    REPLACED);
            out.writeUtf8(REPLACEMENT);
        } else {
            boolean entity = reference.character() == Reference.UNKNOWN;
            problems.add(
                    DiagnosticCode.MARKUP_REPAIRED,
                    at,
                    entity
                            ? "entity that XML does not know: " + ascii(bytes, at, reference.end())
                            : "\"&\" that begins no reference",
                    entity ? "" : "&amp;",
                    "kept as it stands");
            out.write(bytes, at, reference.end() - at);
        }
        return reference.end();
    }

    private static String ascii(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at++) {
            text.append((char) (bytes[at] & 0x7F));
        }
        return text.toString();
    }

    /** Copies something that is neither a usual character nor markup, and what is of its kind behind it. */
    private int character(byte[] bytes, int from, int to, ByteOutput out) {
        if (bytes[from] >= 0) {
            return control(bytes, from, to, out);
        }
        int at = from;
        while (at < to && bytes[at] < 0) {
            int length = Utf8.length(bytes, at, to);
            if (length == 0 || Scan.isForbidden(bytes, at, length)) {
                break;
            }
            at += length;
        }
        out.write(bytes, from, at - from);
        if (at == to || bytes[at] >= 0) {
            return at;
        }
        out.writeUtf8(REPLACEMENT);
        int length = Utf8.length(bytes, at, to);
        if (length > 0) {
            problems.add(DiagnosticCode.CHARACTER_FORBIDDEN, at, "a noncharacter, which XML forbids", "", REPLACED);
            return at + length;
        }
        int broken = Math.max(1, Utf8.partial(bytes, at, to));
        problems.add(
                DiagnosticCode.BYTE_UNDECODABLE,
                at,
                "byte 0x" + HEX.toHexDigits(bytes[at]) + " begins no character",
                "",
                REPLACED);
        return at + broken;
    }

    private int control(byte[] bytes, int at, int to, ByteOutput out) {
        byte value = bytes[at];
        if (value == '\n' || value == '\t') {
            out.write(value);
        } else if (value == '\r') {
            if (at + 1 == to || bytes[at + 1] != '\n') {
                out.write('\n');
            }
        } else {
            problems.add(
                    DiagnosticCode.CHARACTER_FORBIDDEN,
                    at,
                    "0x" + HEX.toHexDigits(value) + " stands in the text, which XML forbids",
                    "",
                    REPLACED);
            out.writeUtf8(REPLACEMENT);
        }
        return at + 1;
    }
}
