// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The ways to read all records of some files and to ask each of them something. */
final class Reading {
    private final List<Unit> units;

    Reading(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    /** One reader after another. */
    Answer sequential(Question question) throws IOException {
        Sum sum = new Sum(question);
        for (Unit unit : units) {
            read(unit, sum);
        }
        return sum.answer();
    }

    /** Each thread takes the next file and reads it to its end. */
    Answer wholeFiles(int threads, Question question) throws IOException {
        AtomicInteger next = new AtomicInteger();
        Sum[] sums = Stream.generate(() -> new Sum(question)).limit(threads).toArray(Sum[]::new);
        Crew.work(threads, index -> {
            for (int i = next.getAndIncrement(); i < units.size(); i = next.getAndIncrement()) {
                read(units.get(i), sums[index]);
            }
        });
        Sum all = new Sum(question);
        Arrays.stream(sums).forEach(all::add);
        return all.answer();
    }

    /** Each thread takes the next range of a file. */
    Answer ranges(int threads, Question question) throws IOException {
        return ranges(MarcFiles.builder(), threads, question);
    }

    /** The same with blocks of another size than the usual one. */
    Answer ranges(int threads, int blockBytes, Question question) throws IOException {
        return ranges(MarcFiles.builder().unitBytes(blockBytes), threads, question);
    }

    private Answer ranges(MarcFiles.Builder builder, int threads, Question question) throws IOException {
        try {
            return builder.threads(threads)
                    .of(units.stream().map(Unit::input).toList())
                    .collect(() -> new Sum(question), Sum::add, Sum::add)
                    .answer();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static void read(Unit unit, Sum sum) throws IOException {
        try (MarcReader reader = unit.open()) {
            for (MarcRecord record : reader) {
                sum.add(record);
            }
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
