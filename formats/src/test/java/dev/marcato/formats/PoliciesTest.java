// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done with damage is the same for every format: documents with a few bytes changed, under each policy. */
class PoliciesTest {
    private static final String SIGNIFICANT = "<>&\"'={}[]:,$\\ \n\t^L#0aé\u0000\u001D\u001E\u001F";
    private static final int SEEDS = 60;

    static Stream<String> formats() {
        return Formats.all().stream()
                .filter(Format::isWritable)
                .map(Format::name)
                .filter(name -> !name.equals("iso2709"));
    }

    private record Reading(List<MarcRecord> records, ReadSummary summary, boolean stopped) {}

    private static Reading reading(Format format, byte[] bytes, ErrorPolicy policy) {
        List<MarcRecord> records = new ArrayList<>();
        try (MarcReader reader =
                MarcReader.builder().format(format).onError(policy).of(bytes)) {
            boolean stopped = false;
            try {
                reader.forEach(records::add);
            } catch (MarcFormatException e) {
                boolean whole = e.diagnostic().code() == DiagnosticCode.NOT_MARC;
                assertThat(e.diagnostic().location().line() > 0 || whole)
                        .as("line of %s", e.diagnostic())
                        .isTrue();
                stopped = true;
            }
            return new Reading(records, reader.summary(), stopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void strictStopsAtDamageAndSkipLeavesItOut(String name) {
        Format format = Formats.named(name).orElseThrow();
        int damaged = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            byte[] bytes = document(format, seed);
            Dice dice = Dice.of(seed);
            for (int edits = dice.below(3); edits > 0; edits--) {
                bytes = Mutations.within(bytes, 0, bytes.length, SIGNIFICANT, dice);
            }
            Reading repair = reading(format, bytes, ErrorPolicy.REPAIR);
            boolean damage = repair.summary.repaired() + repair.summary.rejectedStretches() > 0;
            damaged += damage ? 1 : 0;

            Reading strict = reading(format, bytes, ErrorPolicy.STRICT);
            assertThat(strict.stopped).as("%s, seed %d", name, seed).isEqualTo(damage);
            assertThat(strict.records)
                    .as("%s, seed %d: what comes before", name, seed)
                    .isEqualTo(repair.records.subList(0, strict.records.size()));

            Reading skip = reading(format, bytes, ErrorPolicy.SKIP);
            assertThat(skip.stopped).isFalse();
            assertThat(skip.records.size())
                    .as("%s, seed %d: the clean ones", name, seed)
                    .isEqualTo((int) repair.summary.clean());
            assertThat(repair.records).as("%s, seed %d", name, seed).containsSubsequence(skip.records);
            assertThat(skip.summary.totalBytes()).isEqualTo(bytes.length);
            assertThat(skip.summary.recordBytes() + skip.summary.fillerBytes() + skip.summary.rejectedBytes())
                    .isEqualTo(bytes.length);
        }
        assertThat(damaged).as("damaged documents of %s", name).isBetween(1, SEEDS - 1);
    }

    private static byte[] document(Format format, long seed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.builder().format(format).open(out)) {
            byte[] file =
                    TestRecord.toFile(RecordGenerator.seeded(seed).manyScripts().records(4));
            for (MarcRecord record : MarcReader.of(file)) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
