// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

/**
 * A plot, what it says in words, and the figures behind it.
 *
 * @param id unique on the page
 * @param title what it is about
 * @param description for who does not see it: what is drawn, and what there is to be seen
 * @param caption for everybody
 * @param plot the plot
 * @param table the figures
 */
record Figure(String id, String title, String description, String caption, Plot plot, Table table) {
    void addTo(Markup page) {
        String titleId = id + "-title";
        String descriptionId = id + "-desc";
        page.open("figure", "id", id).line();
        page.element("h3", title).line();
        page.open(
                        "svg",
                        "role",
                        "img",
                        "viewBox",
                        "0 0 " + Markup.number(Plot.WIDTH) + " " + Markup.number(plot.height()),
                        "aria-labelledby",
                        titleId + " " + descriptionId)
                .line();
        page.element("title", title, "id", titleId);
        page.element("desc", description, "id", descriptionId).line();
        plot.draw(page);
        page.close("svg").line();
        page.element("figcaption", caption).line();
        page.open("details").element("summary", "The figures").line();
        HtmlTable.add(page, table);
        page.close("details").line().close("figure").line();
    }
}
