// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.profile.Profiles;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
    private static final Profile FULL = Profiles.full();

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(UTF_8)));
    }

    private static List<Element> all(Document page, String name) {
        return list(page.getElementsByTagName(name));
    }

    private static List<Element> all(Element parent, String name) {
        return list(parent.getElementsByTagName(name));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void hasEveryPlot() throws Exception {
        assertThat(all(parse(HtmlReport.of(FULL)), "figure"))
                .extracting(figure -> figure.getAttribute("id"))
                .containsExactly(
                        "rates",
                        "speed-up",
                        "sizes",
                        "blocks",
                        "phases",
                        "generated-264-memory",
                        "generated-264-files",
                        "generated-1360-memory",
                        "generated-1360-files");
    }

    @Test
    void everyPlotHasItsNameItsWordsAndItsTable() throws Exception {
        Document page = parse(HtmlReport.of(FULL));
        for (Element figure : all(page, "figure")) {
            Element svg = all(figure, "svg").get(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            String[] labels = svg.getAttribute("aria-labelledby").split(" ");
            assertThat(labels[0]).isEqualTo(all(svg, "title").get(0).getAttribute("id"));
            assertThat(labels[1]).isEqualTo(all(svg, "desc").get(0).getAttribute("id"));
            assertThat(all(svg, "desc").get(0).getTextContent()).hasSizeGreaterThan(60);
            assertThat(all(figure, "figcaption")).hasSize(1);
            assertThat(all(figure, "tr").size()).as(figure.getAttribute("id")).isGreaterThan(2);
            assertThat(all(figure, "th"))
                    .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isIn("col", "row"));
        }
    }

    @Test
    void idsAreUniqueAndLinksLeadToThem() throws Exception {
        Document page = parse(HtmlReport.of(FULL));
        List<String> ids = all(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all(page, "a"))
                .hasSize(4)
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
    }

    @Test
    void needsNothingFromElsewhere() throws Exception {
        String text = HtmlReport.of(FULL);
        Document page = parse(text);

        for (String name : List.of("script", "link", "img", "iframe", "object", "use", "image")) {
            assertThat(all(page, name)).as(name).isEmpty();
        }
        assertThat(text).doesNotContain("http:", "https:", "url(", "@import", "javascript:");
        assertThat(all(page, "*")).allSatisfy(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotEqualTo("style");
            }
        });
    }

    @Test
    void namesOfFilesAreTextAndNothingElse() throws Exception {
        String name = "a<script>alert(1)</script>&\"'\u0000\u001B.mrc";
        Document page = parse(HtmlReport.of(Profiles.full(name)));

        assertThat(all(page, "script")).isEmpty();
        assertThat(all(page, "li"))
                .extracting(Element::getTextContent)
                .anyMatch(item -> item.startsWith("a<script>alert(1)</script>&\"'\uFFFD\uFFFD.mrc: 10,000 records"));
    }

    @Test
    void numbersInPlotsAreNumbers() throws Exception {
        String text = HtmlReport.of(FULL);

        assertThat(text).doesNotContain("NaN", "Infinity");
        for (Element element : all(parse(text), "*")) {
            for (String name : List.of("x", "y", "x1", "x2", "y1", "y2", "width", "height", "cx", "cy")) {
                if (element.hasAttribute(name)) {
                    double value = Double.parseDouble(element.getAttribute(name));
                    assertThat(value).isBetween(0.0, 700.0);
                }
            }
        }
    }

    @Test
    void endsWithWhatToChoose() throws Exception {
        Document page = parse(HtmlReport.of(FULL));
        List<Element> sections = all(page, "section");

        assertThat(sections.get(sections.size() - 1).getAttribute("id")).isEqualTo("choices");
        assertThat(sections.get(sections.size() - 1).getTextContent())
                .contains("Use all 2 threads, which is the default");
    }

    @Test
    void aProfileOfNothingIsAPageToo() throws Exception {
        Document page = parse(HtmlReport.of(
                new Profiles().gap("empty.mrc", "no record is in there").build()));

        assertThat(all(page, "figure")).isEmpty();
        assertThat(all(page, "body").get(0).getTextContent())
                .contains("empty.mrc: no record is in there", "Nothing can be said: too little was measured.");
    }
}
