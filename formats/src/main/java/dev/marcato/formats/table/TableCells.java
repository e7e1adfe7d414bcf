// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.io.ByteOutput;
import java.nio.charset.StandardCharsets;

/** Writes cells. One thread's. */
final class TableCells {
    private static final byte GUARD = '\'';

    private final TableDialect dialect;
    private final boolean guarded;
    /** What makes a cell of CSV stand in quotes, or what is written with a backslash in TSV; that letter then. */
    private final byte[] special = new byte[128];

    TableCells(TableDialect dialect, boolean guarded) {
        this.dialect = dialect;
        this.guarded = guarded;
        if (dialect.quotes()) {
            for (char character : new char[] {dialect.separator(), '"', '\r', '\n'}) {
                special[character] = 1;
            }
        } else {
            special['\t'] = 't';
            special['\n'] = 'n';
            special['\r'] = 'r';
            special['\\'] = '\\';
        }
    }

    void number(ByteOutput out, int number) {
        if (number < 10) {
            out.write('0' + number);
        } else {
            out.write(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** A leader, which is guarded in any case where cells are. */
    void leader(ByteOutput out, byte[] bytes, int to) {
        text(out, bytes, 0, to, guarded);
    }

    void text(ByteOutput out, byte[] bytes, int from, int to) {
        text(out, bytes, from, to, guarded && from < to && looksLikeAFormula(bytes[from]));
    }

    private void text(ByteOutput out, byte[] bytes, int from, int to, boolean guard) {
        int first = from;
        while (first < to && (bytes[first] < 0 || special[bytes[first]] == 0)) {
            first++;
        }
        boolean plain = first == to;
        if (dialect.quotes()) {
            boolean quoted = !plain || from < to && (isBlank(bytes[from]) || isBlank(bytes[to - 1]));
            quoted(out, bytes, from, to, guard, quoted);
        } else {
            if (guard) {
                out.write(GUARD);
            }
            out.write(bytes, from, first - from);
            if (!plain) {
                escaped(out, bytes, first, to);
            }
        }
    }

    private static void quoted(ByteOutput out, byte[] bytes, int from, int to, boolean guard, boolean quoted) {
        if (quoted) {
            out.write('"');
        }
        if (guard) {
            out.write(GUARD);
        }
        int run = from;
        for (int at = from; quoted && at < to; at++) {
            if (bytes[at] == '"') {
                out.write(bytes, run, at - run + 1);
                run = at;
            }
        }
        out.write(bytes, run, to - run);
        if (quoted) {
            out.write('"');
        }
    }

    private void escaped(ByteOutput out, byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte letter = bytes[at] < 0 ? 0 : special[bytes[at]];
            if (letter != 0) {
                out.write('\\');
            }
            out.write(letter != 0 ? letter : bytes[at]);
        }
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }

    private static boolean looksLikeAFormula(byte value) {
        return switch (value) {
            case '=', '+', '-', '@', '\t', '\r', GUARD -> true;
            default -> false;
        };
    }

    /** Whether a line in a field's text looks like the row of a leader. */
    boolean looksLikeARow(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                int behind = TableNumbers.behind(bytes, at + 1, to, dialect.separator(), false);
                if (behind >= 0 && TableNumbers.isLeader(bytes, behind, to, dialect.separator())) {
                    return true;
                }
            }
        }
        return false;
    }
}
