// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    @TempDir
    private Path folder;

    private String name(String file) {
        return folder.resolve(file).toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(OutputTarget target, String text) throws IOException {
        OutputStream out = target.open();
        out.write(text.getBytes());
        out.flush();
    }

    @Test
    void theFileIsThereWhenItIsComplete() throws Exception {
        try (Outputs outputs = new Outputs()) {
            OutputTarget target = outputs.add("-o", name("out.mrc"));
            assertThat(files()).isEmpty();
            write(target, "data");
            assertThat(files())
                    .singleElement()
                    .asString()
                    .startsWith(".out.mrc.")
                    .endsWith(".part");

            outputs.commit();
        }
        assertThat(files()).containsExactly("out.mrc");
        assertThat(folder.resolve("out.mrc")).hasContent("data");
    }

    @Test
    void theOldFileIsAsItWasUntilTheNewOneIsComplete() throws Exception {
        Files.writeString(folder.resolve("out.mrc"), "old");
        try (Outputs outputs = new Outputs()) {
            write(outputs.add("-o", name("out.mrc")), "new");
            assertThat(folder.resolve("out.mrc")).hasContent("old");

            outputs.commit();
        }
        assertThat(folder.resolve("out.mrc")).hasContent("new");
    }

    @Test
    void aRunThatBreaksOffLeavesNothing() throws Exception {
        Files.writeString(folder.resolve("out.mrc"), "old");
        try (Outputs outputs = new Outputs()) {
            write(outputs.add("-o", name("out.mrc")), "new");
            write(outputs.add("--rejects", name("lost.bin")), "lost");
        }
        assertThat(files()).containsExactly("out.mrc");
        assertThat(folder.resolve("out.mrc")).hasContent("old");
    }

    @Test
    void nothingIsPutInPlaceAfterASignal() throws Exception {
        OutputTarget target = OutputTarget.plan("-o", name("out.mrc"));
        write(target, "data");

        target.remove();
        target.commit();

        assertThat(files()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsPermissions() throws Exception {
        Path file = Files.writeString(folder.resolve("out.mrc"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        try (Outputs outputs = new Outputs()) {
            write(outputs.add("-o", name("out.mrc")), "new");
            try (Stream<Path> entries = Files.list(folder)) {
                assertThat(entries)
                        .allSatisfy(
                                each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                                        .isEqualTo("rw-r-----"));
            }
            outputs.commit();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(file).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesWhatALinkLeadsToAndKeepsTheLink() throws Exception {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link.mrc"), Path.of("real/out.mrc"));
        try (Outputs outputs = new Outputs()) {
            write(outputs.add("-o", name("link.mrc")), "data");
            outputs.commit();
        }
        assertThat(folder.resolve("link.mrc")).isSymbolicLink();
        assertThat(folder.resolve("real/out.mrc")).isRegularFile().hasContent("data");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesLinksThatGoRoundInACircle() throws Exception {
        Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

        assertThatThrownBy(() -> OutputTarget.plan("-o", name("a")))
                .isInstanceOf(OutputFailure.class)
                .hasMessageContaining("circle");
    }

    @Test
    void saysWhereNothingCanBeWritten() {
        assertThatThrownBy(() -> OutputTarget.plan("-o", name("missing/out.mrc")))
                .isInstanceOf(OutputFailure.class)
                .hasMessage(name("missing/out.mrc") + ": cannot write: no such file or directory");
        assertThatThrownBy(() -> OutputTarget.plan("-o", folder.toString()))
                .isInstanceOf(OutputFailure.class)
                .hasMessageEndingWith("is a directory");
    }

    @Test
    void refusesTwoOutputsIntoOneFile() throws Exception {
        Files.createDirectory(folder.resolve("d"));
        try (Outputs outputs = new Outputs()) {
            outputs.add("-o", name("out.mrc"));
            assertThatThrownBy(() -> outputs.add("--rejects", name("d/../out.mrc")))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("-o and --rejects");
        }
        assertThat(files()).containsExactly("d");
    }

    @Test
    void refusesTwoOutputsIntoOneFileThatExistsUnderTwoNames() throws Exception {
        Files.createLink(folder.resolve("b"), Files.createFile(folder.resolve("a")));
        try (Outputs outputs = new Outputs()) {
            outputs.add("-o", name("a"));
            assertThatThrownBy(() -> outputs.add("--rejects", name("b"))).isInstanceOf(UsageException.class);
        }
    }

    @Test
    void refusesStandardOutputTwice() throws Exception {
        try (Outputs outputs = new Outputs()) {
            outputs.add("standard output", "-");
            assertThatThrownBy(() -> outputs.add("--rejects", "/dev/stdout")).isInstanceOf(UsageException.class);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void allowsADeviceTwice() throws Exception {
        try (Outputs outputs = new Outputs()) {
            write(outputs.add("-o", "/dev/null"), "a");
            write(outputs.add("--rejects", "/dev/null"), "b");
            outputs.commit();
        }
        assertThat(Path.of("/dev/null")).exists();
    }

    @Test
    void refusesAnInputAsOutputWhateverItsName() throws Exception {
        Path in = Files.writeString(folder.resolve("in.mrc"), "records");
        Files.createLink(folder.resolve("hard.mrc"), in);
        for (String other : List.of("in.mrc", "hard.mrc")) {
            try (Outputs outputs = new Outputs()) {
                outputs.add("-o", name(other));
                assertThatThrownBy(() -> outputs.refuseInputs(List.of(Input.file(in))))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("is also an input");
            }
        }
        assertThat(in).hasContent("records");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAFailureWithTheOutputsName() throws Exception {
        OutputTarget target = OutputTarget.plan("-o", "/dev/full");

        assertThatThrownBy(() -> write(target, "data"))
                .isInstanceOfSatisfying(
                        OutputFailure.class,
                        failure -> assertThat(failure.closedPipe()).isFalse())
                .hasMessageStartingWith("/dev/full: cannot write: ");
    }

    @Test
    void countsWhatIsWritten() throws Exception {
        OutputTarget target = OutputTarget.plan("--rejects", name("lost.bin"));
        TargetStream stream = target.open();
        stream.write(1);
        stream.write(new byte[100_000]);
        stream.write(new byte[] {1, 2, 3}, 1, 2);

        assertThat(stream.written()).isEqualTo(100_003);
        target.commit();
        assertThat(folder.resolve("lost.bin")).hasSize(100_003);
    }
}
