// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.bench.profile.Advice;
import dev.marcato.cli.bench.profile.Advisor;
import dev.marcato.cli.bench.profile.FileFacts;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.Gap;
import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.profile.Way.Source;
import dev.marcato.cli.bench.report.Facts.Fact;
import java.util.List;

/** The profile as text for a terminal: tables first, and what to choose at the end, where the eye is. */
public final class TextReport {
    private static final int WIDTH = 100;
    private static final int MOST_FILES = 20;

    private final StringBuilder text = new StringBuilder(8000);

    private TextReport() {}

    public static String of(Profile profile) {
        TextReport report = new TextReport();
        report.add(profile);
        return report.text.toString();
    }

    private void add(Profile profile) {
        facts("Where", Facts.environment(profile.environment()));
        profile.files().ifPresent(this::files);
        facts("How", Facts.method(profile));
        profile.files().ifPresent(this::tables);
        table(Tables.synthetic(profile.synthetic()));
        if (!profile.gaps().isEmpty()) {
            head("Not measured");
            for (Gap gap : profile.gaps()) {
                wrap("- ", "  ", OneLine.of(gap.what()) + ": " + gap.why());
            }
        }
        head("What to choose on this machine, for these files");
        List<Advice> advice = Advisor.of(profile);
        if (advice.isEmpty()) {
            text.append("Nothing can be said: too little was measured.\n");
        }
        for (Advice each : advice) {
            wrap("- ", "  ", each.choice() + ", because " + each.because() + ".");
        }
    }

    private void files(FilesProfile files) {
        facts("What", Facts.files(files));
        List<FileFacts> all = files.files();
        for (FileFacts file : all.subList(0, Math.min(MOST_FILES, all.size()))) {
            text.append("              ").append(OneLine.of(Facts.file(file))).append('\n');
        }
        if (all.size() > MOST_FILES) {
            text.append("              and ").append(all.size() - MOST_FILES).append(" more\n");
        }
    }

    private void tables(FilesProfile files) {
        table(Tables.ways(files, Source.MEMORY));
        table(Tables.ways(files, Source.FILES));
        table(Tables.ways(files, Source.COLD));
        table(Tables.sizes(files));
        table(Tables.helpers(files));
        table(Tables.blocks(files));
        table(Tables.phases(files));
    }

    private void head(String head) {
        text.append(text.isEmpty() ? "" : "\n").append(head).append('\n');
    }

    private void facts(String head, List<Fact> facts) {
        head(head);
        for (Fact fact : facts) {
            String name = fact.name() + " ".repeat(Math.max(1, 12 - fact.name().length()));
            wrap("  " + name, " ".repeat(14), OneLine.of(fact.value()));
        }
    }

    private void table(Table table) {
        if (!table.isEmpty()) {
            head(table.title());
            table.lines().forEach(line -> text.append("  ").append(line).append('\n'));
            if (!table.note().isEmpty()) {
                wrap("  ", "  ", table.note());
            }
        }
    }

    private void wrap(String first, String others, String body) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : body.split(" ")) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line.setLength(0);
                line.append(others);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line).append('\n');
    }
}
