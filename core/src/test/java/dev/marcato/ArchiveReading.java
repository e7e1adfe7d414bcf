// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What reading some inputs, archives among them, came to. */
record ArchiveReading(
        List<MarcRecord> records,
        List<String> diagnostics,
        List<DiagnosticCode> codes,
        List<String> notes,
        List<String> unreadable,
        ReadSummary summary) {
    /** Inputs, made anew for each pass. */
    interface Inputs {
        List<MarcInput> make();
    }

    static ArchiveReading of(Inputs inputs, ReadLimits limits, int threads, int unitBytes) {
        List<MarcRecord> records = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        MarcFiles files = MarcFiles.builder()
                .limits(limits)
                .threads(threads)
                .unitBytes(unitBytes)
                .listener(found::add)
                .notes(notes::add)
                .unreadable(input -> unreadable.add(input.index() + " " + input.name() + " " + input.position() + ": "
                        + input.reason().getMessage()))
                .of(inputs.make());
        files.forEachBlock(List::copyOf, records::addAll);
        return new ArchiveReading(records, found, notes, unreadable, files.summary());
    }

    private ArchiveReading(
            List<MarcRecord> records,
            List<Diagnostic> found,
            List<String> notes,
            List<String> unreadable,
            ReadSummary summary) {
        this(
                List.copyOf(records),
                found.stream().map(Diagnostic::toString).toList(),
                found.stream().map(Diagnostic::code).toList(),
                List.copyOf(notes),
                List.copyOf(unreadable),
                summary);
    }

    /** The same with one to four threads and small units, and as a stream. */
    static ArchiveReading same(Inputs inputs) {
        return same(inputs, ReadLimits.DEFAULT);
    }

    static ArchiveReading same(Inputs inputs, ReadLimits limits) {
        ArchiveReading first = of(inputs, limits, 1, 1 << 20);
        for (int threads = 1; threads <= 4; threads++) {
            assertThat(of(inputs, limits, threads, 3_000))
                    .as(threads + " threads")
                    .isEqualTo(first);
        }
        for (boolean parallel : new boolean[] {false, true}) {
            List<String> notes = new ArrayList<>();
            List<String> unreadable = new ArrayList<>();
            List<Diagnostic> found = new ArrayList<>();
            MarcFiles files = MarcFiles.builder()
                    .limits(limits)
                    .unitBytes(3_000)
                    .listener(found::add)
                    .notes(notes::add)
                    .unreadable(input -> unreadable.add(input.index() + " " + input.name() + " " + input.position()
                            + ": " + input.reason().getMessage()))
                    .of(inputs.make());
            List<MarcRecord> records;
            try (Stream<MarcRecord> stream = files.stream()) {
                records = (parallel ? stream.parallel() : stream).toList();
            }
            assertThat(new ArchiveReading(records, found, notes, unreadable, files.summary()))
                    .as("as a stream, parallel: " + parallel)
                    .isEqualTo(first);
        }
        return first;
    }

    List<String> sources() {
        return summary.sources().stream().map(ReadSummary.Source::name).toList();
    }
}
