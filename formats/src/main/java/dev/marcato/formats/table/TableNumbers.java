// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

/** Cells that are numbers: digits alone, in quotes or not. */
final class TableNumbers {
    private static final int MOST_DIGITS = 18;
    private static final byte[] LEADER = {'L', 'D', 'R'};

    private TableNumbers() {}

    /** Behind the separator of a cell that is a number, negative if it is none. */
    static int behind(byte[] bytes, int from, int to, char separator, boolean quotes) {
        boolean quoted = quotes && from < to && bytes[from] == '"';
        int digits = quoted ? from + 1 : from;
        int at = digits;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == digits || at - digits > MOST_DIGITS) {
            return -1;
        }
        if (quoted) {
            if (at == to || bytes[at] != '"') {
                return -1;
            }
            at++;
        }
        return at < to && bytes[at] == separator ? at + 1 : -1;
    }

    /** The value of the digits in a stretch. */
    static long value(byte[] bytes, int from, int to) {
        long value = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                value = 10 * value + bytes[at] - '0';
            }
        }
        return value;
    }

    /** The value of a cell that is nothing but digits, negative if it is not. */
    static long of(byte[] bytes, int from, int to) {
        if (from == to || to - from > MOST_DIGITS) {
            return -1;
        }
        for (int at = from; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return -1;
            }
        }
        return value(bytes, from, to);
    }

    /** Whether the cells that begin at a place are those of a leader's field number and tag, in quotes or not. */
    static boolean isLeader(byte[] bytes, int from, int to, char separator) {
        int at = cell(bytes, from, to, separator, new byte[] {'0'});
        return at >= 0 && cell(bytes, at, to, separator, LEADER) >= 0;
    }

    /** Whether the tag of a leader and a separator stand at a place. */
    static boolean isLeaderTag(byte[] bytes, int at, int to, char separator) {
        return cell(bytes, at, to, separator, LEADER) >= 0;
    }

    private static int cell(byte[] bytes, int from, int to, char separator, byte[] text) {
        boolean quoted = from < to && bytes[from] == '"';
        int at = quoted ? from + 1 : from;
        for (byte expected : text) {
            if (at == to || bytes[at++] != expected) {
                return -1;
            }
        }
        at += quoted && at < to && bytes[at] == '"' ? 1 : 0;
        return at < to && bytes[at] == separator ? at + 1 : -1;
    }
}
