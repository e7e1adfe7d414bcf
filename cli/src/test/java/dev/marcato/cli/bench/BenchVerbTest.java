// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.cli.ExitStatus;
import dev.marcato.cli.UsageException;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The whole verb, with a clock that is not one: its figures mean nothing, and nothing is waited for. */
class BenchVerbTest {
    @TempDir
    private Path folder;

    private ExitStatus run(String... arguments) throws Exception {
        BenchVerb verb = new BenchVerb(rounds -> new FakeClock().settings(2));
        CommandSpec spec = CommandSpec.create().name("bench");
        verb.declare(spec);
        return verb.run(new CommandLine(spec).parseArgs(arguments));
    }

    private String file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private String text() throws Exception {
        return Files.readString(folder.resolve("out"));
    }

    private static Stream<Path> leftovers() throws Exception {
        return Files.list(Path.of(System.getProperty("java.io.tmpdir")))
                .filter(path -> path.getFileName().toString().startsWith("marcato-bench"));
    }

    @Test
    void measuresFiles() throws Exception {
        String large = file("a.mrc", SampleTest.records(300, 1360));
        String small = file("b.mrc", SampleTest.records(50, 264));

        assertThat(run(large, small, "--threads", "3", "-o", out(), "--html", folder + "/r.html"))
                .isEqualTo(ExitStatus.DONE);

        assertThat(text())
                .contains(
                        "2 files, 350 records",
                        "ranges as units, 3 threads",
                        "files as units, 2 threads",
                        "copying memory, 3 threads",
                        "2 threads instead of 1",
                        "3 threads instead of 2",
                        "64 KiB",
                        "every subfield to text",
                        "What to choose on this machine");
        String page = Files.readString(folder.resolve("r.html"));
        assertThat(page).contains("id=\"speed-up\"", "id=\"sizes\"", "id=\"blocks\"", "id=\"phases\"");
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes("UTF-8")));
    }

    @Test
    void measuresDamagedFiles() throws Exception {
        byte[] records = SampleTest.records(20, 264);
        records[records.length / 2] = 0x1D;
        records[2] = '9';

        assertThat(run(file("a.mrc", Arrays.copyOf(records, records.length - 9)), "-o", out()))
                .isEqualTo(ExitStatus.DONE);

        assertThat(text()).contains("damaged", "which take longer to read");
    }

    @Test
    void measuresCompressedFiles() throws Exception {
        Path file = folder.resolve("a.mrc.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(SampleTest.records(50, 1360));
        }

        assertThat(run(file.toString(), "-o", out())).isEqualTo(ExitStatus.DONE);

        assertThat(text())
                .contains(
                        "- looking for record ends alone: a file is compressed",
                        "- reading with a cold cache: a file is compressed")
                .doesNotContain("look for record ends");
    }

    @Test
    void oneRecordIsEnough() throws Exception {
        assertThat(run(file("a.mrc", SampleTest.records(1, 264)), "-o", out(), "--threads", "2"))
                .isEqualTo(ExitStatus.DONE);

        assertThat(text())
                .contains(
                        "1 file, 1 record,",
                        "- files as units: there is one file with records in it, so there is one unit",
                        "- block sizes: there are only 26")
                .doesNotContain("NaN", "\u221E");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "nothing, 'no records here'"})
    void aFileWithoutRecordsIsSaidToBeOne(String name, String content) throws Exception {
        String file = file("x" + name, content.getBytes("UTF-8"));

        assertThat(run(file, "-o", out(), "--html", folder + "/r.html")).isEqualTo(ExitStatus.DONE);

        assertThat(text().replaceAll("\\s+", " ")).contains("- " + file + ": no record is in there");
    }

    @Test
    void aMissingFileFailsAndTheOthersAreMeasured() throws Exception {
        assertThat(run(folder + "/none.mrc", file("a.mrc", SampleTest.records(2, 264)), "-o", out()))
                .isEqualTo(ExitStatus.FAILED);

        assertThat(text()).contains("1 file, 2 records");
    }

    @Test
    void withoutAnyFileThereIsNoReport() throws Exception {
        assertThat(run(folder + "/none.mrc", "-o", out())).isEqualTo(ExitStatus.FAILED);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void generatesFilesAndRemovesThem() throws Exception {
        long before = leftovers().count();

        assertThat(run("--synthetic", "2x3,1x2", "--threads", "2", "--json", "-o", out()))
                .isEqualTo(ExitStatus.DONE);

        assertThat(text())
                .startsWith("{\"environment\":{")
                .contains(
                        "\"synthetic\":[{\"name\":\"2x3\",\"files\":2,\"records_each\":3,\"record_bytes\":26",
                        "\"division\":\"whole_files\"",
                        "\"files\":{}")
                .endsWith("}\n");
        assertThat(leftovers().count()).isEqualTo(before);
    }

    @Test
    void filesAndGeneratedOnesTogether() throws Exception {
        assertThat(run(file("a.mrc", SampleTest.records(2, 264)), "--synthetic", "1x2", "-o", out()))
                .isEqualTo(ExitStatus.DONE);

        assertThat(text()).contains("1 file, 2 records", "Generated files, first 245$a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; bench needs a FILE to measure, or --synthetic 2x10k,4x10k to make some",
                "-; bench reads everything many times, and standard input (-) can be read only once; save it",
                "a --rounds 9; --rounds must be a number from 10 to 1000, not '9'",
                "a --rounds x; --rounds must be a number from 10 to 1000, not 'x'",
                "a --threads 0; --threads must be a number from 1 to 1024, not '0'",
                "--synthetic 4y1; --synthetic must be files x records"
            })
    void wrongUsageIsToldInOneLine(String line, String message) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

        assertThatThrownBy(() -> run(arguments))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anOutputThatIsAnInputIsRefused() throws Exception {
        String file = file("a.mrc", SampleTest.records(2, 264));

        assertThatThrownBy(() -> run(file, "--html", file)).hasMessageContaining("is also an input");
        assertThatThrownBy(() -> run(file, "--html", out(), "-o", out())).hasMessageContaining("into one file");
        assertThat(Files.readAllBytes(Path.of(file))).isEqualTo(SampleTest.records(2, 264));
    }
}
