// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs lines of shell in a folder of their own, where {@code $M} is the real launcher. What a test makes stands in that
 * folder; what the shell says goes elsewhere, so that a test can look for leftovers.
 */
final class Shell {
    private static final long SEED = 20261123;
    private static final int MINUTES = 2;

    final Path folder;
    private final Path talk;

    Shell(Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve("work"));
        talk = Files.createDirectory(temporary.resolve("talk"));
    }

    /** What a script came to. */
    record Result(int status, byte[] bytes, String err) {
        String out() {
            return new String(bytes, UTF_8);
        }
    }

    /** The first records of the generator, one after the other. */
    static byte[] records(int count) {
        return TestRecord.toFile(RecordGenerator.seeded(SEED).records(count));
    }

    /** One record; the index is 0-based. */
    static byte[] record(int index) {
        return RecordGenerator.seeded(SEED).record(index).toIso2709();
    }

    /** A record whose leader says that it is longer than it is. */
    static byte[] withWrongLength(byte[] record) {
        byte[] damaged = record.clone();
        System.arraycopy("99998".getBytes(UTF_8), 0, damaged, 0, 5);
        return damaged;
    }

    static byte[] join(byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    Path write(String name, byte[]... parts) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, join(parts));
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** The names in the folder, sorted. */
    List<String> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** A process without its input, output and errors set. */
    ProcessBuilder process(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("M", launcher());
        builder.environment()
                .put(
                        "JAR",
                        FakeHouse.realRoot().resolve("cli/target/marcato.jar").toString());
        // These tests run while Maven builds this tree: the launcher must not start to build it, too.
        builder.environment().put("MARCATO_BUILD", "never");
        builder.environment().remove("MARCATO_DEBUG");
        return builder;
    }

    static String launcher() {
        return FakeHouse.realRoot().resolve("marcato").toString();
    }

    Result run(String script) throws Exception {
        Path out = talk.resolve("out");
        Path err = talk.resolve("err");
        Process process = process("sh", "-c", script)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        int status = end(process);
        return new Result(status, Files.readAllBytes(out), Files.readString(err));
    }

    /** The exit status. */
    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("still running after " + MINUTES + " minutes: " + process.info());
        }
        return process.exitValue();
    }
}
