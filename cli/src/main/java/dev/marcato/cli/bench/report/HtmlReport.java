// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.Advice;
import dev.marcato.cli.bench.profile.Advisor;
import dev.marcato.cli.bench.profile.FileFacts;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.Gap;
import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.report.Facts.Fact;
import java.util.List;

/**
 * The profile as one HTML page: no script, no part from elsewhere, light and dark, for a phone and for a screen reader. It
 * is well-formed XML too.
 */
public final class HtmlReport {
    private static final int MOST_FILES = 200;

    private final Profile profile;
    private final Markup page = new Markup();

    private HtmlReport(Profile profile) {
        this.profile = profile;
    }

    public static String of(Profile profile) {
        HtmlReport report = new HtmlReport(profile);
        report.build();
        return report.page.toString();
    }

    private void build() {
        page.raw("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .line()
                .open("head")
                .line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.element("title", "marcato bench, " + profile.environment().date()).line();
        page.open("style")
                .line()
                .raw(PageStyle.CSS)
                .close("style")
                .line()
                .close("head")
                .line();
        page.open("body").line();
        header();
        page.open("main").line();
        profile.files()
                .ifPresent(files -> figures("files", "Your files", FileFigures.of(files), Tables.helpers(files)));
        figures(
                "generated",
                "Generated files",
                SyntheticFigures.of(profile.synthetic()),
                new Table("", List.of(), List.of()));
        measured();
        choices();
        page.close("main").line();
        page.open("footer").element("p", "Made by marcato bench. Everything that is needed is in this file.");
        page.close("footer").line().close("body").line().close("html").line();
    }

    private void header() {
        page.open("header").line();
        page.element("h1", "How fast MARC records are read here").line();
        page.element(
                        "p",
                        profile.environment().cpu() + ", "
                                + Plural.of(profile.environment().processors(), "processor") + "; "
                                + profile.environment().jvm() + "; "
                                + profile.environment().date(),
                        "class",
                        "soft")
                .line();
        page.open("nav", "aria-label", "Parts").open("ul");
        link("choices", "What to choose");
        if (profile.files().isPresent()) {
            link("files", "Your files");
        }
        if (!profile.synthetic().isEmpty()) {
            link("generated", "Generated files");
        }
        link("how", "Where and how it was measured");
        page.close("ul").close("nav").line();
        profile.files().ifPresent(this::tiles);
        page.close("header").line();
    }

    private void link(String id, String words) {
        page.open("li").element("a", words, "href", "#" + id).close("li");
    }

    private void tiles(FilesProfile files) {
        page.open("dl", "class", "tiles").line();
        for (Fact fact : Headline.of(files)) {
            page.open("div")
                    .element("dt", fact.name())
                    .element("dd", fact.value())
                    .close("div")
                    .line();
        }
        page.close("dl").line();
    }

    private void figures(String id, String head, List<Figure> figures, Table more) {
        if (figures.isEmpty() && more.isEmpty()) {
            return;
        }
        page.open("section", "id", id, "aria-labelledby", id + "-head").line();
        page.element("h2", head, "id", id + "-head").line();
        page.open("div", "class", "figures").line();
        figures.forEach(figure -> figure.addTo(page));
        page.close("div").line();
        if (!more.isEmpty()) {
            HtmlTable.add(page, more);
        }
        page.close("section").line();
    }

    private void measured() {
        page.open("section", "id", "how", "aria-labelledby", "how-head").line();
        page.element("h2", "Where and how it was measured", "id", "how-head").line();
        facts(Facts.environment(profile.environment()));
        profile.files().ifPresent(this::files);
        page.element("h3", "How").line();
        facts(Facts.method(profile));
        if (!profile.gaps().isEmpty()) {
            page.element("h3", "Not measured").line().open("ul").line();
            for (Gap gap : profile.gaps()) {
                page.element("li", gap.what() + ": " + gap.why()).line();
            }
            page.close("ul").line();
        }
        page.close("section").line();
    }

    private void files(FilesProfile files) {
        page.element("h3", "What").line();
        facts(Facts.files(files));
        page.open("details")
                .element("summary", Plural.of(files.files().size(), "file"))
                .line();
        page.open("ul", "class", "files").line();
        List<FileFacts> all = files.files();
        for (FileFacts file : all.subList(0, Math.min(MOST_FILES, all.size()))) {
            page.element("li", Facts.file(file)).line();
        }
        if (all.size() > MOST_FILES) {
            page.element("li", "and " + (all.size() - MOST_FILES) + " more").line();
        }
        page.close("ul").close("details").line();
    }

    private void facts(List<Fact> facts) {
        page.open("dl", "class", "facts").line();
        for (Fact fact : facts) {
            page.element("dt", fact.name()).element("dd", fact.value()).line();
        }
        page.close("dl").line();
    }

    private void choices() {
        page.open("section", "id", "choices", "aria-labelledby", "choices-head").line();
        page.element("h2", "What to choose on this machine, for these files", "id", "choices-head")
                .line();
        List<Advice> advice = Advisor.of(profile);
        if (advice.isEmpty()) {
            page.element("p", "Nothing can be said: too little was measured.").line();
        } else {
            page.open("table", "class", "choices").open("thead").open("tr");
            for (String column : List.of("about", "choose", "because")) {
                page.element("th", column, "scope", "col");
            }
            page.close("tr").close("thead").open("tbody").line();
            for (Advice each : advice) {
                page.open("tr")
                        .element("th", each.about(), "scope", "row")
                        .element("td", each.choice(), "class", "choice")
                        .element("td", each.because())
                        .close("tr")
                        .line();
            }
            page.close("tbody").close("table").line();
        }
        page.close("section").line();
    }
}
