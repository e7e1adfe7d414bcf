// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.formats.text.ByteSearch;
import dev.marcato.io.StartScanner;

/**
 * Finds the rows that records start with: those with another number in their first cell than the row before, and those of a
 * leader. It knows of line ends in quotes. One thread's.
 *
 * <p>A quote that was not closed does not swallow the rest: a line that begins with a number, {@code ,0,LDR,} is the row of a
 * leader in any case. So no such line is ever written within quotes.
 */
final class TableStarts implements StartScanner {
    /** A row tells by so many bytes whether it is a start; fewer are left for the next call, unless the source ends. */
    private static final int AHEAD = 64;

    private enum State {
        /** At the beginning of a row. */
        ROW,
        /** At the beginning of a line in a quoted cell. */
        QUOTED_LINE,
        /** At the beginning of a cell that is not its row's first. */
        CELL,
        IN_CELL,
        IN_QUOTES,
        /** Behind a quote in quotes: it is doubled, or the cell ends. */
        AFTER_QUOTE
    }

    private final char separator;
    private final boolean quotes;
    private final TableDialect dialect;
    private State state = State.ROW;
    /** Number of the record of the row before, negative if unknown. */
    private long record = -1;

    private int passed;

    TableStarts(TableDialect dialect) {
        this.dialect = dialect;
        this.separator = dialect.separator();
        this.quotes = dialect.quotes();
    }

    private boolean isStart(byte[] bytes, int at, int end, boolean inQuotes) {
        int behind = TableNumbers.behind(bytes, at, end, separator, quotes);
        if (behind < 0) {
            if (!inQuotes && dialect.isHeader(bytes, at, end)) {
                record = -1;
            }
            return false;
        }
        boolean leader = TableNumbers.isLeader(bytes, behind, end, separator);
        if (inQuotes && (!leader || bytes[at] == '"')) {
            return false;
        }
        long number = TableNumbers.value(bytes, at, behind);
        boolean start = number != record || leader;
        record = number;
        return start;
    }

    @Override
    public int passed() {
        return passed;
    }

    @Override
    public int next(byte[] bytes, int from, int to, boolean ended) {
        int at = from;
        while (at < to) {
            switch (state) {
                case ROW, QUOTED_LINE -> {
                    if (to - at < AHEAD && !ended) {
                        passed = at;
                        return NONE;
                    }
                    boolean inQuotes = state == State.QUOTED_LINE;
                    boolean start = isStart(bytes, at, Math.min(to, at + AHEAD), inQuotes);
                    state = inQuotes && !start ? State.IN_QUOTES : State.CELL;
                    if (start) {
                        // No digit ends a cell: what comes next is the same, whether it is looked at now or later.
                        passed = at + 1;
                        state = bytes[at] == '"' ? State.IN_QUOTES : State.IN_CELL;
                        return at;
                    }
                }
                case CELL, IN_CELL -> {
                    int next = ByteSearch.nextOfTwo(bytes, at, to, (byte) '\n', quotes ? (byte) '"' : (byte) '\n');
                    // A quote opens a quoted cell at its beginning alone.
                    boolean atCell = next > at ? bytes[next - 1] == separator : state == State.CELL;
                    state = atCell ? State.CELL : State.IN_CELL;
                    if (next < to) {
                        boolean newline = bytes[next] == '\n';
                        state = newline ? State.ROW : atCell ? State.IN_QUOTES : State.IN_CELL;
                    }
                    at = Math.min(to, next + 1);
                }
                case IN_QUOTES -> {
                    at = ByteSearch.nextOfTwo(bytes, at, to, (byte) '\n', (byte) '"');
                    if (at < to) {
                        state = bytes[at] == '\n' ? State.QUOTED_LINE : State.AFTER_QUOTE;
                        at++;
                    }
                }
                case AFTER_QUOTE -> {
                    boolean doubled = bytes[at] == '"';
                    state = doubled ? State.IN_QUOTES : State.IN_CELL;
                    at += doubled ? 1 : 0;
                }
            }
        }
        passed = to;
        return NONE;
    }
}
