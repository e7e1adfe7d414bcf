// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.io.Utf8;

/** Where lines begin and end. All positions are those of the array. Stateless, safe for all threads. */
public final class Lines {

    private Lines() {}

    /** The first line feed at or behind a place, or {@code to}. */
    public static int lineFeed(byte[] bytes, int from, int to) {
        return ByteSearch.next(bytes, from, to, (byte) '\n');
    }

    /** Where the text of a line ends: before its LF, and before a CR that stands there. */
    public static int textEnd(byte[] bytes, int from, int lineFeed) {
        return lineFeed > from && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    }

    /** Whether there is nothing but blanks and tabs. */
    public static boolean isBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at == to;
    }

    /** Where the text of a line begins: behind a byte order mark. */
    public static int lineStart(byte[] bytes, int at, int to) {
        return Utf8.isByteOrderMark(bytes, at, to) ? at + 3 : at;
    }
}
