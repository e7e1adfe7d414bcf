// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.formats.json.NdjsonFormat;
import dev.marcato.io.Formats;
import dev.marcato.io.MarcInput;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A heap of 64 MB holds what is known of many tiny records, and a window of what has no records. */
class SmallHeapTest {
    private static final int BYTES = 4 << 20;
    private static final int MORE_THAN_A_WINDOW = 40 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mrk, 'xyz\n', 1",
        "mrk, 'xyz\n', 2",
        "csv, a, 2",
        "aleph, '000000001 245   L $$aabc\n', 2",
        "json, ' ', 2"
    })
    void holdsAWindow(String format, String pattern, int threads) throws Exception {
        read(format, pattern.repeat(MORE_THAN_A_WINDOW / pattern.length()), threads);
    }

    /** Each of them is damaged: what is known of them is a hundred times as large as they are. */
    @ParameterizedTest
    @CsvSource({
        "ndjson, '{\n', 2",
        "ndjson, '{\n', 8",
        "json, '{},', 2",
        "line, '245\n\n', 2",
        "marcxml, <record/>, 2",
        "marcxml, <record/>, 8",
        "ndjson, '{\n', 0",
        "json, '{},', 0"
    })
    void holdsWhatIsKnownOfTinyRecords(String format, String record, int threads) throws Exception {
        read(format, record.repeat(BYTES / record.length()), threads);
    }

    private void read(String format, String content, int threads) throws Exception {
        Path input = folder.resolve("input");
        Files.writeString(input, content);
        Path output = folder.resolve("output");
        String classPath = Stream.of(MarcReader.class, NdjsonFormat.class, SmallHeapTest.class, NullMarked.class)
                .map(SmallHeapTest::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Reading.class.getName(),
                        format,
                        input.toString(),
                        Integer.toString(threads))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        assertThat(status)
                .as("exit status: %s", Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
        assertThat(output).hasContent(Long.toString(Files.size(input)));
    }

    /** Reads a file and prints how many bytes were accounted for. */
    static final class Reading {
        private Reading() {}

        /** @param arguments format, file, and how many threads; 0 for a stream of records */
        public static void main(String[] arguments) {
            int threads = Integer.parseInt(arguments[2]);
            MarcFiles files = MarcFiles.builder()
                    .format(Formats.named(arguments[0]).orElseThrow())
                    .threads(Math.max(1, threads))
                    .of(List.of(MarcInput.of(Path.of(arguments[1]))));
            if (threads == 0) {
                try (Stream<MarcRecord> stream = files.stream()) {
                    stream.forEach(record -> {});
                }
            } else {
                files.forEachBlock(List::size, size -> {});
            }
            System.out.println(files.summary().totalBytes());
        }
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
