// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.profile.Environment;
import dev.marcato.cli.bench.profile.FileFacts;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.Method;
import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.profile.Quantity;
import java.util.ArrayList;
import java.util.List;

/** What was measured, where and how: pairs of a name and what there is to say. */
final class Facts {
    private Facts() {}

    /**
     * A name and what there is to say.
     *
     * @param name of one or two words
     * @param value on one line
     */
    record Fact(String name, String value) {}

    static List<Fact> environment(Environment environment) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("date", environment.date()));
        facts.add(new Fact("command", environment.command()));
        facts.add(new Fact("marcato", environment.version()));
        facts.add(new Fact(
                "processor",
                environment.cpu() + ", " + environment.processors() + " to be used"
                        + (environment.cacheBytes() == 0
                                ? ""
                                : ", largest cache " + Quantity.block(environment.cacheBytes()))));
        facts.add(new Fact("system", environment.os()));
        facts.add(new Fact("Java", environment.jvm()));
        facts.add(new Fact(
                "collectors",
                String.join(", ", environment.collectors()) + "; heap of at most "
                        + Quantity.block(environment.heapBytes() >> 20 << 20)));
        facts.add(new Fact("flags", environment.flags().isEmpty() ? "none" : String.join(" ", environment.flags())));
        facts.add(new Fact("load", load(environment)));
        return facts;
    }

    private static String load(Environment environment) {
        return environment.loadBefore() < 0
                ? "the system does not tell"
                : Quantity.factor(environment.loadBefore()) + " before, " + Quantity.factor(environment.loadAfter())
                        + " at the end (one is this program's)";
    }

    static List<Fact> files(FilesProfile files) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "files",
                Plural.of(files.files().size(), "file") + ", " + Plural.of(files.records(), "record") + ", "
                        + Quantity.bytes(files.bytes()) + ", on " + files.storage()));
        facts.add(new Fact(
                "measured",
                files.memoryPart().isEmpty()
                        ? "all of it"
                        : files.memoryPart() + ": " + Plural.of(files.memoryRecords(), "record")));
        if (files.files().size() > 1) {
            facts.add(new Fact(
                    "largest", Quantity.percent(files.largestShare()) + " of all bytes are in the largest file"));
        }
        if (files.repaired() > 0) {
            facts.add(new Fact("damaged", Plural.of(files.repaired(), "record") + ", which take longer to read"));
        }
        return facts;
    }

    static String file(FileFacts file) {
        return file.name() + ": " + Plural.of(file.records(), "record") + ", " + Quantity.bytes(file.bytes())
                + (file.compressed() ? " (" + Quantity.bytes(file.stored()) + " compressed)" : "");
    }

    static List<Fact> method(Profile profile) {
        Method method = profile.method();
        return List.of(
                new Fact(
                        "rounds",
                        method.rounds() + " of each task, in turns with those it is compared with; what is quicker than"
                                + " 2 ms is repeated within a round"),
                new Fact(
                        "warm-up",
                        Plural.of(method.warmUpRounds(), "round") + " in " + Quantity.time(method.warmUpSeconds())
                                + ", "
                                + (method.steady()
                                        ? "until it got no quicker"
                                        : "and it was not steady then: take small differences with care")),
                new Fact(
                        "checked",
                        Plural.of(method.checkedRuns(), "run")
                                + ", each with the number of records and the checksum that it had to give"),
                new Fact(
                        "noise",
                        "one thing is called quicker than another if its median is, and it was so in at least nine of"
                                + " ten rounds"),
                new Fact("took", Quantity.time(method.seconds())));
    }
}
