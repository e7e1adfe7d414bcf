// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcFiles;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.marc4j.MarcPermissiveStreamReader;
import org.marc4j.MarcStreamReader;
import org.marc4j.marc.Record;

/** One pass over input by each reader, and what is asked of each record: what is measured, and what it must come to. */
final class Readers {
    private Readers() {}

    /**
     * What a pass came to.
     *
     * @param records how many records were delivered; none where bytes were read and nothing else
     * @param sum of what was asked of each record, or how many bytes were read; modulo 2<sup>64</sup>
     */
    record Pass(long records, long sum) {
        static final Pass NONE = new Pass(0, 0);

        Pass plus(Pass other) {
            return new Pass(records + other.records, sum + other.sum);
        }
    }

    static Pass readBytes(Path file) throws IOException {
        byte[] block = new byte[256 << 10];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                bytes += count;
            }
        }
        return new Pass(0, bytes);
    }

    static Pass read(Path file, ToLongFunction<MarcRecord> question) throws IOException {
        long records = 0;
        long sum = 0;
        try (MarcReader reader = MarcReader.open(file)) {
            for (MarcRecord record : reader) {
                records++;
                sum += question.applyAsLong(record);
            }
        }
        return new Pass(records, sum);
    }

    static Pass collect(MarcFiles files, ToLongFunction<MarcRecord> question) {
        return files.collect(Tally::new, (tally, record) -> tally.add(question.applyAsLong(record)), Tally::add)
                .pass();
    }

    static Pass inOrder(MarcFiles files, ToLongFunction<MarcRecord> question) {
        Tally all = new Tally();
        files.forEachBlock(
                records -> {
                    long sum = 0;
                    for (MarcRecord record : records) {
                        sum += question.applyAsLong(record);
                    }
                    return new Pass(records.size(), sum);
                },
                all::add);
        return all.pass();
    }

    /** Counts and adds up. Each thread has its own, on a cache line of its own: neighbours would wait for each other. */
    private static final class Tally {
        private static final int RECORDS = 16;
        private static final int SUM = 17;

        private final long[] line = new long[32];

        void add(long part) {
            line[RECORDS]++;
            line[SUM] += part;
        }

        void add(Pass part) {
            line[RECORDS] += part.records();
            line[SUM] += part.sum();
        }

        void add(Tally other) {
            add(other.pass());
        }

        Pass pass() {
            return new Pass(line[RECORDS], line[SUM]);
        }
    }

    /** Asked where a record is to be found, and no more. */
    static long size(MarcRecord record) {
        return record.size();
    }

    static String title(MarcRecord record) {
        return record.firstValue("245", 'a').orElse("");
    }

    /** Every subfield and control field to text: its characters. */
    static long text(MarcRecord record) {
        long characters = 0;
        for (Field field : record) {
            if (field instanceof ControlField control) {
                characters += control.value().length();
            } else {
                for (Subfield subfield : (DataField) field) {
                    characters += subfield.value().length();
                }
            }
        }
        return characters;
    }

    static Pass marc4j(Path file, boolean permissive, ToLongFunction<Record> question) throws IOException {
        long records = 0;
        long sum = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 256 << 10)) {
            org.marc4j.MarcReader reader =
                    permissive ? new MarcPermissiveStreamReader(in, true, true) : new MarcStreamReader(in);
            while (reader.hasNext()) {
                records++;
                sum += question.applyAsLong(reader.next());
            }
        }
        return new Pass(records, sum);
    }

    static String title(Record record) {
        var field = (org.marc4j.marc.DataField) record.getVariableField("245");
        var title = field == null ? null : field.getSubfield('a');
        return title == null ? "" : title.getData();
    }

    static long text(Record record) {
        long characters = 0;
        for (var field : record.getControlFields()) {
            characters += field.getData().length();
        }
        for (var field : record.getDataFields()) {
            for (var subfield : field.getSubfields()) {
                characters += subfield.getData().length();
            }
        }
        return characters;
    }
}
