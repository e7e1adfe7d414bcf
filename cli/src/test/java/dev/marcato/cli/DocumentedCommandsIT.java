// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command that a page shows is run, line by line, by the real launcher on the sample files. A block {@code text}
 * right behind a block {@code sh} is what its lines say, to the last character.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class DocumentedCommandsIT {
    private static final Path ROOT = FakeHouse.realRoot();
    private static final Pattern BLOCK =
            Pattern.compile("^```sh\\n(.*?)^```\\n(?:```text\\n(.*?)^```\\n)?", Pattern.MULTILINE | Pattern.DOTALL);

    /** What a page shows and a test must not do: change the machine, or start the tests that are running. */
    private static final List<String> NOT_RUN = List.of("sudo apt-get install openjdk-17-jdk maven", "mvn verify");

    @TempDir
    private Path temporary;

    /** Run with {@code -Dmarcato.update-docs=true} it writes the answers of today into the page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/how-to/broken-vendor-file.md",
                "docs/how-to/convert-a-file.md",
                "examples/README.md"
            })
    void doesAndSaysWhatThePageShows(String name) throws Exception {
        assumeFalse(name.startsWith("examples") && Runtime.version().feature() > 21, "says itself: Java 17 to 21");
        Path page = ROOT.resolve(name);
        if (Boolean.getBoolean("marcato.update-docs")) {
            Files.writeString(page, withAnswers(Files.readString(page)));
        }
        String text = Files.readString(page);
        String[] shown = text.split("\n", -1);
        String[] today = withAnswers(text).split("\n", -1);

        // Line by line: on failure nobody wants to see the page twice.
        for (int i = 0; i < Math.min(shown.length, today.length); i++) {
            assertThat(today[i])
                    .as("%s, line %d; make the answers anew with: mvn verify -Dmarcato.update-docs=true", name, i + 1)
                    .isEqualTo(shown[i]);
        }
        assertThat(today).hasSameSizeAs(shown);
    }

    @Test
    void theLauncherAdvisesWhatTheReadmeAdvises() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("\n" + NOT_RUN.get(0) + "\n");
        assertThat(Files.readString(ROOT.resolve("marcato"))).contains(NOT_RUN.get(0));
    }

    /** The page with each answer as it is today. */
    private String withAnswers(String page) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "page");
        List<Path> links = new ArrayList<>();
        for (String name : List.of("marcato", "examples", "cli")) {
            links.add(Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name)));
        }
        try {
            return withAnswers(page, folder);
        } finally {
            // JUnit warns of links out of a temporary folder.
            for (Path link : links) {
                Files.delete(link);
            }
        }
    }

    private String withAnswers(String page, Path folder) throws Exception {
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
        assertThat(blocks).isNotEmpty();
        StringBuilder now = new StringBuilder();
        int copied = 0;
        for (MatchResult block : blocks) {
            String said = answers(folder, block.group(1));
            if (block.group(2) != null) {
                now.append(page, copied, block.start(2)).append(said);
                copied = block.end(2);
            }
        }
        return now.append(page.substring(copied)).toString();
    }

    private String answers(Path folder, String lines) throws Exception {
        StringBuilder said = new StringBuilder();
        for (String line : lines.split("\n")) {
            if (!NOT_RUN.contains(line)) {
                said.append(answer(folder, line));
            }
        }
        return said.toString();
    }

    private String answer(Path folder, String line) throws Exception {
        Path out = Files.createTempFile(temporary, "out", "");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        // These tests run while Maven builds this tree: the launcher must not start to build it, too.
        builder.environment().put("MARCATO_BUILD", "never");
        builder.environment().remove("MARCATO_DEBUG");
        builder.environment()
                .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        Process process = builder.start();
        process.getOutputStream().close();
        int status = Shell.end(process);
        String said = Files.readString(out, UTF_8);
        // The sample from the vendor has lost bytes, so most commands on it end with 1.
        assertThat(status).as("%s%n%s", line, said).isBetween(0, 1);
        return said;
    }
}
