// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.RecordGenerator;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading takes no more memory than its limits say, however long the damage goes on: 96 MB in a heap of 64. */
class SmallHeapTest {
    private static final long BYTES = 96 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros",
                "nines",
                "letters",
                "record terminators",
                "field terminators",
                "leaders",
                "directory entries",
                "a record that lost its end",
                "a record",
                "records near the limit"
            })
    void readsMoreThanTheHeapHolds(String pattern) throws Exception {
        run(pattern, Long.toString(BYTES));
    }

    /** Patterns in which one thread may hold a window, or records, while others wait for it. */
    static List<String> thatHoldMuch() {
        return List.of(
                "nines",
                "record terminators",
                "leaders",
                "a record that lost its end",
                "a record",
                "records near the limit");
    }

    @ParameterizedTest
    @MethodSource("thatHoldMuch")
    void soDoEightThreads(String pattern) throws Exception {
        run(pattern, Long.toString(BYTES), "8", folder.resolve("input").toString());
    }

    /** Of a stream, blocks are kept for others who may need them, beside the window of who has the turn. */
    @ParameterizedTest
    @MethodSource("thatHoldMuch")
    void soDoEightThreadsOnAStream(String pattern) throws Exception {
        run(pattern, Long.toString(BYTES), "8");
    }

    private void run(String... arguments) throws Exception {
        Path output = folder.resolve("output");
        String classPath = Stream.of(
                        MarcReader.class,
                        EndlessInput.class,
                        RecordGenerator.class,
                        Assertions.class,
                        org.junit.jupiter.api.Test.class,
                        NullMarked.class)
                .map(SmallHeapTest::location)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                EndlessInput.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        assertThat(status)
                .as("exit status: %s", Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
