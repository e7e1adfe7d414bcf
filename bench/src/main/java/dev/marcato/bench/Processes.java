// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole processes beside each other, from start to exit, run alternately so that noise meets both. Their answers are
 * checked. The working directory is the project's root.
 *
 * <p>Argument: how often each is run (11 unless told), after one run that does not count.
 */
public final class Processes {
    private static final String LAUNCHER = "./marcato";

    private final int runs;

    private Processes(int runs) {
        this.runs = runs;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println(Environment.describe());
        new Processes(args.length > 0 ? Integer.parseInt(args[0]) : 11).all();
    }

    private void all() throws IOException, InterruptedException {
        Path large = BenchData.file(BenchData.LARGE);
        Path copy = large.resolveSibling("copy.mrc");
        Path one = BenchData.file(BenchData.ONE_RECORD);

        Command start = Command.of(LAUNCHER, "count", one.toString());
        double[] starts = new double[runs];
        if (!start.output().equals("1")) {
            throw new IllegalStateException("marcato count said \"" + start.output() + "\", expected 1");
        }
        for (int i = 0; i < runs; i++) {
            starts[i] = start.seconds();
        }
        System.out.printf("%n%s; aim 0.150%n", line("marcato count, one record", starts));

        Command cat = Command.of(LAUNCHER, "cat", "-o", copy.toString(), large.toString())
                .options("-Xmx64m")
                .writing(copy);
        cat.seconds();
        if (Files.mismatch(large, copy) >= 0) {
            throw new IllegalStateException("what cat wrote differs from what it read");
        }
        Command cp = Command.of("cp", large.toString(), copy.toString()).writing(copy);
        if (cp.installed()) {
            compare(cat, cp);
        }
        Files.delete(copy);
    }

    private void compare(Command cat, Command cp) throws IOException, InterruptedException {
        cp.seconds();
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        double[] ratios = new double[runs];
        for (int i = 0; i < runs; i++) {
            ours[i] = cat.seconds();
            theirs[i] = cp.seconds();
            ratios[i] = ours[i] / theirs[i];
        }
        Spread ratio = Spread.of(ratios);
        System.out.println(line("marcato cat -o, 400 MB, -Xmx64m", ours));
        System.out.println(line("cp, 400 MB", theirs));
        System.out.printf(
                "  ratio %s, at most 3 wanted: %s%n",
                ratio.with(Spread::ratio), ratio.median() <= 3 ? "met" : "missed");
    }

    private static String line(String name, double[] seconds) {
        return String.format("%-32s %s s, %d runs", name, Spread.of(seconds).with(Spread::seconds), seconds.length);
    }
}
