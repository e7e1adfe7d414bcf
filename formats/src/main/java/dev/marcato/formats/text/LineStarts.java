// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.io.StartScanner;

/**
 * Finds records of which each begins a line, and each line that is not empty is one. Lines end with LF alone or with CR before
 * it; U+0085 and U+2028 are text.
 */
public final class LineStarts implements StartScanner {
    private boolean atLineStart;
    private int passed;

    /** @param atLineStart whether the first byte that it is given begins a line: whether it is the source's first one */
    public LineStarts(boolean atLineStart) {
        this.atLineStart = atLineStart;
    }

    @Override
    public int next(byte[] bytes, int from, int to, boolean ended) {
        int at = from;
        while (at < to) {
            if (atLineStart) {
                atLineStart = bytes[at] == '\n';
                if (!atLineStart && bytes[at] != '\r') {
                    passed = at + 1;
                    return at;
                }
                at++;
                continue;
            }
            at = ByteSearch.next(bytes, at, to, (byte) '\n');
            if (at < to) {
                atLineStart = true;
                at++;
            }
        }
        passed = to;
        return NONE;
    }

    @Override
    public int passed() {
        return passed;
    }
}
