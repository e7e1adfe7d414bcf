// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.io.StartScanner;

/**
 * Finds records that begin with a line, where what stands in that line, and whether an empty one is before it, tells so. Lines end
 * with LF alone or with CR before it; nothing else ends one. A byte order mark at the beginning of a line is no part of it.
 */
public abstract class RecordLines implements StartScanner {
    /** So many bytes before a line, or more, tell whether an empty one is before it: LF, mark, CR, LF, mark. */
    public static final int LOOK_BACK = 12;

    /** Fewer bytes of a line than a scanner may give back tell whether a record starts with it. */
    protected static final int ENOUGH = 60;

    private static final int MARK = 3;

    private boolean atLineStart;
    private boolean behindEmptyLine;
    private int passed;

    /** @param atSourceStart whether the first byte that it is given is the source's first one, or is known to begin a record */
    protected RecordLines(boolean atSourceStart) {
        this.atLineStart = atSourceStart;
        this.behindEmptyLine = atSourceStart;
    }

    /**
     * Whether a record starts with a line, which is not empty. Asked once for each line.
     *
     * @param at the line's first byte
     * @param to the end of what is there of it and of others: as much as {@link #ENOUGH}, or up to the end of the source
     * @param isBehindEmptyLine whether an empty line, or the beginning of the source, is before it
     */
    protected abstract boolean starts(byte[] bytes, int at, int to, boolean isBehindEmptyLine);

    @Override
    public final int next(byte[] bytes, int from, int to, boolean ended) {
        int at = from;
        while (at < to) {
            if (!atLineStart) {
                at = Lines.lineFeed(bytes, at, to);
                if (at == to) {
                    break;
                }
                at++;
                atLineStart = true;
                behindEmptyLine = false;
                continue;
            }
            if (to - at < ENOUGH + MARK && !ended && Lines.lineFeed(bytes, at, to) == to) {
                // Where the line ends is not known, and so much of it may matter.
                passed = at;
                return NONE;
            }
            int line = Lines.lineStart(bytes, at, to);
            if (isEmpty(bytes, line, to)) {
                behindEmptyLine = true;
                at = Math.min(to, Lines.lineFeed(bytes, line, to) + 1);
                continue;
            }
            atLineStart = false;
            at = line;
            if (starts(bytes, line, to, behindEmptyLine)) {
                passed = line + 1;
                return line;
            }
        }
        passed = at;
        return NONE;
    }

    @Override
    public final int passed() {
        return passed;
    }

    private static boolean isEmpty(byte[] bytes, int at, int to) {
        return at == to || bytes[at] == '\n' || bytes[at] == '\r' && (at + 1 == to || bytes[at + 1] == '\n');
    }
}
