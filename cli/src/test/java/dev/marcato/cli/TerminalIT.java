// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who sits at a terminal, made by script(1). */
@EnabledOnOs(OS.LINUX)
class TerminalIT {
    private static final String RED = "\u001B[31m";

    @TempDir
    private Path temporary;

    private Shell shell;

    @BeforeEach
    void files() throws Exception {
        shell = new Shell(temporary);
        byte[] record = Shell.record(0);
        shell.write("cut.mrc", record, Arrays.copyOf(record, record.length - 30));
        assumeTrue(shell.run("script -qc true /dev/null").status() == 0, "no script(1), skipped: a terminal");
    }

    private String seen(String command) throws Exception {
        return shell.run("unset MARCATO_TTY NO_COLOR; export TERM=xterm; script -qc '" + command + "' /dev/null")
                .out();
    }

    @Test
    void coloursSeverities() throws Exception {
        assertThat(seen("\"$M\" check cut.mrc")).contains(RED + "ERROR");
    }

    @Test
    void doesWithoutColourWhereAskedTo() throws Exception {
        assertThat(seen("NO_COLOR=1 \"$M\" check cut.mrc")).contains("ERROR").doesNotContain("\u001B[");
        assertThat(seen("TERM=dumb \"$M\" check cut.mrc")).contains("ERROR").doesNotContain("\u001B[");
        assertThat(seen("\"$M\" check cut.mrc | cat")).contains("ERROR").doesNotContain("\u001B[");
        assertThat(seen("\"$M\" check cut.mrc -o out.txt; cat out.txt"))
                .contains("ERROR")
                .doesNotContain(RED);
    }

    @Test
    void saysThatItWaitsForInput() throws Exception {
        // An empty file at a terminal: Ctrl-D.
        assertThat(shell.run("unset MARCATO_TTY; printf '\\004' | script -qc '\"$M\" count' /dev/null")
                        .out())
                .contains("reading standard input; Ctrl-D ends it", "0");
    }
}
