// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.TestRecord;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The files that are measured: real bibliographic records of the corpus, repeated. They are made once, in the folder
 * that the system property {@code bench.data} names, {@code bench/target/data} unless told, and never committed.
 */
final class BenchData {
    /** 400 MB: for readers that are fast enough, and for copying. */
    static final String LARGE = "lc-400mb.mrc";

    /** 100 MB: for counting as a whole process. */
    static final String MEDIUM = "lc-100mb.mrc";

    /** 20 MB: for the peers that are not. */
    static final String SMALL = "lc-20mb.mrc";

    static final String ONE_RECORD = "lc-one-record.mrc";

    /** 20 MB in which every tenth record has a wrong number in its leader. */
    static final String LEADERS_DAMAGED = "lc-20mb-leaders-damaged.mrc";

    /** 20 MB in which every tenth record lost, gained or changed bytes, or its directory disagrees with its data. */
    static final String FIELDS_DAMAGED = "lc-20mb-fields-damaged.mrc";

    /** 20 MB in which every tenth record has one of all faults of testkit, those that make it oversize aside. */
    static final String ALL_DAMAGED = "lc-20mb-all-damaged.mrc";

    private static final long MEGABYTE = 1_000_000;
    private static final int SEEDS = 4;

    private BenchData() {}

    /** Makes all files, and says where they are. */
    public static void main(String[] args) throws IOException {
        System.out.println("400 MB: " + file(LARGE));
        System.out.println("100 MB: " + file(MEDIUM));
        System.out.println("one record: " + file(ONE_RECORD));
        for (String name : List.of(SMALL, LEADERS_DAMAGED, FIELDS_DAMAGED, ALL_DAMAGED)) {
            System.out.println("20 MB: " + file(name));
        }
    }

    /** The file of that name; it is made if it is not there. */
    static Path file(String name) throws IOException {
        Path file = Path.of(System.getProperty("bench.data", "bench/target/data"), name);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Path unfinished = file.resolveSibling(name + ".unfinished");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                write(name, out);
            }
            Files.move(unfinished, file);
        }
        return file;
    }

    /** How many records a file was made of, before damage. */
    static long records(String name) throws IOException {
        if (name.equals(ONE_RECORD)) {
            return 1;
        }
        byte[] pattern = pattern(name);
        return (long) TestRecord.parse(source()).size() * seeds(name) * (Files.size(file(name)) / pattern.length);
    }

    private static void write(String name, OutputStream out) throws IOException {
        byte[] pattern = pattern(name);
        long size = switch (name) {
            case LARGE -> 400 * MEGABYTE;
            case MEDIUM -> 100 * MEGABYTE;
            case ONE_RECORD -> 1;
            default -> 20 * MEGABYTE;
        };
        for (long written = 0; written < size; written += pattern.length) {
            out.write(pattern);
        }
    }

    private static byte[] pattern(String name) throws IOException {
        return switch (name) {
            case ONE_RECORD -> TestRecord.parse(source()).get(0).toIso2709();
            case LEADERS_DAMAGED ->
                damaged(List.of(
                        Fault.LENGTH_ZERO,
                        Fault.LENGTH_TOO_LONG,
                        Fault.LENGTH_TOO_SHORT,
                        Fault.LENGTH_BLANK,
                        Fault.LENGTH_NON_NUMERIC,
                        Fault.BASE_ZERO,
                        Fault.BASE_TOO_LARGE,
                        Fault.BASE_BLANK));
            case FIELDS_DAMAGED ->
                damaged(List.of(
                        Fault.FIELD_LOST_BYTES,
                        Fault.DELIMITER_LOST,
                        Fault.INDICATORS_LOST,
                        Fault.FIELD_END_LOST,
                        Fault.ENTRY_LENGTH_TOO_SHORT,
                        Fault.STARTS_SHIFTED,
                        Fault.LENGTHS_IN_CHARACTERS,
                        Fault.DIRECTORY_TERMINATOR_LOST));
            case ALL_DAMAGED ->
                damaged(Arrays.stream(Fault.values())
                        .filter(fault -> fault.group() != Fault.Group.OVERSIZE)
                        .toList());
            default -> source();
        };
    }

    private static int seeds(String name) {
        return name.endsWith("damaged.mrc") ? SEEDS : 1;
    }

    /** The records several times over, one fault after another in every tenth of them. */
    private static byte[] damaged(List<Fault> faults) throws IOException {
        List<TestRecord> records = TestRecord.parse(source());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Fault> turn = new ArrayList<>(faults);
        for (int seed = 0; seed < SEEDS; seed++) {
            out.writeBytes(Corrupter.seeded(seed).everyNth(records, 10, turn).bytes());
            Collections.rotate(turn, -records.size() / 10);
        }
        return out.toByteArray();
    }

    private static byte[] source() {
        if (!Corpus.available()) {
            throw new IllegalStateException("no records to measure with: " + Corpus.reason());
        }
        return Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC);
    }
}
