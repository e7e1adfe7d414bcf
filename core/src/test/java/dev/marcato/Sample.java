// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.FileFault;
import dev.marcato.testkit.NotMarc;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Bytes for tests that do not care what the best reading is, only that it is the same one always. All are made from
 * seeds, which their names tell, or stand in the corpus.
 */
public record Sample(String name, byte[] bytes) {
    private static final List<Fault> FAULTS = List.of(Fault.values());

    /** What a stretch of damage may consist of, one of these again and again. */
    private static final List<String> STRETCHES = List.of(
            "\0",
            " ",
            "\u001D",
            "\u001E",
            "\u001F",
            "9",
            "x",
            "\n",
            "\u00EF\u00BB\u00BF",
            " \u001D",
            "\u001E\u001D",
            "00026nam a2200025   4500",
            "     nam a2200025   4500\u001E",
            "99999nam a2200025   4500245001000000\u001E");

    /** Records without damage. */
    public static Sample clean(long seed, int records) {
        return new Sample(
                records + " clean records, seed " + seed,
                TestRecord.toFile(RecordGenerator.seeded(seed).records(records)));
    }

    /** Any faults in most records, so that damage meets damage. */
    public static Sample heavilyDamaged(long seed, int records) {
        List<TestRecord> sound = RecordGenerator.seeded(seed).manyScripts().records(records);
        return new Sample(
                records + " heavily damaged records, seed " + seed,
                Corrupter.seeded(seed).heavily(sound, 70, FAULTS).bytes());
    }

    /** Every fault that there is, each in one record, those that make records of 100 KB aside. */
    public static Sample everyFault(long seed) {
        List<Fault> faults = Arrays.stream(Fault.values())
                .filter(fault -> fault.group() != Fault.Group.OVERSIZE)
                .toList();
        List<TestRecord> sound = RecordGenerator.seeded(seed).records(2 * faults.size());
        return new Sample(
                "every fault, seed " + seed,
                Corrupter.seeded(seed).everyNth(sound, 2, faults).bytes());
    }

    /** One for each thing that goes wrong with a whole file. */
    public static Stream<Sample> fileFaults(long seed) {
        List<TestRecord> sound =
                RecordGenerator.seeded(seed).kind(RecordKind.AUTHORITY).records(5);
        return Arrays.stream(FileFault.values())
                .map(fault -> new Sample(
                        fault.name() + ", seed " + seed,
                        fault.damage(sound, seed).bytes()));
    }

    /** Files that are no MARC at all. */
    public static Stream<Sample> notMarc() {
        return Arrays.stream(NotMarc.values()).map(each -> new Sample(each.name(), each.bytes()));
    }

    /** What stands between records for longer than is looked at as one piece. */
    public static Stream<Sample> longStretches(long seed, int bytes) {
        return STRETCHES.stream().map(stretch -> between(seed, stretch, bytes));
    }

    /** A record, and behind it so many bytes that are none. */
    public static Sample endingIn(String stretch, int bytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(RecordGenerator.seeded(1).record(0).toIso2709());
        file.write(repeated(stretch, bytes), 0, bytes);
        return new Sample(bytes + " bytes of " + visible(stretch) + " at the end", file.toByteArray());
    }

    /** The same, with each of the stretches somewhere among the records. */
    public static Sample heavilyDamagedWithStretches(long seed, int records, int bytes) {
        List<byte[]> parts = new ArrayList<>();
        List<TestRecord> sound = RecordGenerator.seeded(seed).manyScripts().records(records);
        for (int from = 0; from < records; from += 20) {
            List<TestRecord> some = sound.subList(from, Math.min(records, from + 20));
            parts.add(Corrupter.seeded(seed + from).heavily(some, 50, FAULTS).bytes());
        }
        STRETCHES.forEach(stretch -> parts.add(repeated(stretch, bytes / STRETCHES.size())));
        parts.add(repeated(STRETCHES.get((int) (seed % STRETCHES.size())), bytes));
        Collections.shuffle(parts, new Random(seed));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        parts.forEach(file::writeBytes);
        return new Sample("damaged records and stretches, seed " + seed, file.toByteArray());
    }

    private static byte[] repeated(String pattern, int bytes) {
        return pattern.repeat(bytes / pattern.length() + 1).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Sample between(long seed, String stretch, int bytes) {
        RecordGenerator generator = RecordGenerator.seeded(seed);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(generator.record(0).toIso2709());
        file.writeBytes(repeated(stretch, bytes));
        file.writeBytes(generator.record(1).toIso2709());
        file.writeBytes(generator.record(2).toIso2709());
        return new Sample(visible(stretch) + " again and again between records, seed " + seed, file.toByteArray());
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.chars().forEach(c -> visible.append(c < ' ' || c > '~' ? String.format("\\x%02X", c) : "" + (char) c));
        return visible.toString();
    }

    /** The damaged files of the corpus; none where there is no corpus. */
    public static Stream<Sample> damagedCorpus() {
        if (!Corpus.available()) {
            System.out.println("Samples from the corpus are left out: " + Corpus.reason());
            return Stream.empty();
        }
        return Stream.of("damaged", "damaged/one-fault-each", "dialects", "dialects/unimarc")
                .flatMap(folder -> Corpus.files(folder).stream())
                .filter(file -> !file.toString().endsWith(".toml"))
                .map(file -> new Sample(file.getFileName().toString(), read(file)));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
