// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBuilder;
import java.util.Arrays;

/**
 * The leader of the record that is read: 24 characters as they stand, blanks at the ends included. Where there are more or
 * fewer, line breaks and indentation around them are taken away; then what lacks is blank and what is too much is left out.
 */
final class LeaderText {
    private static final int LENGTH = 24;
    private static final int RECORD_LENGTH = 5;
    private static final String ENTRY_MAP = "4500";
    private static final int INDICATOR_COUNT = 10;
    private static final int CODE_LENGTH = 11;
    private static final int USUAL = 2;

    private final Problems problems;
    private final ByteOutput text = new ByteOutput(64);
    private final byte[] leader = new byte[LENGTH];
    private boolean there;
    private int indicatorCount;
    private int codeLength;

    LeaderText(Problems problems) {
        this.problems = problems;
    }

    void begin() {
        there = false;
        indicatorCount = USUAL;
        codeLength = USUAL - 1;
    }

    boolean isThere() {
        return there;
    }

    /** How many indicators a field has, as far as the leader was read. */
    int indicatorCount() {
        return indicatorCount;
    }

    /** How many characters a subfield code has, likewise. */
    int codeLength() {
        return codeLength;
    }

    /** Reads the text of the element with this name, whose start tag was read and begins at {@code start}. */
    void readText(Markup markup, int nameFrom, int nameTo, ElementText value, RecordBuilder builder, int start)
            throws BrokenMarkup {
        there = true;
        if (!isUsual(markup, nameFrom, nameTo)) {
            text.clear();
            value.read(markup, nameFrom, nameTo, text);
            toAscii(start);
            settle(start);
        }
        builder.leader(leader, 0);
        indicatorCount = digit(INDICATOR_COUNT, 0, USUAL);
        codeLength = digit(CODE_LENGTH, 1, USUAL) - 1;
    }

    /** Whether there are 24 characters of ASCII and the end tag, which are read then. */
    private boolean isUsual(Markup markup, int nameFrom, int nameTo) {
        byte[] bytes = markup.bytes;
        int from = markup.at;
        int at = from;
        int to = Math.min(markup.to, from + LENGTH);
        while (at < to && bytes[at] >= ' ' && bytes[at] != '<' && bytes[at] != '&') {
            at++;
        }
        if (markup.empty || at < from + LENGTH) {
            return false;
        }
        markup.at = at;
        boolean ends = markup.isEndTag(nameFrom, nameTo);
        if (ends) {
            System.arraycopy(bytes, from, leader, 0, LENGTH);
        } else {
            markup.at = from;
        }
        return ends;
    }

    private int digit(int position, int least, int usual) {
        int value = leader[position] - '0';
        return value >= least && value <= 9 ? value : usual;
    }

    /** Tells of a leader that is missing. */
    void end(int start) {
        if (!there) {
            problems.add(
                    DiagnosticCode.LEADER_INCOMPLETE,
                    start,
                    "the record has no leader",
                    "",
                    "24 blanks stand in its place");
        }
    }

    /** A leader is bytes of ASCII; another character becomes a blank. */
    private void toAscii(int start) {
        byte[] bytes = text.array();
        int size = 0;
        int others = 0;
        for (int at = 0; at < text.size(); at++) {
            if (bytes[at] >= 0) {
                bytes[size++] = bytes[at];
            } else if ((bytes[at] & 0xC0) == 0xC0) {
                bytes[size++] = ' ';
                others++;
            }
        }
        text.truncate(size);
        if (others > 0) {
            problems.add(
                    DiagnosticCode.LEADER_CHARACTER_INVALID,
                    start,
                    "the leader holds " + others + " characters that are not ASCII",
                    "",
                    "blanks stand in their place");
        }
    }

    private void settle(int start) {
        byte[] bytes = text.array();
        int from = 0;
        int to = text.size();
        if (to != LENGTH) {
            from = withoutIndentation(bytes, to);
            to = withoutLineBreak(bytes, from, to);
        }
        Arrays.fill(leader, (byte) ' ');
        int length = to - from;
        boolean lengthBlank = length == LENGTH - RECORD_LENGTH && Scan.stands(bytes, to - 4, to, ENTRY_MAP);
        System.arraycopy(bytes, from, leader, lengthBlank ? RECORD_LENGTH : 0, Math.min(length, LENGTH));
        if (length != LENGTH) {
            problems.add(
                    DiagnosticCode.LEADER_INCOMPLETE,
                    start,
                    "the leader has " + length + (length == 1 ? " character" : " characters"),
                    "24 characters",
                    length > LENGTH
                            ? "what is over was left out"
                            : lengthBlank ? "its first five were taken for blank" : "filled up with blanks");
        }
        for (int at = 0; at < LENGTH; at++) {
            leader[at] = leader[at] < ' ' ? (byte) ' ' : leader[at];
        }
    }

    /** Blanks at the beginning are a part of it unless a line break stands before them. */
    private static int withoutIndentation(byte[] bytes, int to) {
        int at = 0;
        boolean broken = false;
        while (at < to && Scan.isSpace(bytes[at])) {
            broken |= bytes[at] != ' ';
            at++;
        }
        return broken ? at : 0;
    }

    /** Blanks at the end are a part of it up to a line break, and as far as there is room. */
    private static int withoutLineBreak(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && Scan.isSpace(bytes[end - 1])) {
            end--;
        }
        for (int at = end; at < to; at++) {
            if (bytes[at] != ' ') {
                return at;
            }
        }
        return to - from > LENGTH ? Math.max(end, from + LENGTH) : to;
    }
}
