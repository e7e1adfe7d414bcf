// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures in rows, as every report shows them.
 *
 * @param title what they are about
 * @param columns their heads; the first is what the row is about, and words; the others are figures
 * @param rows as many cells as columns
 * @param note what to know about them, or ""
 */
record Table(String title, List<String> columns, List<List<String>> rows, String note) {
    private static final String GAP = "  ";

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    Table(String title, List<String> columns, List<List<String>> rows) {
        this(title, columns, rows, "");
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Columns under each other, the first to the left, the others to the right. */
    List<String> lines() {
        int[] widths = new int[columns.size()];
        List<List<String>> all = new ArrayList<>();
        all.add(columns);
        all.addAll(rows);
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + space : GAP + space + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
