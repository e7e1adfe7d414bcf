// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marcato.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs that are inputs, links, devices, full or closed. */
@DisabledOnOs(OS.WINDOWS)
class OutputsIT {
    private static final byte[] GOOD = Shell.records(3);
    private static final byte[] MANY = Shell.records(300);

    @TempDir
    private Path temporary;

    private Shell shell;

    @BeforeEach
    void files() throws IOException {
        shell = new Shell(temporary);
        shell.write("good.mrc", GOOD);
        shell.write("many.mrc", MANY);
    }

    private Result run(String script) throws Exception {
        return shell.run(script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat good.mrc -o good.mrc",
                "cat good.mrc -o ./good.mrc",
                "cat good.mrc -o link.mrc",
                "cat good.mrc -o hard.mrc",
                "cat link.mrc -o good.mrc",
                "cat . -o good.mrc",
                "cat - -o good.mrc <good.mrc",
                "cat many.mrc good.mrc >>good.mrc",
                "check good.mrc --rejects good.mrc",
                "cat good.mrc -o out.mrc --originals good.mrc",
            })
    void refusesToWriteOntoAnInput(String command) throws Exception {
        run("ln -s good.mrc link.mrc; ln good.mrc hard.mrc");

        Result run = run("\"$M\" " + command);

        assertThat(run.err()).contains("is also an input").hasLineCount(1);
        assertThat(run.status()).isEqualTo(2);
        assertThat(shell.read("good.mrc")).isEqualTo(GOOD);
        assertThat(shell.files()).containsExactly("good.mrc", "hard.mrc", "link.mrc", "many.mrc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat good.mrc -o out.mrc --rejects out.mrc",
                "cat good.mrc -o out.mrc --rejects ./x/../out.mrc",
                "cat good.mrc --rejects lost.bin --originals lost.bin",
                "cat good.mrc --rejects -",
            })
    void refusesTwoOutputsIntoOneFile(String command) throws Exception {
        run("mkdir x");

        Result run = run("\"$M\" " + command);

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("into one file").hasLineCount(1);
        assertThat(run.status()).isEqualTo(2);
        assertThat(shell.files()).containsExactly("good.mrc", "many.mrc", "x");
    }

    @Test
    void refusesAFormatThatItCannotWrite() throws Exception {
        Result run = run("\"$M\" cat good.mrc -o out.xml.xz");

        assertThat(run.err()).contains("out.xml.xz: .xz cannot be written");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void writesThroughALinkAndKeepsPermissions() throws Exception {
        Result run = run("""
                umask 022; echo old >real.mrc; chmod 640 real.mrc; ln -s real.mrc link.mrc
                "$M" cat good.mrc -o link.mrc || exit
                [ -L link.mrc ] && cmp good.mrc real.mrc && ls -l real.mrc
                "$M" cat good.mrc -o new.mrc && ls -l new.mrc""");

        assertThat(run.out().lines().map(line -> line.substring(0, 10))).containsExactly("-rw-r-----", "-rw-r--r--");
        assertThat(run.status()).isZero();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void writesThroughDevicesAndPipes() throws Exception {
        assertThat(run("\"$M\" cat good.mrc -o /dev/stdout").bytes()).isEqualTo(GOOD);
        assertThat(run("\"$M\" cat good.mrc -o - | cat").bytes()).isEqualTo(GOOD);
        assertThat(run("\"$M\" cat good.mrc -o /dev/fd/3 3>&1 >/dev/null").bytes())
                .isEqualTo(GOOD);
        assertThat(run("mkfifo pipe; cat pipe & \"$M\" cat good.mrc -o pipe; wait; [ -p pipe ]"))
                .satisfies(run -> {
                    assertThat(run.bytes()).isEqualTo(GOOD);
                    assertThat(run.status()).isZero();
                });
        assertThat(run("printf x >log; \"$M\" cat good.mrc -o /dev/fd/3 3>>log; cat log")
                        .bytes())
                .isEqualTo(Shell.join(new byte[] {'x'}, GOOD));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsOneLine() throws Exception {
        for (String script : new String[] {
            "\"$M\" cat many.mrc >/dev/full",
            "\"$M\" count good.mrc >/dev/full",
            "\"$M\" check good.mrc >/dev/full",
            "\"$M\" --help >/dev/full",
            "\"$M\" cat good.mrc -o /dev/full",
            "\"$M\" count good.mrc --diagnostics /dev/full.csv || exit 3",
            "head -c 1000 good.mrc | \"$M\" cat --rejects /dev/full >/dev/null",
        }) {
            Result run = run(script);

            assertThat(run.err()).as(script).contains("cannot write").hasLineCount(1);
            assertThat(run.status()).as(script).isEqualTo(3);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatFillsUpLeavesTheOldFile() throws Exception {
        Result run = run("""
                mkdir small
                unshare -m -r sh -c '
                  mount -t tmpfs -o size=256k none small || exit 99
                  echo old >small/out.mrc
                  "$M" cat many.mrc -o small/out.mrc
                  echo $?
                  ls -A small; cat small/out.mrc' || exit 99""");
        assumeTrue(run.status() == 0, "no tmpfs to be had, skipped: a disk that fills up");

        assertThat(run.out()).isEqualTo("3\nout.mrc\nold\n");
        assertThat(run.err())
                .startsWith("marcato: small/out.mrc: cannot write: ")
                .hasLineCount(1);
    }

    @Test
    void saysWhereItCannotWrite() throws Exception {
        Result missing = run("\"$M\" cat good.mrc -o no/such/out.mrc");
        assertThat(missing.err()).isEqualTo("marcato: no/such/out.mrc: cannot write: no such file or directory\n");
        assertThat(missing.status()).isEqualTo(3);

        Result folder = run("mkdir d; \"$M\" cat good.mrc -o d");
        assertThat(folder.err()).isEqualTo("marcato: d: cannot write: is a directory\n");
        assertThat(folder.status()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "print", "check --all --info --format json", "cat -o /dev/stdout"})
    void aClosedPipeIsSuccess(String verb) throws Exception {
        Result run = run("cp many.mrc more.mrc; { \"$M\" " + verb
                + " many.mrc more.mrc; echo $? >status; } | head -c 1 | wc -c");

        assertThat(run.out().strip()).isEqualTo("1");
        assertThat(run.err()).isEmpty();
        assertThat(shell.read("status")).asString().isEqualTo("0\n");
    }

    @Test
    void aClosedPipeEndsAnEndlessRun() throws Exception {
        Result run = run("while cat many.mrc; do :; done 2>/dev/null | \"$M\" cat | head -c 1000 | cksum");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void keepsTheOthersWhenThePipeIsClosed() throws Exception {
        Result run = run(
                "cp many.mrc more.mrc; \"$M\" cat many.mrc more.mrc --diagnostics places.jsonl --summary json | head -c 1");

        assertThat(run.err()).startsWith("{\"complete\":false,");
        assertThat(shell.files()).containsExactly("good.mrc", "many.mrc", "more.mrc", "places.jsonl");
    }

    @Test
    void progressNeverStandsInTheDataNorBreaksALog() throws Exception {
        Result run = run("\"$M\" cat --progress good.mrc");

        assertThat(run.bytes()).isEqualTo(GOOD);
        assertThat(run.err()).doesNotContain("\r", "\u001B");
    }
}
