// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;

/** How rows and cells are told apart. */
enum TableDialect {
    /** RFC 4180: commas; a cell that holds a comma, a quote or a line end is put into quotes, and its quotes are doubled. */
    CSV(',', true),
    /**
     * Tabs; in a cell a tab is {@code \t}, a line feed {@code \n}, a carriage return {@code \r}, a backslash {@code \\}. So it is
     * written and read by PostgreSQL's COPY, by MySQL and ClickHouse, and by jq's {@code @tsv}. A row is a line.
     */
    TSV('\t', false);

    static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final char separator;
    private final boolean quotes;
    private final byte[] header;
    private final byte[] guardedHeader;

    TableDialect(char separator, boolean quotes) {
        this.separator = separator;
        this.quotes = quotes;
        StringJoiner plain = new StringJoiner(String.valueOf(separator));
        StringJoiner guarded = new StringJoiner(String.valueOf(separator));
        for (TableColumn column : TableColumn.values()) {
            plain.add(column.title());
            guarded.add(column == TableColumn.VALUE ? TableColumn.GUARDED : column.title());
        }
        header = plain.toString().getBytes(StandardCharsets.US_ASCII);
        guardedHeader = guarded.toString().getBytes(StandardCharsets.US_ASCII);
    }

    char separator() {
        return separator;
    }

    /** Whether cells may stand in quotes; else some characters are written with backslashes. */
    boolean quotes() {
        return quotes;
    }

    /** The row with the names of the columns, without a line end. */
    byte[] header(boolean guarded) {
        return guarded ? guardedHeader : header;
    }

    /**
     * Whether bytes begin with the names of the columns up to {@code subfield}, in quotes or not, behind a byte order mark or
     * none.
     */
    boolean isHeader(byte[] bytes, int from, int to) {
        int at = from + markLength(bytes, from, to);
        int names = header.length - ",code,value".length();
        for (int i = 0; i < names; i++) {
            while (at < to && bytes[at] == '"') {
                at++;
            }
            if (at >= to || bytes[at] != header[i]) {
                return false;
            }
            at++;
        }
        return true;
    }

    /** The length of a byte order mark, 0 if there is none. */
    static int markLength(byte[] bytes, int from, int to) {
        int length = BYTE_ORDER_MARK.length;
        return to - from >= length && Arrays.equals(BYTE_ORDER_MARK, 0, length, bytes, from, from + length)
                ? length
                : 0;
    }
}
