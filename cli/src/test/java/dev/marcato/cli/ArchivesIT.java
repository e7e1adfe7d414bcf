// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.marcato.cli.Shell.Result;
import dev.marcato.testkit.Archives;
import dev.marcato.testkit.Gzip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Archives stand for the files in them; what needs a library that is not there says so. */
@DisabledOnOs(OS.WINDOWS)
class ArchivesIT {
    @TempDir
    private Path temporary;

    private Shell shell;
    private Map<String, byte[]> members;

    @BeforeEach
    void files() throws IOException {
        shell = new Shell(temporary);
        members = new LinkedHashMap<>();
        members.put("a/one.mrc", Shell.records(3));
        members.put("README", "Read me.".getBytes(UTF_8));
        members.put("two.mrc.gz", Gzip.of(Shell.records(2)));
        shell.write("x.zip", Archives.zip(members));
        shell.write("x.tgz", Gzip.of(Archives.tar(members)));
    }

    @Test
    void membersAreCountedByName() throws Exception {
        for (String name : new String[] {"x.zip", "x.tgz"}) {
            Result run = shell.run("\"$M\" count --per-file " + name);
            assertThat(run.out()).contains(name + "!/a/one.mrc").contains(name + "!/two.mrc.gz");
            assertThat(run.err())
                    .isEqualTo(
                            "marcato: " + name
                                    + "!/README: neither its name nor its first bytes are those of records, and is passed over\n");
            assertThat(run.status()).isZero();
        }
        assertThat(shell.run("\"$M\" count <x.zip").out()).isEqualTo("5\n");
        assertThat(shell.run("\"$M\" cat -q x.zip x.tgz | \"$M\" count").out()).isEqualTo("10\n");
    }

    @Test
    void damageInAMemberIsToldWithItsName() throws Exception {
        byte[] broken = Shell.withWrongLength(Shell.record(0));
        shell.write("b.zip", Archives.zip(Map.of("b.mrc", broken)));
        Result run = shell.run("\"$M\" cat b.zip -o out.mrc --summary json");
        assertThat(run.err()).contains("b.zip!/b.mrc: record 1").contains("\"name\":\"b.zip!/b.mrc\"");
    }

    @Test
    void aBombIsALoss() throws Exception {
        Result run = shell.run("head -c 600000000 /dev/zero | gzip -1 >b.gz; \"$M\" count b.gz");
        assertThat(run.err()).contains("times as many").contains("M0608");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void whatNeedsALibrarySaysSo() throws Exception {
        assumeFalse(Files.exists(FakeHouse.realRoot().resolve("lib")));
        String missing = "Zstandard needs the library zstd-jni, which is not there: put its jar"
                + " (com.github.luben:zstd-jni:1.5.7-28) into the folder lib beside marcato, or on the class path\n";
        shell.write("x.zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 0, 0, 0});
        Result read = shell.run("\"$M\" count x.zst");
        assertThat(read.err()).isEqualTo("marcato: x.zst: cannot read: " + missing);
        assertThat(read.status()).isEqualTo(3);
        Result write = shell.run("\"$M\" cat x.zip -o out.mrc.zst");
        assertThat(write.err()).startsWith("marcato: -o out.mrc.zst: " + missing);
        assertThat(write.status()).isEqualTo(2);
        String page = Files.readString(FakeHouse.realRoot().resolve("docs/reference/command-line.md"));
        assertThat(page).contains("marcato: dump.mrc.zst: cannot read: " + missing);
    }
}
