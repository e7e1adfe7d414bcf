// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.Shell.Result;
import dev.marcato.testkit.RecordGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What --on-error and --oversize do to data, talk and exit status. */
@DisabledOnOs(OS.WINDOWS)
class PoliciesIT {
    private static final byte[] GOOD = Shell.records(3);
    private static final byte[] WRONG = Shell.withWrongLength(Shell.record(3));

    @TempDir
    private Path temporary;

    private Shell shell;

    @BeforeEach
    void files() throws IOException {
        shell = new Shell(temporary);
        shell.write("damaged.mrc", GOOD, WRONG, GOOD);
        shell.write("good.mrc", GOOD);
    }

    @Test
    void strictStopsAtTheFirstDamageAndSaysWhere() throws Exception {
        shell.write("after.mrc", GOOD);

        Result run = shell.run("\"$M\" cat --on-error strict --summary json good.mrc damaged.mrc after.mrc");

        assertThat(run.bytes()).isEqualTo(Shell.join(GOOD, GOOD));
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("damaged.mrc: record 4 (001 ")
                                .endsWith("[M0101]"),
                        line -> assertThat(line).startsWith("{\"complete\":false,\"records\":6,"));
        assertThat(run.status()).isOne();
    }

    @Test
    void strictLeavesNoHalfFile() throws Exception {
        shell.write("out.mrc", "old".getBytes());

        Result run = shell.run("\"$M\" cat --on-error strict -o out.mrc --rejects lost.bin damaged.mrc");

        assertThat(shell.read("out.mrc")).asString().isEqualTo("old");
        assertThat(shell.files()).containsExactly("damaged.mrc", "good.mrc", "out.mrc");
        assertThat(run.status()).isOne();
    }

    @Test
    void strictGivesNoNumber() throws Exception {
        Result run = shell.run("\"$M\" count --on-error strict damaged.mrc");

        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isOne();
    }

    @Test
    void strictEndsAReportAtTheDamage() throws Exception {
        Result run = shell.run("\"$M\" check --on-error strict damaged.mrc");

        assertThat(run.out())
                .startsWith("damaged.mrc: damaged; reading stopped at the first damage, after 3 records\n");
        assertThat(run.status()).isOne();
    }

    @Test
    void skipLeavesOutAndKeepsTheBytes() throws Exception {
        Result run = shell.run(
                "\"$M\" cat --on-error skip --rejects lost.bin --diagnostics places.csv --summary json damaged.mrc");

        assertThat(run.bytes()).isEqualTo(Shell.join(GOOD, GOOD));
        assertThat(shell.read("lost.bin")).isEqualTo(WRONG);
        assertThat(shell.read("places.csv")).asString().contains(",M0101,warning,", ",0," + WRONG.length + "\n");
        assertThat(run.err()).contains("{\"complete\":true,\"records\":7,\"clean\":6,\"repaired\":0,");
        assertThat(run.status()).isOne();
    }

    @Test
    void aRecordThatDoesNotFitStopsTheWriterUnlessToldOtherwise() throws Exception {
        shell.write("large.mrc", large());
        shell.write("out.mrc", "old".getBytes());

        Result error = shell.run("\"$M\" cat -o out.mrc large.mrc");
        assertThat(error.err()).contains("[M0501]").hasLineCount(1);
        assertThat(error.status()).isOne();
        assertThat(shell.read("out.mrc")).asString().isEqualTo("old");

        Result skip = shell.run("\"$M\" cat --oversize skip large.mrc");
        assertThat(skip.bytes()).isEqualTo(GOOD);
        assertThat(skip.err()).contains("[M0501]", "left out");
        assertThat(skip.status()).isOne();

        Result overflow =
                shell.run("\"$M\" cat -q --oversize overflow -o out.mrc large.mrc && \"$M\" count -q out.mrc");
        assertThat(overflow.out()).isEqualTo("4\n");
        assertThat(overflow.status()).isZero();
    }

    /** Three good records and, behind them, one with a field of 12,000 bytes that the directory says is of 9,999. */
    private static byte[] large() {
        byte[] record = RecordGenerator.seeded(7).withLongField(0, 9_999).toIso2709();
        byte[] more = "x".repeat(2_001).getBytes();
        int end = endOfLongest(record);
        byte[] head = Arrays.copyOf(record, end);
        byte[] tail = Arrays.copyOfRange(record, end, record.length);
        return Shell.join(GOOD, head, more, tail);
    }

    private static int endOfLongest(byte[] record) {
        int best = 0;
        int longest = 0;
        int start = 0;
        for (int i = 0; i < record.length; i++) {
            if (record[i] == 0x1E) {
                if (i - start > longest) {
                    longest = i - start;
                    best = i;
                }
                start = i + 1;
            }
        }
        return best;
    }
}
