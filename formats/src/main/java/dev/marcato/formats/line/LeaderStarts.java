// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.line;

import dev.marcato.formats.text.Lines;
import dev.marcato.formats.text.RecordLines;

/** A record starts with a line of a leader, or with one that is behind an empty line and no annotation. */
final class LeaderStarts extends RecordLines {
    private static final int LEADER = 24;
    private static final int LENGTH = 5;

    LeaderStarts(boolean atSourceStart) {
        super(atSourceStart);
    }

    @Override
    protected boolean starts(byte[] bytes, int at, int to, boolean isBehindEmptyLine) {
        return isBehindEmptyLine && !isAnnotation(bytes[at]) || isLeader(bytes, at, to);
    }

    /** Whether a line that begins with this byte is no part of a record: a remark in parentheses, or a mark of its end. */
    static boolean isAnnotation(byte first) {
        return first == '(' || first == '$';
    }

    /** Whether a line is of 24 bytes, the first five of them digits. */
    static boolean isLeader(byte[] bytes, int at, int to) {
        int most = Math.min(to, at + LEADER + 2);
        int lineFeed = Lines.lineFeed(bytes, at, most);
        if (lineFeed == most && most < to || Lines.textEnd(bytes, at, lineFeed) - at != LEADER) {
            return false;
        }
        for (int i = at; i < at + LENGTH; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
