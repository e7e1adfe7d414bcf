// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.TestField;
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
import java.util.stream.Stream;

/**
 * The files that are measured: real bibliographic records of the corpus, repeated. They are made once, in the folder
 * that the system property {@code bench.data} names, {@code bench/target/data} unless told, and never committed.
 */
final class BenchData {
    /** 400 MB: for readers that are fast enough, and for copying. */
    static final String LARGE = "lc-400mb.mrc";

    /** 100 MB: for counting as a whole process. */
    static final String MEDIUM = "lc-100mb.mrc";

    /** Records in MARC-8, of a university. */
    static final String MARC_8 = "uva-100mb.marc8.mrc";

    /** 20 MB: for the peers that are not. */
    static final String SMALL = "lc-20mb.mrc";

    static final String ONE_RECORD = "lc-one-record.mrc";

    /** 20 MB in which every tenth record has a wrong number in its leader. */
    static final String LEADERS_DAMAGED = "lc-20mb-leaders-damaged.mrc";

    /** 20 MB in which every tenth record lost, gained or changed bytes, or its directory disagrees with its data. */
    static final String FIELDS_DAMAGED = "lc-20mb-fields-damaged.mrc";

    /** 20 MB in which every tenth record has one of all faults of testkit, those that make it oversize aside. */
    static final String ALL_DAMAGED = "lc-20mb-all-damaged.mrc";

    /** The 100 MB compressed, as gzip does it. */
    static final String GZIP = "lc-100mb.mrc.gz";

    /** The 100 MB compressed in blocks that can be inflated at the same time. */
    static final String BGZF = "lc-100mb.mrc.bgzf.gz";

    /** As many files, of one record each, in {@link #folder}. */
    static final int FOLDER_RECORDS = 10_000;

    /** What programs that write such blocks put into one. */
    private static final int BLOCK_BYTES = 0xFF00;

    private static final long MEGABYTE = 1_000_000;
    private static final int SEEDS = 4;

    private BenchData() {}

    /** Makes all files, and says where they are. */
    public static void main(String[] args) throws IOException {
        System.out.println("400 MB: " + file(LARGE));
        System.out.println("100 MB: " + file(MEDIUM));
        System.out.println("100 MB, gzip: " + file(GZIP) + ", " + file(BGZF));
        System.out.println(FOLDER_RECORDS + " files: " + folder());
        System.out.println("one record: " + file(ONE_RECORD));
        for (String name : List.of(SMALL, LEADERS_DAMAGED, FIELDS_DAMAGED, ALL_DAMAGED)) {
            System.out.println("20 MB: " + file(name));
        }
    }

    /** The file of that name; it is made if it is not there. */
    static Path file(String name) throws IOException {
        Path file = path(name);
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
        byte[] once = name.equals(MARC_8) ? pattern : source();
        return (long) TestRecord.parse(once).size() * seeds(name) * (bytes(name) / pattern.length);
    }

    /** How many bytes a file has, uncompressed. */
    static long bytes(String name) throws IOException {
        return Files.size(file(name.endsWith(".gz") ? MEDIUM : name));
    }

    /** The folder of {@value #FOLDER_RECORDS} files with a record of the corpus in each. */
    static Path folder() throws IOException {
        Path folder = path("one-record-files");
        if (!Files.exists(folder)) {
            List<TestRecord> records = TestRecord.parse(source());
            Path unfinished = Files.createDirectories(folder.resolveSibling("one-record-files.unfinished"));
            for (int i = 0; i < FOLDER_RECORDS; i++) {
                Files.write(
                        unfinished.resolve(String.format("%05d.mrc", i)),
                        records.get(i % records.size()).toIso2709());
            }
            Files.move(unfinished, folder);
        }
        return folder;
    }

    static long folderBytes() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /**
     * A file of generated records, each with a number and a title of its own.
     *
     * @param subjects fields that make a record larger: with none it has about 264 bytes
     * @param number of the file: others of the same kind have other records
     */
    static Path generated(int records, int subjects, int number) throws IOException {
        Path file = path("generated-" + subjects + "-" + records + "-" + number + ".mrc");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = 0; i < records; i++) {
                out.writeBytes(generated(number * records + i, subjects));
            }
            Files.write(file, out.toByteArray());
        }
        return file;
    }

    private static byte[] generated(int number, int subjects) {
        List<TestField> fields = new ArrayList<>();
        fields.add(TestField.of("001", String.format("%08d", number)));
        fields.add(TestField.of("008", "261125s2026    xx a          000 0 eng d"));
        fields.add(TestField.of("100", "1 \u001faWriter, Number " + number % 977 + ","));
        fields.add(TestField.of("245", "10\u001faOf things, volume " + number + " /\u001fcby a writer."));
        fields.add(TestField.of("260", "  \u001faTown :\u001fbHouse,\u001fc2026."));
        fields.add(TestField.of("300", "  \u001fa264 pages ;\u001fc20 cm"));
        for (int i = 0; i < subjects; i++) {
            fields.add(TestField.of("650", " 0\u001faSubject " + i + " of many\u001fvHandbooks, manuals, etc."));
        }
        return TestRecord.of("00000nam a2200000 a 4500", fields).toIso2709();
    }

    private static Path path(String name) {
        return Path.of(System.getProperty("bench.data", "bench/target/data"), name);
    }

    private static void write(String name, OutputStream out) throws IOException {
        if (name.endsWith(".gz")) {
            byte[] bytes = Files.readAllBytes(file(MEDIUM));
            out.write(name.equals(BGZF) ? Gzip.blocks(bytes, BLOCK_BYTES) : Gzip.of(bytes));
            return;
        }
        byte[] pattern = pattern(name);
        long size = switch (name) {
            case LARGE -> 400 * MEGABYTE;
            case MEDIUM, MARC_8 -> 100 * MEGABYTE;
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
            case MARC_8 -> Corpus.bytes("clean/uva-200.marc8.mrc");
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
