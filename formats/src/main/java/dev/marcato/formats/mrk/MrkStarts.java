// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import dev.marcato.formats.text.RecordLines;

/** A record starts with a line of a leader, or with one of a field that is behind an empty line. */
final class MrkStarts extends RecordLines {
    MrkStarts(boolean atSourceStart) {
        super(atSourceStart);
    }

    @Override
    protected boolean starts(byte[] bytes, int at, int to, boolean isBehindEmptyLine) {
        return bytes[at] == '=' && (isBehindEmptyLine || isLeader(bytes, at, to));
    }

    /** Whether a line is one of a leader: MarcEdit calls it LDR, MARCMaker 000. */
    static boolean isLeader(byte[] bytes, int at, int to) {
        return to - at >= 4
                && (bytes[at + 1] == 'L' && bytes[at + 2] == 'D' && bytes[at + 3] == 'R'
                        || bytes[at + 1] == '0' && bytes[at + 2] == '0' && bytes[at + 3] == '0');
    }
}
