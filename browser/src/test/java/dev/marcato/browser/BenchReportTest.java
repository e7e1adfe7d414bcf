// SPDX-License-Identifier: Apache-2.0
package dev.marcato.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of {@code marcato bench}, made by the real program and opened in a real browser. */
class BenchReportTest {
    private static final Path ROOT = root();
    private static final Path DRIVER = ROOT.resolve("browser/target/driver");
    private static final Path SCREENSHOTS = ROOT.resolve("browser/target/screenshots");
    /** What WCAG asks of text that is not large. */
    private static final double LEAST_CONTRAST = 4.5;

    private static Playwright playwright;
    private static Browser browser;
    private static Path report;

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(at.resolve("marcato"))) {
            at = at.getParent();
        }
        return at;
    }

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(DRIVER.resolve("package")), "skipped: run browser/install first");
        assumeTrue(Files.exists(DRIVER.resolve("node")), "skipped: there is no node; browser/install gets it");
        Path chromium = onPath("chromium");
        assumeTrue(chromium != null, "skipped: there is no chromium; browser/install gets it");
        report = report(folder);
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static Path onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Of files whose names are markup. */
    private static Path report(Path folder) throws IOException, InterruptedException {
        byte[] sample = Files.readAllBytes(ROOT.resolve("examples/catalogue.mrc"));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        while (many.size() < 3_000_000) {
            many.writeBytes(sample);
        }
        Files.write(folder.resolve("<script>document.title='hit'<!--.mrc"), many.toByteArray());
        Files.write(folder.resolve("\"><img src=x onerror=console.error(1)>.mrc"), sample);
        Path page = folder.resolve("report.html");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmn16m",
                        "-Dsun.jnu.encoding=UTF-8",
                        "-jar",
                        ROOT.resolve("cli/target/marcato.jar").toString(),
                        "bench",
                        "--threads",
                        "3",
                        "--synthetic",
                        "2x500,4x250",
                        "--html",
                        page.toString(),
                        "-o",
                        folder.resolve("out").toString(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return page;
    }

    private static Page page(int width, String scheme, List<String> complaints) {
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, width < 500 ? 740 : 900)
                .setDeviceScaleFactor(width < 500 ? 2 : 1)
                .setColorScheme(ColorScheme.valueOf(scheme)));
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") || !request.url().endsWith("report.html")) {
                complaints.add("asked for " + request.url());
            }
        });
        page.navigate(report.toUri().toString());
        return page;
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1400, LIGHT", "1400, DARK"})
    void isDrawnWhole(int width, String scheme) {
        List<String> complaints = new ArrayList<>();
        try (Page page = page(width, scheme, complaints)) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(width + "-" + scheme.toLowerCase(Locale.ROOT) + ".png"))
                    .setFullPage(true));

            assertThat(page.locator("figure").count()).isEqualTo(9);
            for (Locator plot : page.locator("figure svg").all()) {
                assertThat(plot.boundingBox().width).isBetween(250.0, 620.0);
                assertThat(plot.boundingBox().height).isGreaterThan(150);
                assertThat(plot.locator("path.line, rect.bar").count()).isPositive();
            }
            assertThat(strings(page, OUTSIDE)).as("words cut off, or on others").isEmpty();
            assertThat(strings(page, LOW_CONTRAST))
                    .as("words that are hard to see")
                    .isEmpty();
            assertThat(sideways(page)).as("pixels to scroll sideways").isZero();
            for (Locator summary : page.locator("summary").all()) {
                summary.click();
            }
            assertThat(sideways(page)).as("the same with all tables open").isZero();
            assertThat(page.title()).startsWith("marcato bench");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsAScreenReaderWhatIsDrawn() {
        List<String> complaints = new ArrayList<>();
        try (Page page = page(1400, "LIGHT", complaints)) {
            String tree = page.locator("body").ariaSnapshot();

            assertThat(tree)
                    .contains(
                            "- banner:",
                            "- main:",
                            "- region \"Your files\":",
                            "- heading \"What to choose on this machine, for these files\" [level=2]",
                            "img \"What more threads gain Lines: ",
                            "img \"Does the size of blocks matter? Line: ");
            page.locator("summary").first().click();
            assertThat(page.locator("body").ariaSnapshot()).contains("- rowheader \"in memory, one after another\"");
        }
    }

    private static int sideways(Page page) {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Page page, String script) {
        return (List<String>) page.evaluate("least => {" + script + "}", LEAST_CONTRAST);
    }

    /** Words of a plot that stand outside of it, and pairs of words that stand on each other. */
    private static final String OUTSIDE = """
            const found = [];
            for (const svg of document.querySelectorAll('svg')) {
              const box = svg.getBoundingClientRect();
              const words = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
              for (const [text, at] of words)
                if (at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1)
                  found.push(text + ' is cut off');
              words.forEach(([text, a], i) => words.slice(i + 1).forEach(([other, b]) => {
                if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2)
                  found.push(text + ' and ' + other);
              }));
            }
            return found;
            """;

    private static final String LOW_CONTRAST = """
            const light = color => {
              const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map(c => c / 255)
                  .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const found = [];
            for (const element of document.querySelectorAll('h1, h2, h3, p, a, dt, dd, th, td, li, summary, figcaption, text')) {
              let behind = element;
              let ground = 'rgba(0, 0, 0, 0)';
              while (behind && ground === 'rgba(0, 0, 0, 0)') {
                ground = getComputedStyle(behind).backgroundColor;
                behind = behind.parentElement;
              }
              const style = getComputedStyle(element);
              const both = [light(ground), light(element.tagName === 'text' ? style.fill : style.color)].sort((x, y) => y - x);
              const contrast = (both[0] + 0.05) / (both[1] + 0.05);
              if (contrast < least) found.push(element.textContent + ' ' + contrast.toFixed(2));
            }
            return found;
            """;
}
