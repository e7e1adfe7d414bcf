// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.io.ByteOutput;

/** One row, taken apart into cells. Used for row after row. One thread's. */
final class TableRow {
    private static final byte[] LETTERS = {'t', 'n', 'r', '\\'};
    private static final byte[] MEANINGS = {'\t', '\n', '\r', '\\'};

    private final char separator;
    private final boolean quotes;
    /** The cells' text, one behind the other. */
    private final ByteOutput text = new ByteOutput();

    private final int[] ends = new int[TableColumn.COUNT + 1];
    private final int[] places = new int[TableColumn.COUNT];
    private int cells;
    private String problem = "";
    private int problemAt;

    TableRow(TableDialect dialect) {
        this.separator = dialect.separator();
        this.quotes = dialect.quotes();
    }

    /** Takes the row apart that begins at a place; says where the next one begins. */
    int read(byte[] bytes, int from, int to) {
        text.clear();
        cells = 0;
        problem = "";
        int at = from;
        while (true) {
            if (cells < TableColumn.COUNT) {
                places[cells] = at;
            }
            int end = quotes && at < to && bytes[at] == '"' ? quoted(bytes, at, to) : plain(bytes, at, to);
            cells++;
            if (cells <= TableColumn.COUNT) {
                ends[cells] = text.size();
            }
            if (end == to || bytes[end] == '\n') {
                if (cells != TableColumn.COUNT) {
                    found(from, cells + " cells, not " + TableColumn.COUNT);
                }
                return Math.min(to, end + 1);
            }
            at = end + 1;
        }
    }

    private int plain(byte[] bytes, int from, int to) {
        int end = from;
        boolean escapes = false;
        while (end < to && bytes[end] != '\n' && bytes[end] != separator) {
            escapes |= bytes[end] == '\\';
            end++;
        }
        boolean lineEnd = end < to && bytes[end] == '\n' || end == to;
        int last = lineEnd && end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        if (escapes && !quotes) {
            unescape(bytes, from, last);
        } else {
            text.write(bytes, from, last - from);
        }
        return end;
    }

    private void unescape(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] != '\\') {
                text.write(bytes[at]);
                at++;
                continue;
            }
            int letter = 0;
            while (letter < LETTERS.length && (at + 1 == to || bytes[at + 1] != LETTERS[letter])) {
                letter++;
            }
            if (letter == LETTERS.length) {
                found(at, "a backslash that is before none of t, n, r and \\");
                return;
            }
            text.write(MEANINGS[letter]);
            at += 2;
        }
    }

    private int quoted(byte[] bytes, int open, int to) {
        int run = open + 1;
        int at = run;
        while (true) {
            while (at < to && bytes[at] != '"') {
                at++;
            }
            text.write(bytes, run, at - run);
            if (at == to) {
                found(open, "a quote that is not closed");
                return to;
            }
            at++;
            if (at == to || bytes[at] != '"') {
                break;
            }
            // The second one of two belongs to the text.
            run = at;
            at++;
        }
        int end = at;
        while (end < to && bytes[end] != '\n' && bytes[end] != separator) {
            end++;
        }
        boolean lineEnd = end == to || bytes[end] == '\n';
        if (end > at && !(lineEnd && end == at + 1 && bytes[at] == '\r')) {
            found(at, "text behind a quoted cell");
        }
        return end;
    }

    private void found(int at, String what) {
        if (problem.isEmpty()) {
            problem = what;
            problemAt = at;
        }
    }

    /** What is wrong with the row, or "". */
    String problem() {
        return problem;
    }

    int problemAt() {
        return problemAt;
    }

    /** Whether a cell begins with an apostrophe. */
    boolean isGuarded(TableColumn column) {
        return length(column) > 0 && text.array()[from(column)] == '\'';
    }

    /** The array with the cells' text. */
    byte[] array() {
        return text.array();
    }

    int from(TableColumn column) {
        return ends[column.ordinal()];
    }

    int to(TableColumn column) {
        return ends[column.ordinal() + 1];
    }

    int length(TableColumn column) {
        return to(column) - from(column);
    }

    /** Where the cell begins in the bytes that were read. */
    int place(TableColumn column) {
        return places[column.ordinal()];
    }

    /** The cell's number, negative if it is none. */
    long number(TableColumn column) {
        return TableNumbers.of(array(), from(column), to(column));
    }
}
