// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import java.util.List;

/** A table that scrolls inside its own box where the screen is too narrow. */
final class HtmlTable {
    private HtmlTable() {}

    static void add(Markup page, Table table) {
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", table.title());
        page.open("table").open("caption").element("span", table.title()).close("caption");
        page.open("thead").open("tr");
        for (String column : table.columns()) {
            page.element("th", column, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody").line();
        for (List<String> row : table.rows()) {
            page.open("tr").element("th", row.get(0), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> page.element("td", cell));
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("div").line();
        if (!table.note().isEmpty()) {
            page.element("p", table.note(), "class", "note").line();
        }
    }
}
