// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The real launcher in a made-up checkout, with a Java and a Maven that only write down what they were asked. Its folder
 * has blanks in its name, and the only programs on its PATH are those that the launcher may count on everywhere.
 */
final class FakeHouse {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<String> TOOLS =
            List.of("sh", "cat", "find", "ls", "mkdir", "mv", "ps", "readlink", "rm", "rmdir", "sed", "sleep", "touch");

    final Path root;
    final Path jar;
    final Path state;
    final Path bin;
    private final Path notes;
    private final Map<String, String> environment = new TreeMap<>();

    FakeHouse(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("check out"));
        jar = root.resolve("cli/target/marcato.jar");
        state = root.resolve("cli/target/launcher");
        bin = Files.createDirectories(folder.resolve("bin"));
        notes = Files.createDirectories(folder.resolve("notes"));
        Files.copy(realRoot().resolve("marcato"), root.resolve("marcato"));
        executable(root.resolve("marcato"));
        for (String source : List.of("pom.xml", "core/pom.xml", "cli/pom.xml", "cli/src/main/java/Main.java")) {
            write(root.resolve(source), "");
            age(root.resolve(source));
        }
        age(root.resolve("cli/src/main/java"));
        age(root.resolve("cli/src/main"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), installed(tool));
        }
        environment.put("PATH", bin.toString());
        environment.put("NOTES", notes.toString());
    }

    /** The root of the checkout that these tests run in. */
    static Path realRoot() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(at.resolve("marcato"))) {
            at = at.getParent();
        }
        return at;
    }

    FakeHouse with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Installs a Java that prints its process id and its arguments, and names it in JAVA_HOME. */
    FakeHouse withJava(String version) throws IOException {
        return with("JAVA_HOME", java(version).toString());
    }

    /** Installs a Java and returns its home. Where NO_ARCHIVE is set it cannot make an archive. */
    Path java(String version) throws IOException {
        Path home = root.resolveSibling("java " + version);
        write(
                home.resolve("release"),
                "JAVA_RUNTIME_VERSION=\"" + version + "+1\"\nJAVA_VERSION=\"" + version + "\"\n");
        write(home.resolve("bin/javac"), "");
        executable(home.resolve("bin/javac"));
        write(home.resolve("bin/java"), """
                #!/bin/sh
                for argument; do
                  case $argument in
                    -XX:ArchiveClassesAtExit=*)
                      echo trained >>"$NOTES/trainings"
                      [ -n "$NO_ARCHIVE" ] && exit 1
                      echo archive >"${argument#*=}"
                      exit 0 ;;
                  esac
                done
                [ -n "$COPY" ] && exec cat
                printf '[%s]\\n' "$$" "$@"
                exit "${STATUS:-0}"
                """);
        executable(home.resolve("bin/java"));
        return home;
    }

    /** Installs a Maven that makes the jar, after the given line of shell. */
    FakeHouse withMaven(String line) throws IOException {
        write(bin.resolve("mvn"), """
                #!/bin/sh
                echo "$*" >>"$NOTES/builds"
                %s
                : >'%s'
                """.formatted(line, jar));
        executable(bin.resolve("mvn"));
        return this;
    }

    FakeHouse withMaven() throws IOException {
        return withMaven("cat >/dev/null");
    }

    FakeHouse built() throws IOException {
        write(jar, "");
        return this;
    }

    /** What was written down under a name, a line for each time. */
    List<String> notes(String name) throws IOException {
        Path file = notes.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    Running start(String... arguments) throws IOException {
        return Running.start(root, environment, root.resolve("marcato"), arguments);
    }

    Finished run(String... arguments) throws Exception {
        return start(arguments).finish();
    }

    Map<String, String> environment() {
        return environment;
    }

    static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path installed(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return Path.of(folder, tool);
            }
        }
        throw new AssertionError(tool + " is not on PATH");
    }

    /** A process that has ended. */
    record Finished(long pid, int status, String out, String err) {}

    /** A process that has not been waited for. */
    record Running(Process process, BufferedReader err) {
        /** Starts a program with these environment variables and no others. */
        static Running start(Path folder, Map<String, String> environment, Path program, String... arguments)
                throws IOException {
            ProcessBuilder builder = new ProcessBuilder(program.toString()).directory(folder.toFile());
            builder.command().addAll(List.of(arguments));
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            return new Running(process, process.errorReader(UTF_8));
        }

        /** The next line on standard error; waits for it. */
        String line() throws IOException {
            return String.valueOf(err.readLine());
        }

        Finished finish() throws Exception {
            return finish("");
        }

        /** Feeds standard input, reads what comes, and waits for the end. */
        Finished finish(String input) throws Exception {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(UTF_8));
            }
            String out;
            try (InputStream from = process.getInputStream()) {
                out = new String(from.readAllBytes(), UTF_8);
            }
            StringBuilder said = new StringBuilder();
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
            }
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + process);
            }
            return new Finished(process.pid(), process.exitValue(), out, said.toString());
        }
    }
}
