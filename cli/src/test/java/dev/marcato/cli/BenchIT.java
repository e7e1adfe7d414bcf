// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The verb bench as a process, with the real clock: that it works, not what it measures. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class BenchIT {
    @TempDir
    private Path temporary;

    @Test
    void measuresAFileAndWritesTheReport() throws Exception {
        Shell shell = new Shell(temporary);
        shell.write("a.mrc", Shell.records(40));
        shell.write("report.html", "old".getBytes());

        Shell.Result result = shell.run("$M bench a.mrc --html report.html");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("Where\n").contains("1 file, 40 records", "What to choose on this machine");
        assertThat(shell.read("report.html"))
                .asString()
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
        assertThat(shell.files()).containsExactly("a.mrc", "report.html");
    }

    @Test
    void worksInASmallHeap() throws Exception {
        Shell shell = new Shell(temporary);
        byte[] records = Shell.records(200);
        shell.write("a.mrc", records, records, records, records, records);
        ProcessBuilder builder = shell.process("sh", "-c", "$M bench a.mrc --threads 2 -o out");
        builder.environment().put("MARCATO_OPTS", "-Xmx24m");

        assertThat(Shell.end(builder.inheritIO().start())).isZero();
        assertThat(shell.read("out")).asString().contains("copying memory past the caches");
    }

    @Test
    void tellsWrongUsageAndMissingFilesApart() throws Exception {
        Shell shell = new Shell(temporary);

        Shell.Result usage = shell.run("$M bench");
        Shell.Result input = shell.run("$M bench - < /dev/null");
        Shell.Result missing = shell.run("$M bench none.mrc");
        Shell.Result nowhere = shell.run("$M bench --synthetic 1x1 --html no/such/folder.html");

        assertThat(usage.status()).isEqualTo(2);
        assertThat(usage.err()).startsWith("marcato: bench needs a FILE").hasLineCount(1);
        assertThat(input.status()).isEqualTo(2);
        assertThat(input.err())
                .contains("standard input (-) can be read only once")
                .hasLineCount(1);
        assertThat(missing.status()).isEqualTo(3);
        assertThat(missing.err()).isEqualTo("marcato: none.mrc: cannot read: no such file or directory\n");
        assertThat(nowhere.status()).isEqualTo(3);
        assertThat(nowhere.err())
                .startsWith("marcato: no/such/folder.html: cannot write:")
                .hasLineCount(1);
        assertThat(shell.files()).isEmpty();
    }

    @Test
    void anInterruptLeavesNothingBehind() throws Exception {
        Shell shell = new Shell(temporary);
        Path generated = Files.createDirectory(temporary.resolve("generated"));
        ProcessBuilder builder =
                shell.process(Shell.launcher(), "bench", "--synthetic", "2x10k", "-o", "out", "--html", "report.html");
        builder.environment().put("MARCATO_OPTS", "-Djava.io.tmpdir=" + generated);
        Process process = builder.redirectErrorStream(true).start();
        while (files(generated).isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        assertThat(shell.files()).hasSize(2).allMatch(name -> name.endsWith(".part"));

        process.destroy();

        assertThat(Shell.end(process)).isEqualTo(143);
        assertThat(shell.files()).isEmpty();
        assertThat(files(generated)).isEmpty();
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
