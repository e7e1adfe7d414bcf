// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.microlif;

import dev.marcato.formats.text.RecordLines;

/** A record starts with the line of its leader. */
final class LeaderStarts extends RecordLines {
    LeaderStarts(boolean atSourceStart) {
        super(atSourceStart);
    }

    @Override
    protected boolean starts(byte[] bytes, int at, int to, boolean isBehindEmptyLine) {
        return to - at >= 3 && isLeader(bytes, at);
    }

    /** Whether the tag of a leader stands here. */
    static boolean isLeader(byte[] bytes, int at) {
        return bytes[at] == 'L' && bytes[at + 1] == 'D' && bytes[at + 2] == 'R';
    }
}
