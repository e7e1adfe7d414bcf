// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.aleph;

import dev.marcato.formats.text.RecordLines;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record starts with a line that has another system number than those before it, or with a leader where there was one already:
 * so records that have the same number and follow one another stay apart.
 */
final class NumberStarts extends RecordLines {
    private byte @Nullable [] number;
    private boolean hadLeader;

    /** Stands where a source, or a record in it, begins. */
    NumberStarts() {
        super(true);
    }

    @Override
    protected boolean starts(byte[] bytes, int at, int to, boolean isBehindEmptyLine) {
        int length = SystemNumber.length(bytes, at, to);
        if (length == 0) {
            return false;
        }
        boolean leader = isLeader(bytes, at + length + 1, to);
        if (SystemNumber.is(number, length, bytes, at) && !(leader && hadLeader)) {
            hadLeader |= leader;
            return false;
        }
        number = Arrays.copyOfRange(bytes, at, at + length);
        hadLeader = leader;
        return true;
    }

    /** Whether the tag of a leader stands here. */
    static boolean isLeader(byte[] bytes, int at, int to) {
        return to - at >= 3 && bytes[at] == 'L' && bytes[at + 1] == 'D' && bytes[at + 2] == 'R';
    }
}
