// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.Shell.Result;
import dev.marcato.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every verb on good and on damaged files, through the launcher. */
@DisabledOnOs(OS.WINDOWS)
class VerbsIT {
    private static final byte[] GOOD = Shell.records(5);
    private static final byte[] WRONG = Shell.withWrongLength(Shell.record(5));
    private static final byte[] AFTER = Shell.record(6);
    private static final byte[] CUT_OFF = Arrays.copyOf(Shell.record(7), Shell.record(7).length - 30);
    private static final String LOST = Plural.of(CUT_OFF.length, "byte");

    @TempDir
    private Path temporary;

    private Shell shell;

    @BeforeEach
    void files() throws IOException {
        shell = new Shell(temporary);
        shell.write("good.mrc", GOOD);
        shell.write("repairable.mrc", GOOD, WRONG, AFTER);
        shell.write("lossy.mrc", GOOD, WRONG, AFTER, CUT_OFF);
    }

    private Result run(String script) throws Exception {
        return shell.run(script);
    }

    @Test
    void countIsOneNumber() throws Exception {
        shell.write("more.mrc", GOOD);

        Result run = run("\"$M\" count good.mrc more.mrc");

        assertThat(run.out()).isEqualTo("10\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void countTellsOfRepairsAndLossesInOneLineAKind() throws Exception {
        Result run = run("\"$M\" count lossy.mrc");

        assertThat(run.out()).isEqualTo("7\n");
        assertThat(run.err())
                .contains("lossy.mrc: byte ", "[M0003]", "lossy.mrc: record 6 ", "[M0101]")
                .contains(LOST + " rejected: not kept; --rejects FILE keeps them");
        assertThat(run.status()).isOne();
    }

    @Test
    void countGivesALineForEachFile() throws Exception {
        assertThat(run("\"$M\" count --per-file good.mrc repairable.mrc").out())
                .isEqualTo("5\tgood.mrc\n7\trepairable.mrc\n12\ttotal\n");
    }

    @Test
    void catCopiesCleanRecordsByteForByte() throws Exception {
        Result run = run("\"$M\" cat good.mrc - <good.mrc");

        assertThat(run.bytes()).isEqualTo(Shell.join(GOOD, GOOD));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void catTakesAPartOfAllFilesTogether() throws Exception {
        assertThat(run("\"$M\" cat --skip 4 --limit 2 good.mrc good.mrc").bytes())
                .isEqualTo(Shell.join(Shell.record(4), Shell.record(0)));
        assertThat(run("\"$M\" cat --limit 0 good.mrc").bytes()).isEmpty();
    }

    @Test
    void catWritesRepairedRecordsWithRightLengths() throws Exception {
        Result run = run("\"$M\" cat -q repairable.mrc");

        assertThat(run.bytes()).isEqualTo(Shell.records(7));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void catCompressesWhereTheNameSaysSo() throws Exception {
        Result run =
                run("\"$M\" cat -o out.mrc.gz good.mrc && gzip -dc out.mrc.gz && \"$M\" count -q out.mrc.gz >number");

        assertThat(run.bytes()).isEqualTo(GOOD);
        assertThat(shell.read("number")).asString().isEqualTo("5\n");
    }

    @Test
    void repairKeepsACopyTheOriginalsAndTheLostBytes() throws Exception {
        Result run = run("\"$M\" repair lossy.mrc -o out.mrc --originals before.mrc --rejects lost.bin"
                + " --diagnostics places.jsonl --summary json");

        assertThat(run.out()).isEmpty();
        assertThat(shell.read("out.mrc")).isEqualTo(Shell.records(7));
        assertThat(shell.read("before.mrc")).isEqualTo(WRONG);
        assertThat(shell.read("lost.bin")).isEqualTo(CUT_OFF);
        assertThat(shell.read("places.jsonl"))
                .asString()
                .contains("\"record\":6,\"byte\":" + GOOD.length)
                .contains("\"code\":\"M0003\"", "\"rejects_offset\":0,\"rejects_length\":" + CUT_OFF.length + "}\n");
        int records = GOOD.length + WRONG.length + AFTER.length;
        assertThat(run.err())
                .contains("7 records: 6 clean, 1 repaired\n")
                .contains("  1 x record length in the leader is wrong [M0101], at lossy.mrc: record 6")
                .contains(LOST + " rejected: kept in lost.bin\n")
                .contains("repaired records as they were: kept in before.mrc\n")
                .contains("left alone: the text and its encoding")
                .contains("{\"complete\":true,\"records\":7,\"clean\":6,\"repaired\":1,\"bytes\":{\"total\":"
                        + (records + CUT_OFF.length) + ",\"records\":" + records
                        + ",\"filler\":0,\"rejected\":" + CUT_OFF.length + "},\"rejected_stretches\":1,");
        assertThat(run.status()).isOne();
    }

    @Test
    void repairAsksForAnOutput() throws Exception {
        Result run = run("\"$M\" repair lossy.mrc");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("-o FILE").hasLineCount(1);
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void checkIsTheDefaultAndSilentAboutNothing() throws Exception {
        Result run = run("\"$M\" good.mrc");

        assertThat(run.out())
                .isEqualTo("good.mrc: in order: 5 records\n\n5 records: 5 clean, 0 repaired\n%1$s bytes = %1$s in"
                                .formatted(Plural.grouped(GOOD.length))
                        + " records + 0 between records + 0 rejected\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void checkSaysWhatIsWrongAndWhere() throws Exception {
        Result run = run("\"$M\" check lossy.mrc");

        assertThat(run.out())
                .startsWith("lossy.mrc: damaged, and something is lost: " + LOST)
                .containsSubsequence("ERROR    M0003       1  ", "WARNING  M0101       1  ", "record 6 (001 ");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isOne();
    }

    @Test
    void checkFailsForWhatItIsToldToFailFor() throws Exception {
        assertThat(run("\"$M\" check repairable.mrc").status()).isZero();
        assertThat(run("\"$M\" check --fail-on warning repairable.mrc").status())
                .isOne();
        assertThat(run("\"$M\" check --fail-on never lossy.mrc").status()).isZero();
    }

    @Test
    void checkSpeaksJsonAndCsv() throws Exception {
        assertThat(run("\"$M\" check --format json lossy.mrc").out())
                .startsWith("{\"verdict\":\"lossy.mrc: damaged")
                .contains("\"findings\":[{\"code\":\"M0003\"")
                .hasLineCount(1);
        assertThat(run("\"$M\" --format=csv lossy.mrc").out())
                .startsWith("source,record,byte,")
                .contains("\nlossy.mrc,6," + GOOD.length + ",")
                .hasLineCount(3);
    }

    @Test
    void printIsReadable() throws Exception {
        Result run = run("\"$M\" print --limit 2 good.mrc");

        assertThat(run.out().split("\n\n")).hasSize(2).allMatch(record -> record.contains("\n245 "));
        assertThat(run.out()).endsWith("\n").doesNotEndWith("\n\n");
    }

    @Test
    void explainKnowsEveryCode() throws Exception {
        assertThat(run("\"$M\" explain M0101").out()).startsWith("M0101  RECORD_LENGTH_WRONG  WARNING\n");
        assertThat(run("\"$M\" explain").out()).contains("M0001  ERROR ").hasLineCount(DiagnosticCode.values().length);
        assertThat(run("\"$M\" explain M0102 no_subfields").out()).contains("M0102", "M0306");
    }

    @Test
    void helpAndVersionAreData() throws Exception {
        assertThat(run("\"$M\" --help").out()).contains("check", "repair", "Exit status");
        assertThat(run("\"$M\" help count").out()).startsWith("Usage: marcato count ");
        assertThat(run("\"$M\" cat --help good.mrc").out()).contains("--oversize", "Examples:");
        assertThat(run("\"$M\" --version").out()).matches("marcato \\S+\n");
    }

    @Test
    void unknownVerbsAndOptionsSuggestTheNearest() throws Exception {
        Result verb = run("\"$M\" chekc good.mrc");
        assertThat(verb.err()).isEqualTo("marcato: 'chekc' is neither a verb nor a file; did you mean 'check'?\n");
        assertThat(verb.status()).isEqualTo(2);

        Result option = run("\"$M\" cat --rejets x good.mrc");
        assertThat(option.err()).isEqualTo("marcato: cat has no option '--rejets'; did you mean '--rejects'?\n");
        assertThat(option.out()).isEmpty();
        assertThat(option.status()).isEqualTo(2);
    }

    @Test
    void theJarRunsWithoutTheLauncher() throws Exception {
        Result run = run("\"${JAVA_HOME:-/usr}/bin/java\" -jar \"$JAR\" count good.mrc");

        assertThat(run.out()).isEqualTo("5\n");
        assertThat(run.status()).isZero();
    }
}
