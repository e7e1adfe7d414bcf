// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.Input;
import dev.marcato.cli.Talk;
import dev.marcato.cli.bench.profile.Environment;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.Gap;
import dev.marcato.cli.bench.profile.Method;
import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.profile.SyntheticProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures what the options ask for: from inputs to a profile. For one thread, and once. */
final class BenchRun {
    private final BenchOptions options;
    private final Settings settings;
    private final Talk talk;
    private final Steps steps;
    private final Rounds rounds;
    private final List<Gap> gaps = new ArrayList<>();
    private boolean failed;

    BenchRun(BenchOptions options, Settings settings, Talk talk, boolean progress) {
        this.options = options;
        this.settings = settings;
        this.talk = talk;
        this.steps = new Steps(talk, progress);
        this.rounds = new Rounds(settings, steps);
    }

    /** Whether an input could not be read. */
    boolean failed() {
        return failed;
    }

    /**
     * Measures.
     *
     * @return null if there was nothing to measure, which has been told
     */
    @Nullable
    Profile measure(List<Input> inputs) throws IOException {
        try {
            return measureAll(inputs);
        } finally {
            steps.end();
        }
    }

    private @Nullable Profile measureAll(List<Input> inputs) throws IOException {
        Environment environment = Machine.environment(options.command());
        long start = settings.clock().getAsLong();
        Survey survey = Survey.of(inputs, options.threads());
        survey.problems().forEach(problem -> talk.error("marcato: " + problem));
        failed = !survey.problems().isEmpty();
        if (survey.files().isEmpty() && options.synthetic().isEmpty()) {
            return null;
        }
        WarmUp warmUp = new WarmUp(0, 0, true);
        FilesProfile files = null;
        Sample sample = Sample.of(survey.files(), settings.mostBytes());
        if (survey.records() == 0 || sample.parts().isEmpty()) {
            noteNothing(survey);
        } else {
            FilesMeasurement measurement =
                    new FilesMeasurement(survey, sample, options.threads(), settings, rounds, steps, gaps);
            warmUp = measurement.warmUp();
            files = measurement.measure();
        }
        List<SyntheticProfile> synthetic = List.of();
        if (!options.synthetic().isEmpty()) {
            SyntheticMeasurement measurement =
                    new SyntheticMeasurement(options.synthetic(), options.threads(), settings, rounds, steps, gaps);
            warmUp = files == null ? measurement.warmUp() : warmUp;
            synthetic = measurement.measure();
        }
        Method method = new Method(
                settings.rounds(),
                warmUp.rounds(),
                warmUp.seconds(),
                warmUp.steady(),
                rounds.checked(),
                (settings.clock().getAsLong() - start) / 1e9);
        return new Profile(
                environment.withLoadAfter(Machine.load()), method, options.threads(), files, synthetic, gaps);
    }

    private void noteNothing(Survey survey) {
        if (!survey.files().isEmpty()) {
            String names = String.join(
                    ", ", survey.facts().stream().map(file -> file.name()).toList());
            gaps.add(new Gap(
                    names,
                    survey.records() == 0
                            ? "no record is in there"
                            : "what is compressed is measured whole, and does not fit into memory beside the rest"));
        }
    }
}
