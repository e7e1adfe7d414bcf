// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.FakeHouse.Finished;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher finds a Java and hands over to it, whatever is said and wherever it stands. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path folder;

    private FakeHouse house() throws IOException {
        return new FakeHouse(folder).built();
    }

    @Test
    void startsTheRealProgramFromAnyFolder() throws Exception {
        Finished run = real(FakeHouse.realRoot().resolve("marcato"), "--version");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("marcato ").hasLineCount(1);
        assertThat(run.status()).isZero();
    }

    /** All that is on the class path; the optional jar for zstd is elsewhere. */
    @Test
    void theProgramIsSmall() {
        assertThat(FakeHouse.realRoot().resolve("cli/target/marcato.jar"))
                .satisfies(jar -> assertThat(Files.size(jar)).isLessThan(1_500_000));
    }

    @Test
    void startsTheRealProgramThroughLinksToLinks() throws Exception {
        Path first = Files.createSymbolicLink(
                folder.resolve("first link"), FakeHouse.realRoot().resolve("marcato"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());

        assertThat(real(second, "--version").out()).startsWith("marcato ");
    }

    private Finished real(Path launcher, String... arguments) throws Exception {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        // These tests run while Maven builds this tree: the launcher must not start to build it, too.
        environment.put("MARCATO_BUILD", "never");
        return FakeHouse.Running.start(folder, environment, launcher, arguments).finish();
    }

    @Test
    void handsEveryArgumentOnUnchanged() throws Exception {
        String[] given = {
            "two words", "", "it's", "\"quoted\"", "*", "$HOME", "`id`", "back\\slash", "-x", "--", "ü", "a\nb"
        };

        Finished run = house().withJava("17.0.2").run(given);

        assertThat(arguments(run)).endsWith(given);
        assertThat(run.out())
                .endsWith(String.join(
                        "", Stream.of(given).map(a -> "[" + a + "]\n").toList()));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void becomesTheProgramSoThatSignalsAndStatusPassThrough() throws Exception {
        Finished run = house().withJava("17.0.2").with("STATUS", "7").run("count");

        assertThat(run.status()).isEqualTo(7);
        assertThat(run.out()).startsWith("[" + run.pid() + "]\n");
    }

    @Test
    void leavesStandardInputToTheProgram() throws Exception {
        FakeHouse house = new FakeHouse(folder).withJava("17.0.2").withMaven().with("COPY", "yes");

        assertThat(house.start("cat").finish("data\n").out()).isEqualTo("data\n");
    }

    @Test
    void passesFlagsForTheJvm() throws Exception {
        Finished run =
                house().withJava("17.0.2").with("MARCATO_OPTS", "-Xmx64m -Dx=*").run("count");

        assertThat(arguments(run))
                .containsSubsequence(
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-Dx=*",
                        "-jar",
                        folder + "/check out/cli/target/marcato.jar",
                        "count");
    }

    @Test
    void takesJarsFromTheFolderBesideIt() throws Exception {
        FakeHouse house = house().withJava("17.0.2");
        Files.createDirectory(folder.resolve("check out/lib"));

        assertThat(arguments(house.run("count")))
                .containsSubsequence(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        folder + "/check out/cli/target/marcato.jar:" + folder + "/check out/lib/*",
                        "dev.marcato.cli.Main",
                        "count");
    }

    @Test
    void leavesTheCollectorToWhoNamesOne() throws Exception {
        Finished run =
                house().withJava("17.0.2").with("MARCATO_OPTS", "-XX:+UseG1GC").run("count");

        assertThat(arguments(run)).contains("-XX:+UseG1GC").doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void leavesShortRunsToTheQuickCompiler() throws Exception {
        FakeHouse house = house().withJava("17.0.2");
        String small = ofSize("small one", 1);
        String half = ofSize("half", 150_000_000);
        String large = ofSize("large", 300_000_000);

        assertThat(arguments(house.run("count", small))).contains(QUICK);
        assertThat(arguments(house.run("check", "-q", half, small, "missing"))).contains(QUICK);
        assertThat(arguments(house.run("count", half, half))).doesNotContain(QUICK);
        assertThat(arguments(house.run("count", large))).doesNotContain(QUICK);
        assertThat(arguments(house.run("count"))).doesNotContain(QUICK);
        assertThat(arguments(house.run("count", small, folder.toString()))).doesNotContain(QUICK);
        assertThat(arguments(house.run("cat", "-o", small))).doesNotContain(QUICK);
        assertThat(arguments(house.run("cat", small, "-"))).doesNotContain(QUICK);
        assertThat(arguments(house.run("cat", small, "-o", half))).contains(QUICK);
        assertThat(arguments(house.run("bench", small))).doesNotContain(QUICK);
    }

    private String ofSize(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        return file.toString();
    }

    @Test
    void findsTheJavaOnPathBehindLinks() throws Exception {
        FakeHouse house = house();
        Path home = house.java("21");
        Path alternative = Files.createSymbolicLink(folder.resolve("alternative"), home.resolve("bin/java"));
        Files.createSymbolicLink(house.bin.resolve("java"), alternative);

        assertThat(house.run("count").status()).isZero();
    }

    @Test
    void passesOverAnOldJavaHome() throws Exception {
        FakeHouse house = house().withJava("11.0.2");
        Files.createSymbolicLink(house.bin.resolve("java"), house.java("17").resolve("bin/java"));

        Finished run = house.run("count");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void asksAWrapperWhereItsJavaIs() throws Exception {
        FakeHouse house = house();
        Path home = house.java("25-ea");
        FakeHouse.write(house.bin.resolve("java"), """
                #!/bin/sh
                echo 'Property settings:
                    java.home = %s
                    java.runtime.version = 25-ea+1
                    java.version = 25-ea' >&2
                """.formatted(home));
        FakeHouse.executable(house.bin.resolve("java"));

        assertThat(house.run("count").status()).isZero();
    }

    @Test
    void saysWhatToInstallWhereJavaIsMissing() throws Exception {
        Finished run = house().run("count");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("marcato: Java 17 or later is needed."
                        + " On Debian or Ubuntu: sudo apt-get install openjdk-17-jdk maven\n");
    }

    @Test
    void saysWhatItFoundWhereJavaIsTooOld() throws Exception {
        Finished run = house().withJava("1.8.0_402").run("count");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("marcato: Java 17 or later is needed, here is only 1.8.0_402.")
                .hasLineCount(1);
    }

    @Test
    void needsNoPathAtAllToSayThatJavaIsMissing() throws Exception {
        Finished run = house().with("PATH", "/nowhere").run("count");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).startsWith("marcato: Java 17 or later is needed").hasLineCount(1);
    }

    @Test
    void makesTheArchiveOnceForEachJavaAndJar() throws Exception {
        FakeHouse house = house().withJava("17.0.2");

        assertThat(arguments(house.run("count"))).contains("-XX:SharedArchiveFile=" + house.state + "/17.0.2+1.jsa");
        house.run("count");
        assertThat(house.notes("trainings")).hasSize(1);

        house.withJava("21").run("count");
        assertThat(house.notes("trainings")).hasSize(2);

        FakeHouse.age(house.state.resolve("21+1.jsa"));
        assertThat(house.run("count").err()).isEmpty();
        assertThat(house.notes("trainings")).hasSize(3);
    }

    @Test
    void doesWithoutAnArchiveThatCannotBeMade() throws Exception {
        FakeHouse house = house().withJava("17.0.2").with("NO_ARCHIVE", "yes");

        house.run("count");
        Finished second = house.run("count");

        assertThat(arguments(second)).noneMatch(a -> a.startsWith("-XX:SharedArchiveFile"));
        assertThat(second.err()).isEmpty();
        assertThat(house.notes("trainings")).hasSize(1);
    }

    /** What the fake Java was given, without its process id; an argument with a line break comes as two. */
    private static List<String> arguments(Finished run) {
        String[] lines = run.out().split("\\]\n");
        return Arrays.stream(lines).skip(1).map(line -> line.substring(1)).toList();
    }
}
