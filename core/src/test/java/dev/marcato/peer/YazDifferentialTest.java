// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.peer.Comparison.Missing;
import dev.marcato.testkit.DamagedFile;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field that yaz-marcdump delivers, we deliver, but for those that it makes up: it cuts the data where the directory
 * says, whatever stands there. Skipped, with a line, where it is not installed.
 */
class YazDifferentialTest {
    private static final DifferenceSpec LISTED = DifferenceSpec.read("yaz.differences");
    private static final DifferenceSpec LISTED_OF_CORPUS = DifferenceSpec.read("yaz-corpus.differences");

    private Yaz yaz;

    @BeforeEach
    void isInstalled() {
        yaz = Yaz.installed();
    }

    @ParameterizedTest
    @MethodSource("dev.marcato.peer.DamagedFiles#generators")
    void cleanFilesAreReadAlike(RecordGenerator generator) {
        Comparison comparison = Comparison.of(yaz, TestRecord.toFile(generator.records(100)));

        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.fieldsOfTheirs()).isEqualTo(comparison.fieldsOfOurs());
    }

    @TestFactory
    Stream<DynamicTest> everyFileOfTheCorpus() throws IOException {
        return CorpusFiles.iso2709()
                .map(file -> DynamicTest.dynamicTest(CorpusFiles.name(file), () -> {
                    byte[] bytes = Files.readAllBytes(file);
                    Comparison comparison = Comparison.of(yaz, bytes);
                    SortedMap<Difference, Set<Missing>> differences = Difference.of(comparison, bytes);

                    assertThat(differences.keySet())
                            .as("%s", differences)
                            .isEqualTo(LISTED_OF_CORPUS.of(CorpusFiles.name(file)));
                    assertThat(comparison.theirs())
                            .hasSizeLessThanOrEqualTo(
                                    comparison.ours().records().size());
                    assertThat(comparison.fieldsOfTheirs()).isLessThanOrEqualTo(comparison.fieldsOfOurs());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFault() {
        List<RecordGenerator> generators = List.of(RecordGenerator.seeded(31).manyScripts());
        Map<String, List<DamagedFile>> files = DamagedFiles.byFault(generators, 9);
        assertThat(files.keySet()).as("faults that are listed").containsAll(LISTED.names());
        return files.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Map<Difference, Set<String>> differences = DamagedFiles.differences(yaz, each.getValue());

                    assertThat(differences.keySet()).as("%s", differences).isEqualTo(LISTED.of(each.getKey()));
                }));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void heavyDamage(long seed) {
        DamagedFile file = DamagedFiles.heavilyDamaged(seed, 25);

        assertThat(DamagedFiles.differences(yaz, List.of(file)))
                .as(file.name())
                .doesNotContainKey(Difference.UNEXPLAINED);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 120);
    }
}
