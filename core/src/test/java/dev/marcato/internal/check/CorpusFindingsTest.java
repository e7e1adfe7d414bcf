// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusFindingsTest {
    /** Too many of these stand in honest records to be listed one by one. */
    private static final Set<DiagnosticCode> UNLISTED = EnumSet.of(
            DiagnosticCode.LEADER_CODE_UNKNOWN,
            DiagnosticCode.CONTROL_NUMBER_MISSING,
            DiagnosticCode.CONTROL_NUMBER_SEEN_BEFORE);

    @TestFactory
    Stream<DynamicTest> findingsInTheFilesOfTheCorpus() throws IOException {
        try (InputStream in = Objects.requireNonNull(CorpusFindingsTest.class.getResourceAsStream("corpus.spec"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream()
                            .map(line -> line.split(" ", 2))
                            .map(line -> DynamicTest.dynamicTest(
                                    line[0], () -> check(line[0], line.length > 1 ? line[1] : "")));
        }
    }

    private static void check(String file, String expected) throws IOException {
        Map<DiagnosticCode, List<Diagnostic>> found = new TreeMap<>();
        for (Diagnostic each : findings(Corpus.file(file))) {
            if (!UNLISTED.contains(each.code())) {
                found.computeIfAbsent(each.code(), code -> new ArrayList<>()).add(each);
            }
        }
        StringBuilder actual = new StringBuilder();
        found.forEach((code, all) -> actual.append(actual.isEmpty() ? "" : " ")
                .append(code.code())
                .append(' ')
                .append(all.size())
                .append(' ')
                .append(all.get(0).location().byteOffset()));

        assertThat(actual).as("%s", found.values()).hasToString(expected);
    }

    /** The leader values that another project calls wrong. */
    @ParameterizedTest
    @CsvSource({
        "record_status, 5",
        // A q there makes it a community information record, in which 07 means something else.
        "record_type, 7",
        "bibliographic_level, 7",
        "control_record_type, 8",
        "character_coding, 9",
        "encoding_level, 17",
        "cataloging_form, 18",
        "multipart_level, 19",
    })
    void leaderCodesOutsideTheList(String fault, long offset) throws IOException {
        List<Diagnostic> found = findings(Corpus.file("damaged/one-fault-each/e002_invalid_" + fault + ".bin"));

        assertThat(found)
                .filteredOn(each -> each.code() == DiagnosticCode.LEADER_CODE_UNKNOWN)
                .extracting(each -> each.location().byteOffset())
                .containsExactly(offset);
    }

    private static List<Diagnostic> findings(Path file) throws IOException {
        List<Diagnostic> found = new ArrayList<>();
        RecordInspector inspector = new RecordInspector();
        try (MarcReader reader = MarcReader.open(file)) {
            for (MarcRecord record : reader) {
                inspector.inspect(record, found::add);
            }
        }
        return found;
    }
}
