// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal in mid-write leaves the old file, and nothing beside it. */
@DisabledOnOs(OS.WINDOWS)
class SignalsIT {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"INT, 2", "TERM, 15", "HUP, 1"})
    void leavesNoHalfFile(String signal, int number) throws Exception {
        assumeFalse(isIgnored(number), "started in the background or by nohup, skipped: SIG" + signal);
        Shell shell = new Shell(temporary);
        shell.write("out.mrc", "old".getBytes());
        Path err = temporary.resolve("err");
        Process process = shell.process(
                        Shell.launcher(), "cat", "-o", "out.mrc", "--rejects", "-", "--originals", "before.mrc")
                .redirectError(err.toFile())
                .start();
        Thread feeder = new Thread(() -> feed(process.getOutputStream()));
        feeder.start();
        // The rejects come through the pipe, so records before them are in the file beside the old one.
        assertThat(process.getInputStream().read()).isEqualTo('#');
        assertThat(shell.files()).hasSize(3);

        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();

        assertThat(Shell.end(process)).isEqualTo(128 + number);
        feeder.join();
        assertThat(shell.files()).containsExactly("out.mrc");
        assertThat(shell.read("out.mrc")).asString().isEqualTo("old");
        assertThat(err).isEmptyFile();
    }

    /** Records, far more rejected bytes than any buffer holds, records again; and no end. */
    private static void feed(OutputStream in) {
        byte[] records = Shell.records(400);
        byte[] noise = new byte[400_000];
        Arrays.fill(noise, (byte) '#');
        try {
            in.write(Shell.join(records, noise, new byte[] {0x1E, 0x1D}, records, records));
            in.flush();
        } catch (IOException e) {
            // Nobody reads on after the signal: that is the point.
            return;
        }
    }

    /** Whether this process, and so each that it starts, was told to ignore a signal. */
    private static boolean isIgnored(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (signal - 1) & 1) != 0);
    }
}
