// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.bench.Peer.Answer;
import dev.marcato.bench.Readers.Pass;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Several who do the same, in turns: in every round each of them once, so that a quiet or a noisy time of the machine meets
 * all. Rates are compared within a round, and the median of the rounds is what counts. Their answers must agree; who gives
 * another one, or is not there, has a line that says so.
 */
final class Contest {
    /** Who takes longer than this takes part in every third round alone. */
    private static final double SLOW_SECONDS = 2.5;

    private final String title;
    private final List<Entrant> entrants;
    private final Map<Entrant, double[]> seconds = new LinkedHashMap<>();
    private final Map<Entrant, String> absent = new LinkedHashMap<>();
    private final Map<Entrant, String> differing = new LinkedHashMap<>();
    private @Nullable Pass reference;

    /**
     * Runs it.
     *
     * @param warmUp seconds that each runs before it counts, at least one run
     */
    Contest(String title, int rounds, double warmUp, List<Entrant> entrants) throws InterruptedException {
        this.title = title;
        this.entrants = entrants;
        boolean[] slow = new boolean[entrants.size()];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = warmUp(entrants.get(i), warmUp) > SLOW_SECONDS;
        }
        for (Entrant entrant : entrants) {
            double[] none = new double[rounds];
            Arrays.fill(none, Double.NaN);
            seconds.put(entrant, none);
        }
        for (int round = 0; round < rounds; round++) {
            System.err.print("\r" + title + ", round " + (round + 1) + " of " + rounds + "\033[K");
            for (int i = 0; i < slow.length; i++) {
                Entrant entrant = entrants.get(i);
                if (!absent.containsKey(entrant) && (!slow[i] || round % 3 == 0)) {
                    seconds.get(entrant)[round] = run(entrant, entrant::run);
                }
            }
        }
        System.err.print("\r\033[K");
    }

    private interface Run {
        Answer run() throws IOException, InterruptedException;
    }

    /** Gives the seconds of its fastest run: one that was disturbed says nothing of who was. */
    private double warmUp(Entrant entrant, double atLeast) throws InterruptedException {
        System.err.print("\r" + title + ", warming up " + entrant.name() + "\033[K");
        long start = System.nanoTime();
        run(entrant, entrant::check);
        double taken = (System.nanoTime() - start) / 1e9;
        double fastest = taken;
        while (taken < atLeast && !absent.containsKey(entrant)) {
            fastest = Math.min(fastest, run(entrant, entrant::run));
            taken = (System.nanoTime() - start) / 1e9;
        }
        return fastest;
    }

    private double run(Entrant entrant, Run run) throws InterruptedException {
        try {
            Answer answer = run.run();
            compare(entrant, answer.pass());
            return answer.seconds();
        } catch (IOException | IllegalStateException e) {
            absent.put(entrant, String.valueOf(e.getMessage()));
            return Double.NaN;
        }
    }

    /** Who delivers no records has read bytes; the same records repeated add up to as many times the same sum. */
    private void compare(Entrant entrant, Pass pass) {
        Data data = entrant.data();
        if (pass.records() < 0) {
            return;
        }
        boolean agrees;
        if (pass.records() == 0) {
            agrees = pass.sum() == data.bytes();
        } else {
            if (reference == null && pass.records() == data.records()) {
                reference = pass;
            }
            agrees = reference != null
                    && pass.records() == data.records()
                    && pass.sum() * reference.records() == reference.sum() * pass.records();
        }
        if (!agrees) {
            differing.put(entrant, pass.records() + " records of " + data.records() + ", sum " + pass.sum());
        }
    }

    /** One line for each of them. Against each of those named, how many times as fast that one is. */
    void print(Entrant... against) {
        System.out.println("\n### " + title + "\n");
        StringBuilder head = new StringBuilder("| | read | seconds, median (lowest to highest) | MB/s |");
        for (Entrant other : against) {
            head.append(" × as fast: ").append(other.name()).append(" |");
        }
        System.out.println(head);
        System.out.println("|---|---|--:|--:|" + "--:|".repeat(against.length));
        for (Entrant entrant : entrants) {
            StringBuilder line = new StringBuilder("| " + entrant.name() + " | "
                    + entrant.data().label() + " | " + time(entrant) + " | " + rate(entrant) + " |");
            for (Entrant other : against) {
                line.append(' ')
                        .append(other == entrant ? "" : ratioText(other, entrant))
                        .append(" |");
            }
            System.out.println(line);
        }
    }

    /** All of them in one line, the last beside the last but one. */
    String line() {
        Data data = entrants.get(0).data();
        StringBuilder line =
                new StringBuilder("| " + title + " | " + String.format(Locale.ROOT, "%.2f", data.bytes() / 1e6) + " |");
        for (Entrant entrant : entrants) {
            line.append(' ').append(time(entrant)).append(" |");
        }
        return line + " " + lead().map(ratio -> ratio.with(Spread::ratio)).orElse("") + " |";
    }

    /** How many times as fast as the last but one the last is. */
    Optional<Spread> lead() {
        return ratio(entrants.get(entrants.size() - 1), entrants.get(entrants.size() - 2));
    }

    /** Says whether one is so many times as fast as the fastest of some others. */
    void target(double atLeast, Entrant ours, Entrant... others) {
        NavigableMap<Double, Entrant> byRatio = new TreeMap<>();
        for (Entrant other : others) {
            ratio(ours, other).ifPresent(ratio -> byRatio.put(ratio.median(), other));
        }
        if (byRatio.isEmpty()) {
            return;
        }
        Entrant fastest = byRatio.firstEntry().getValue();
        Spread ratio = ratio(ours, fastest).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%n%s (%s) against %s (%s): %s, at least %s wanted: %s%n",
                ours.name(),
                ours.data().label(),
                fastest.name(),
                fastest.data().label(),
                ratio.with(Spread::ratio),
                Spread.ratio(atLeast),
                ratio.median() >= atLeast ? "met" : "**missed**");
    }

    private String time(Entrant entrant) {
        if (absent.containsKey(entrant)) {
            return "no time: " + absent.get(entrant);
        }
        double[] taken = seconds.get(entrant);
        Spread spread = Spread.of(taken);
        return spread.with(Spread::seconds)
                + (spread.runs() < taken.length ? ", runs: " + spread.runs() : "")
                + (differing.containsKey(entrant) ? "; **answers differ**: " + differing.get(entrant) : "");
    }

    private String rate(Entrant entrant) {
        if (absent.containsKey(entrant)) {
            return "";
        }
        double median = Spread.of(seconds.get(entrant)).median();
        return String.format(Locale.ROOT, "%,.0f", entrant.data().bytes() / median / 1e6);
    }

    private String ratioText(Entrant ours, Entrant other) {
        return ratio(ours, other).map(ratio -> ratio.with(Spread::ratio)).orElse("");
    }

    private Optional<Spread> ratio(Entrant ours, Entrant other) {
        if (absent.containsKey(ours) || absent.containsKey(other)) {
            return Optional.empty();
        }
        double[] mine = seconds.get(ours);
        double[] theirs = seconds.get(other);
        double[] ratios = new double[mine.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = ours.data().bytes() / mine[round] / (other.data().bytes() / theirs[round]);
        }
        return Optional.of(Spread.of(ratios));
    }
}
