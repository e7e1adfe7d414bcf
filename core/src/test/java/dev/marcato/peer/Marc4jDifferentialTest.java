// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.DamagedFile;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field that marc4j's permissive reader delivers, we deliver. Where it delivers one that we do not, the reason is
 * listed in {@code marc4j.differences} and shown to hold.
 */
class Marc4jDifferentialTest {
    private static final Marc4j MARC4J = new Marc4j();
    private static final DifferenceSpec LISTED = DifferenceSpec.read("marc4j.differences");

    @ParameterizedTest
    @MethodSource("dev.marcato.peer.DamagedFiles#generators")
    void cleanFilesAreReadAlike(RecordGenerator generator) {
        Comparison comparison = Comparison.of(MARC4J, TestRecord.toFile(generator.records(60)));

        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.fieldsOfTheirs()).isEqualTo(comparison.fieldsOfOurs());
    }

    /** No exception is listed here, for there is none. */
    @TestFactory
    Stream<DynamicTest> everyFileOfTheCorpus() throws IOException {
        return CorpusFiles.iso2709()
                .map(file -> DynamicTest.dynamicTest(
                        CorpusFiles.name(file), () -> assertDelivered(Files.readAllBytes(file))));
    }

    @Test
    void allWrongLengthsOfTheCorpusBetweenCleanRecords() throws IOException {
        byte[] clean = Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Path> damaged = Corpus.files("damaged/wrong-length");
        int each = 0;
        int at = 0;
        while (at < clean.length) {
            int length = Integer.parseInt(new String(clean, at, 5, StandardCharsets.ISO_8859_1));
            file.write(clean, at, length);
            at += length;
            if (each < damaged.size()) {
                file.writeBytes(Files.readAllBytes(damaged.get(each++)));
            }
        }

        Comparison comparison = Comparison.of(MARC4J, file.toByteArray());

        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.ours().records()).hasSize(386 + damaged.size());
    }

    private static void assertDelivered(byte[] file) {
        Comparison comparison = Comparison.of(MARC4J, file);

        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.theirs())
                .hasSizeLessThanOrEqualTo(comparison.ours().records().size());
        assertThat(comparison.fieldsOfTheirs()).isLessThanOrEqualTo(comparison.fieldsOfOurs());
    }

    @TestFactory
    Stream<DynamicTest> everyFault() {
        Map<String, List<DamagedFile>> files = DamagedFiles.byFault(DamagedFiles.generators(), 15);
        assertThat(files.keySet()).as("faults that are listed").containsAll(LISTED.names());
        return files.entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.getKey(), () -> assertListed(each.getKey(), each.getValue())));
    }

    private static void assertListed(String fault, List<DamagedFile> files) {
        Map<Difference, Set<String>> differences = DamagedFiles.differences(MARC4J, files);

        assertThat(LISTED.of(fault)).as("%s", differences).containsAll(differences.keySet());
        if (Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            // marc4j reads directories in the platform's character set, so that elsewhere some of this may not occur.
            assertThat(differences.keySet()).isEqualTo(LISTED.of(fault));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void heavyDamage(long seed) {
        DamagedFile file = DamagedFiles.heavilyDamaged(seed, 25);

        assertThat(DamagedFiles.differences(MARC4J, List.of(file)))
                .as(file.name())
                .doesNotContainKey(Difference.UNEXPLAINED);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /** That the comparison sees a loss: of a file that lacks a field, not the field's own. */
    @Test
    void aLostFieldIsADifference() {
        List<TestRecord> records = RecordGenerator.seeded(3).records(5);
        byte[] whole = TestRecord.toFile(records);
        List<TestRecord> poorer = List.of(records.get(0), records.get(1).without(4), records.get(2));
        Peer better =
                file -> MARC4J.read(file.length == whole.length ? file : TestRecord.toFile(records.subList(0, 3)));

        Comparison comparison = Comparison.of(better, TestRecord.toFile(poorer));

        assertThat(comparison.missing())
                .containsExactly(
                        new Comparison.Missing(1, 1, PeerField.of(records.get(1).field(4))));
        assertThat(Difference.of(better, Corrupter.seeded(1).heavily(poorer, 0, List.of())))
                .containsOnlyKeys(Difference.NOT_IN_ANY_RECORD);
    }
}
