// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages promise besides commands: the Java of the README runs, and links lead somewhere. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @TempDir
    private Path folder;

    /** Compiled and run as a user would run it who has the library's jar and these lines. */
    @Test
    void theJavaOfTheReadmeRuns() throws Exception {
        MatchResult block = JAVA.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .findFirst()
                .orElseThrow();
        Path program = Files.writeString(folder.resolve("Readme.java"), """
                import dev.marcato.*;
                import java.nio.file.Path;

                public class Readme {
                    public static void main(String[] args) throws java.io.IOException {
                %s    }
                }
                """.formatted(block.group(1)));

        List<String> said = run(program);

        assertThat(block.group(1)).hasLineCount(5);
        assertThat(said).hasSize(20);
        assertThat(block.group(1)).contains("// " + said.get(19) + "\n");
    }

    private List<String> run(Path program) throws IOException, InterruptedException, URISyntaxException {
        Path out = folder.resolve("out");
        Path library = Path.of(MarcReader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        library.toString(),
                        program.toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int status = process.waitFor();
        String said = new String(Files.readAllBytes(out), UTF_8);
        assertThat(status).as(said).isZero();
        return said.lines().toList();
    }

    @Test
    void theReadmeNamesThePublishedArtifact() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String pom = Files.readString(ROOT.resolve("core/pom.xml"));

        assertThat(readme).contains("`dev.marcato:marcato-core`");
        assertThat(pom).contains("<artifactId>marcato-core</artifactId>");
        String version = pom.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        assertThat(readme).contains("`" + version + "`");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<Path> pages;
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            pages = Stream.concat(Stream.concat(top, docs), Stream.of(ROOT.resolve("examples/README.md")))
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }

        assertThat(pages)
                .hasSizeGreaterThan(5)
                .allSatisfy(page -> assertThat(
                                LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                        .allSatisfy(
                                link -> assertThat(page.resolveSibling(link)).exists()));
    }
}
