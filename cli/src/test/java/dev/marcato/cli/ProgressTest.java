// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Talk talk = new Talk(err, false);
    private long now = 5;

    private Progress progress(boolean bar, long totalBytes) {
        return new Progress(talk, bar, totalBytes, () -> now);
    }

    @Test
    void drawsABarOverItself() {
        Progress progress = progress(true, 40_000_000);
        assertThat(progress.isDue()).isFalse();
        now += SECOND;
        assertThat(progress.isDue()).isTrue();

        progress.show(7_353, 10_000_000, 10_000_000);

        assertThat(err.toString(UTF_8))
                .isEqualTo("\r[#####...............] 25 %  7,353 records  10 MB  10 MB/s  0:03 left\u001B[K");
        assertThat(progress.isDue()).isFalse();
    }

    @Test
    void isWipedOutByALineAndAtTheEnd() {
        Progress progress = progress(true, -1);
        now += SECOND;
        progress.show(1, 1500, 1500);
        talk.say("something");
        progress.show(2, 3000, 3000);
        progress.end();
        progress.end();

        assertThat(err.toString(UTF_8))
                .isEqualTo("\r1 record  1.5 kB  1.5 kB/s\u001B[K\r\u001B[Ksomething\n"
                        + "\r2 records  3.0 kB  3.0 kB/s\u001B[K\r\u001B[K");
    }

    @Test
    void writesWholeLinesWhereThereIsNoTerminal() {
        Progress progress = progress(false, 1000);
        now += SECOND;
        assertThat(progress.isDue()).isFalse();
        now += 9 * SECOND;
        assertThat(progress.isDue()).isTrue();
        progress.show(3, 500, 500);
        progress.end();

        assertThat(err.toString(UTF_8)).isEqualTo("50 %  3 records  500 B  50 B/s  0:10 left\n");
    }

    @Test
    void knowsTheTotalOfFilesOnly(@TempDir Path folder) throws Exception {
        Input plain = Input.file(Files.write(folder.resolve("a"), new byte[100]));
        Input other = Input.file(Files.write(folder.resolve("b"), new byte[50]));
        Input empty = Input.file(Files.write(folder.resolve("c"), new byte[0]));
        Input missing = Input.file(folder.resolve("e"));

        assertThat(Progress.storedBytes(List.of(plain, other))).isEqualTo(150);
        assertThat(Progress.storedBytes(List.of(plain, empty))).isEqualTo(-1);
        assertThat(Progress.storedBytes(List.of(Input.standardInput()))).isEqualTo(-1);
        assertThat(Progress.storedBytes(List.of(plain, missing))).isEqualTo(100);
    }
}
