// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.FakeHouse.Finished;
import dev.marcato.cli.FakeHouse.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher builds what is missing or older than its sources: once, alone, and quietly. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class LauncherBuildIT {
    @TempDir
    private Path folder;

    private FakeHouse house;

    @BeforeEach
    void install() throws IOException {
        house = new FakeHouse(folder).withJava("17.0.2").withMaven();
    }

    private int builds() throws IOException {
        return house.notes("builds").size();
    }

    @Test
    void buildsWhatIsMissingOnceWithOneLine() throws Exception {
        Finished first = house.run("count");
        Finished second = house.run("count");

        assertThat(first.status()).isZero();
        assertThat(first.err()).isEqualTo("marcato: building, once (output in " + house.state + "/build.log)\n");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isOne();
        assertThat(house.state.resolve("lock")).doesNotExist();
    }

    /** A module whose sources it does not look at would be built once and never again. */
    @Test
    void knowsWhatTheProgramIsMadeOf() throws Exception {
        Path root = FakeHouse.realRoot();
        Matcher modules = Pattern.compile("(?m)^modules='(.*)'$").matcher(Files.readString(root.resolve("marcato")));
        String dependencies =
                Files.readString(root.resolve("cli/pom.xml")).replaceAll("(?s).*<dependencies>|</dependencies>.*", "");

        assertThat(modules.find()).isTrue();
        assertThat(Pattern.compile("<artifactId>marcato-(\\w+)</artifactId>\\s+</dependency>")
                        .matcher(dependencies)
                        .results()
                        .map(dependency -> dependency.group(1)))
                .isNotEmpty()
                .isSubsetOf(modules.group(1).split(" "));
    }

    @Test
    void buildsAnewWhenASourceIsNewer() throws Exception {
        house.built();
        FakeHouse.age(house.jar);
        Files.writeString(house.root.resolve("cli/src/main/java/Main.java"), "changed");

        house.run("count");

        assertThat(builds()).isOne();
    }

    @Test
    void buildsAnewWhenASourceIsGone() throws Exception {
        house.built();
        FakeHouse.age(house.jar);
        Files.delete(house.root.resolve("cli/src/main/java/Main.java"));

        house.run("count");

        assertThat(builds()).isOne();
    }

    @Test
    void aSourceThatChangesDuringTheBuildIsBuiltNextTime() throws Exception {
        // Until the clock, which moves in steps, has moved.
        house.withMaven("source='%s'; until [ -n \"$(find \"$source\" -newer '%s')\" ]; do touch \"$source\"; done"
                .formatted(house.root.resolve("cli/src/main/java/Main.java"), house.state.resolve("started")));

        house.run("count");
        house.run("count");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void isContentWithWhatMavenLeftUntouched() throws Exception {
        // Maven does not write a jar anew whose content is the same.
        house.built().withMaven("exit 0");
        FakeHouse.age(house.jar);
        Files.writeString(house.root.resolve("pom.xml"), "");

        house.run("count");
        house.run("count");

        assertThat(builds()).isOne();
    }

    @Test
    void runsWhatIsThereWhenToldNeverToBuild() throws Exception {
        house.built().with("MARCATO_BUILD", "never");
        FakeHouse.age(house.jar);
        Files.writeString(house.root.resolve("pom.xml"), "");

        assertThat(house.run("count").status()).isZero();
        assertThat(builds()).isZero();
    }

    @Test
    void namesTheLogOfAFailedBuild() throws Exception {
        house.withMaven("echo 'no such thing'; exit 1");

        Finished run = house.run("count");

        Path log = house.state.resolve("build.log");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .endsWith("marcato: the build failed, see " + log + "\n")
                .hasLineCount(2);
        assertThat(log).content().contains("no such thing");
        assertThat(house.state.resolve("lock")).doesNotExist();
    }

    @Test
    void saysWhatToInstallWhereMavenIsMissing() throws Exception {
        Files.delete(house.bin.resolve("mvn"));

        Finished run = house.run("count");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("marcato: Maven 3.8 or later is needed to build."
                        + " On Debian or Ubuntu: sudo apt-get install openjdk-17-jdk maven\n");
    }

    @Test
    void saysWhatToInstallWhereOnlyARuntimeIsThere() throws Exception {
        Path home = house.java("17.0.2");
        Files.delete(home.resolve("bin/javac"));

        Finished run = house.run("count");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("marcato: a JDK is needed to build, " + home + " has no javac.")
                .hasLineCount(1);
    }

    @Test
    void runsWhatIsBuiltWhereNothingCanBeWritten() throws Exception {
        house.built();
        FakeHouse.age(house.jar);
        Files.writeString(house.root.resolve("pom.xml"), "");
        // Stands in for a read-only tree, which would not stop the superuser.
        Files.writeString(house.state, "");

        Finished run = house.run("count");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("running what is built").hasLineCount(1);
        assertThat(builds()).isZero();
    }

    @Test
    void buildsOnceWhenTwoStartTogether() throws Exception {
        Path gate = pipe("gate");
        house.withMaven("read -r opened <'" + gate + "'");

        Running first = house.start("count");
        assertThat(first.line()).contains("building, once");
        Running second = house.start("count");
        assertThat(second.line())
                .isEqualTo("marcato: waiting for the build that process "
                        + first.process().pid() + " runs");
        Files.writeString(gate, "open\n");

        assertThat(first.finish().status()).isZero();
        assertThat(second.finish().status()).isZero();
        assertThat(builds()).isOne();
    }

    @Test
    void takesTheLockOfAProcessThatIsGone() throws Exception {
        Running gone = Running.start(folder, house.environment(), house.bin.resolve("cat"));
        gone.finish();
        FakeHouse.write(house.state.resolve("lock/owner"), gone.process().pid() + "\n");

        Finished run = house.run("count");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("building, once").hasLineCount(1);
        assertThat(house.state.resolve("lock")).doesNotExist();
    }

    @Test
    void takesAnOldLockWithoutOwner() throws Exception {
        FakeHouse.age(Files.createDirectories(house.state.resolve("lock")));

        assertThat(house.run("count").status()).isZero();
        assertThat(builds()).isOne();
    }

    @Test
    void leavesNoLockAndNoMavenWhenInterrupted() throws Exception {
        Path started = pipe("started");
        house.withMaven("echo $$ >'" + started + "'; read -r opened <'" + pipe("gate") + "'");
        Running run = house.start("count");
        ProcessHandle maven = ProcessHandle.of(
                        Long.parseLong(Files.readString(started).strip()))
                .orElseThrow();

        run.process().toHandle().destroy();

        assertThat(run.finish().status()).isEqualTo(143);
        assertThat(maven.onExit()).succeedsWithin(Duration.ofMinutes(1));
        assertThat(house.state.resolve("lock")).doesNotExist();
        assertThat(house.jar).doesNotExist();
    }

    /** A pipe with a name: who reads it waits until somebody writes. */
    private Path pipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }
}
