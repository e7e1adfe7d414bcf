// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marcato.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files, folders, patterns, pipes, and inputs that are not there or not MARC. */
@DisabledOnOs(OS.WINDOWS)
class InputsIT {
    private static final byte[] GOOD = Shell.records(3);

    @TempDir
    private Path temporary;

    private Shell shell;

    @BeforeEach
    void files() throws IOException {
        shell = new Shell(temporary);
        shell.write("good.mrc", GOOD);
    }

    private Result run(String script) throws Exception {
        return shell.run(script);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void readsNamesOutsideAsciiInTheLocaleC() throws Exception {
        // The shell makes the name, since this JVM may not be able to.
        Result run = run("n=$(printf 'n \\303\\266.mrc'); cp good.mrc \"$n\"; LC_ALL=C \"$M\" count \"$n\"; "
                + "LC_ALL= LC_CTYPE= LANG= \"$M\" count \"$n\"");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("3\n3\n");
    }

    @Test
    void readsStandardInputWhereNothingIsNamed() throws Exception {
        assertThat(run("\"$M\" count <good.mrc").out()).isEqualTo("3\n");
        assertThat(run("cat good.mrc good.mrc | \"$M\" count").out()).isEqualTo("6\n");
        assertThat(run("cat good.mrc | \"$M\" --summary text").out()).startsWith("standard input: in order");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void readsPipesUnderNames() throws Exception {
        assertThat(run("cat good.mrc | \"$M\" count /dev/stdin").out()).isEqualTo("3\n");
        assertThat(run("\"$M\" count /dev/fd/3 good.mrc 3<good.mrc").out()).isEqualTo("6\n");
        assertThat(run("cat good.mrc | { \"$M\" cat /dev/fd/3 3<&0; }").bytes()).isEqualTo(GOOD);
        assertThat(run("mkfifo pipe; cat good.mrc >pipe & \"$M\" cat pipe").bytes())
                .isEqualTo(GOOD);
    }

    @Test
    void readsGzipByContent() throws Exception {
        assertThat(run("gzip -c good.mrc >good.dat; gzip -c good.mrc >>good.dat; \"$M\" count good.dat")
                        .out())
                .isEqualTo("6\n");
    }

    @Test
    void reportsACutOffGzip() throws Exception {
        Result run = run("gzip -c good.mrc | head -c 900 >cut.gz; \"$M\" count cut.gz");

        assertThat(run.err()).contains("cut.gz: ", "[M0004]");
        assertThat(run.status()).isOne();
    }

    @Test
    void readsFoldersAndPatternsInBytewiseOrder() throws Exception {
        shell.write("d/b.mrc", Shell.record(1));
        shell.write("d/a.mrc", Shell.record(0));
        shell.write("d/note.txt", "no MARC".getBytes());

        assertThat(run("\"$M\" cat d").bytes()).isEqualTo(Shell.records(2));
        assertThat(run("\"$M\" cat 'd/*.mrc'").bytes()).isEqualTo(Shell.records(2));
        assertThat(run("\"$M\" count --per-file d 'd/[a]*'").out())
                .isEqualTo("1\td/a.mrc\n1\td/b.mrc\n1\td/a.mrc\n3\ttotal\n");
    }

    @Test
    void takesOddNames() throws Exception {
        for (String name : new String[] {"a b.mrc", "-dash.mrc", "*.mrc", "quote'\".mrc", "@list", "check"}) {
            shell.write(name, GOOD);
        }

        assertThat(run("\"$M\" count 'a b.mrc' './*.mrc' \"quote'\\\".mrc\" @list ./check -- -dash.mrc")
                        .out())
                .isEqualTo("18\n");
    }

    @Test
    void reportsAMissingFileAndReadsTheOthers() throws Exception {
        shell.write("also.mrc", GOOD);

        Result run = run("\"$M\" cat --summary json good.mrc missing.mrc also.mrc");

        assertThat(run.bytes()).isEqualTo(Shell.join(GOOD, GOOD));
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("marcato: missing.mrc: cannot read: no such file or directory"),
                        line -> assertThat(line)
                                .startsWith("{\"complete\":false,\"records\":6,")
                                .contains("{\"name\":\"missing.mrc\",\"complete\":false,\"records\":0,"));
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void readsAFileThatIsNamedTwiceTwiceAndSaysSo() throws Exception {
        Result run = run("mkdir d; ln good.mrc d/link.mrc; \"$M\" count good.mrc d ./good.mrc");

        assertThat(run.out()).isEqualTo("6\n");
        assertThat(run.err().lines())
                .containsExactly(
                        "marcato: d/link.mrc: the same file as good.mrc, and not read again",
                        "marcato: ./good.mrc: the same file as good.mrc, and read again");
        assertThat(run.status()).isZero();
    }

    @Test
    void anInputFailureOutweighsALoss() throws Exception {
        shell.write("cut.mrc", Arrays.copyOf(GOOD, 100));

        assertThat(run("\"$M\" count cut.mrc missing.mrc").status()).isEqualTo(3);
    }

    @Test
    void writesNothingWhereNothingCouldBeRead() throws Exception {
        shell.write("out.mrc", "old".getBytes());

        Result run = run("\"$M\" repair -o out.mrc missing.mrc");

        assertThat(shell.read("out.mrc")).asString().isEqualTo("old");
        assertThat(run.err()).isEqualTo("marcato: missing.mrc: cannot read: no such file or directory\n");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run("\"$M\" count missing.mrc").out()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void reportsAFileThatCannotBeReadAndReadsTheOthers() throws Exception {
        // The memory of a process begins with a page that nobody may read, not even root.
        Result run = run("cp good.mrc also.mrc; \"$M\" count good.mrc /proc/self/mem also.mrc");

        assertThat(run.out()).isEqualTo("6\n");
        assertThat(run.err()).startsWith("marcato: /proc/self/mem: cannot read").hasLineCount(1);
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void reportsAFileThatMayNotBeRead() throws Exception {
        Path secret = shell.write("secret.mrc", GOOD);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(secret), "may read everything here, skipped: permissions");

        Result run = run("\"$M\" count good.mrc secret.mrc");

        assertThat(run.out()).isEqualTo("3\n");
        assertThat(run.err()).isEqualTo("marcato: secret.mrc: cannot read: permission denied\n");
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void saysThatAFolderHoldsNoMarcFile() throws Exception {
        shell.write("d/note.txt", GOOD);

        Result run = run("\"$M\" count d good.mrc");

        assertThat(run.out()).isEqualTo("3\n");
        assertThat(run.err()).startsWith("marcato: d: cannot read: ").hasLineCount(1);
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void nothingIsNoFailure() throws Exception {
        shell.write("empty.mrc");

        assertThat(run("\"$M\" empty.mrc").out()).startsWith("empty.mrc: empty");
        assertThat(run("\"$M\" check empty.mrc").status()).isZero();
        assertThat(run("\"$M\" count </dev/null")).satisfies(count -> {
            assertThat(count.out()).isEqualTo("0\n");
            assertThat(count.err()).isEmpty();
            assertThat(count.status()).isZero();
        });
    }

    @Test
    void oneByteIsNoRecord() throws Exception {
        shell.write("one.mrc", new byte[] {'x'});

        Result run = run("\"$M\" cat --summary json --rejects lost.bin one.mrc");

        assertThat(run.bytes()).isEmpty();
        assertThat(run.err()).contains("\"bytes\":{\"total\":1,\"records\":0,\"filler\":0,\"rejected\":1}");
        assertThat(shell.read("lost.bin")).asString().isEqualTo("x");
        assertThat(run.status()).isOne();
    }

    @Test
    void whatIsNoMarcIsSaidSo() throws Exception {
        shell.write("page.mrc", "<!DOCTYPE html><html><body>404</body></html>\n".getBytes());

        Result check = run("\"$M\" page.mrc");
        assertThat(check.out()).startsWith("page.mrc: no MARC: ").contains("HTML");
        assertThat(check.status()).isOne();

        Result cat = run("\"$M\" cat page.mrc");
        assertThat(cat.bytes()).isEmpty();
        assertThat(cat.err()).contains("page.mrc: byte 0: ", "HTML", "[M0001]");
        assertThat(cat.status()).isOne();
    }
}
