// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

/** Goes through the lines of a stretch of text, one after another. Used for stretch after stretch. One thread's. */
public final class LineCursor {
    private byte[] bytes = {};
    private int to;
    private int start;
    private int end;
    private int behind;

    LineCursor() {}

    /** Stands before the first line of a stretch. */
    public void begin(byte[] newBytes, int from, int newTo) {
        bytes = newBytes;
        behind = from;
        to = newTo;
    }

    /** Goes to the next line; false where there is none. */
    public boolean next() {
        int at = behind;
        if (at >= to) {
            return false;
        }
        int lineFeed = Lines.lineFeed(bytes, at, to);
        start = Lines.lineStart(bytes, at, to);
        end = Lines.textEnd(bytes, start, lineFeed);
        behind = Math.min(to, lineFeed + 1);
        return true;
    }

    /** Where the line's text begins: behind a byte order mark. */
    public int start() {
        return start;
    }

    /** Where the line's text ends: before its LF, and before a CR that stands there. */
    public int end() {
        return end;
    }

    /** Where what follows the line begins. */
    public int behind() {
        return behind;
    }

    /** Says that all up to a place was read with the line: the next one begins there. */
    public void goOnAt(int place) {
        behind = place;
    }
}
