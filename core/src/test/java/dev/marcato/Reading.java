// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Feeding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a source that was read to its end, or under STRICT to its first damage. There is none whose account
 * does not add up: every test of the reader reads through here.
 *
 * <pre>{@code
 * Reading reading = Reading.of(bytes);
 * Reading strict = Reading.under(ErrorPolicy.STRICT).fedBy(feeding).of(bytes);
 * }</pre>
 *
 * @param policy the policy it was read under
 * @param records all records that were delivered, in order
 * @param diagnostics all that the listener heard, in order
 * @param rejects what was written to the rejects
 * @param originals what was written to the originals
 * @param summary the account at the end
 * @param thrown what ended the reading under STRICT, or null
 */
public record Reading(
        ErrorPolicy policy,
        List<MarcRecord> records,
        List<Diagnostic> diagnostics,
        byte[] rejects,
        byte[] originals,
        ReadSummary summary,
        @Nullable MarcFormatException thrown) {

    /** The bytes of an array, under REPAIR. */
    public static Reading of(byte[] bytes) {
        return under(ErrorPolicy.REPAIR).of(bytes);
    }

    /** A way to read that can be used again and again. */
    public static Way under(ErrorPolicy policy) {
        return new Way(policy, ReadLimits.DEFAULT, null, builder -> builder);
    }

    /** What ended the reading, if it was damage under STRICT. */
    public Optional<MarcFormatException> failure() {
        return Optional.ofNullable(thrown);
    }

    /** The codes that the listener heard, each as often as it was heard, in order. */
    public List<DiagnosticCode> codes() {
        return diagnostics.stream().map(Diagnostic::code).toList();
    }

    public List<Diagnostic> diagnostics(Severity severity) {
        return diagnostics.stream().filter(each -> each.severity() == severity).toList();
    }

    public List<Diagnostic> diagnostics(DiagnosticCode code) {
        return diagnostics.stream().filter(each -> each.code() == code).toList();
    }

    /** Where each record begins, in uncompressed bytes. */
    public List<Long> offsets() {
        return records.stream().map(MarcRecord::sourceOffset).toList();
    }

    /** Asserts that another reading gave the same in every respect. */
    public void assertSame(Reading other, String what) {
        assertThat(other.offsets()).as("offsets, %s", what).isEqualTo(offsets());
        assertThat(other.records).as("records, %s", what).isEqualTo(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(other.records.get(i).originalBytes())
                    .as("bytes of record %d, %s", i + 1, what)
                    .isEqualTo(records.get(i).originalBytes());
        }
        assertThat(other.diagnostics).as("diagnostics, %s", what).isEqualTo(diagnostics);
        assertThat(other.rejects).as("rejects, %s", what).isEqualTo(rejects);
        assertThat(other.originals).as("originals, %s", what).isEqualTo(originals);
        assertThat(other.summary).as("account, %s", what).isEqualTo(summary);
        assertThat(other.failure().map(MarcFormatException::diagnostic))
                .as("failure, %s", what)
                .isEqualTo(failure().map(MarcFormatException::diagnostic));
    }

    /**
     * A way to read.
     *
     * @param feeding how the bytes arrive; null for an array
     * @param settings other settings of the builder
     */
    public record Way(
            ErrorPolicy policy,
            ReadLimits limits,
            @Nullable Feeding feeding,
            UnaryOperator<MarcReader.Builder> settings) {

        public Way limits(ReadLimits newLimits) {
            return new Way(policy, newLimits, feeding, settings);
        }

        public Way fedBy(Feeding newFeeding) {
            return new Way(policy, limits, newFeeding, settings);
        }

        /** Looks at fields and text too. */
        public Way inspecting() {
            return with(builder -> builder.inspect(true));
        }

        public Way with(UnaryOperator<MarcReader.Builder> more) {
            return new Way(policy, limits, feeding, builder -> more.apply(settings.apply(builder)));
        }

        /** Reads plain bytes. */
        public Reading of(byte[] bytes) {
            return of(bytes, bytes);
        }

        /**
         * Reads bytes that are compressed.
         *
         * @param content what they must inflate to, broken compression included: the account covers these bytes
         */
        public Reading of(byte[] bytes, byte[] content) {
            List<MarcRecord> records = new ArrayList<>();
            List<Diagnostic> diagnostics = new ArrayList<>();
            ByteArrayOutputStream rejects = new ByteArrayOutputStream();
            ByteArrayOutputStream originals = new ByteArrayOutputStream();
            MarcReader.Builder builder = settings.apply(MarcReader.builder()
                    .onError(policy)
                    .limits(limits)
                    .listener(diagnostics::add)
                    .rejectsTo(rejects)
                    .originalsTo(originals));
            MarcFormatException thrown = null;
            try (MarcReader reader = feeding == null ? builder.of(bytes) : builder.open(feeding.open(bytes))) {
                try {
                    reader.forEach(records::add);
                } catch (MarcFormatException e) {
                    thrown = e;
                }
                Reading reading = new Reading(
                        policy,
                        List.copyOf(records),
                        List.copyOf(diagnostics),
                        rejects.toByteArray(),
                        originals.toByteArray(),
                        reader.summary(),
                        thrown);
                reading.assertAccount(content);
                return reading;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void assertAccount(byte[] content) {
        if (thrown == null) {
            assertAccount(summary, content.length);
        } else {
            assertThat(policy).as("the policy that throws").isEqualTo(ErrorPolicy.STRICT);
            assertThat(summary.complete())
                    .as("complete, though damage ended it")
                    .isFalse();
            assertThat(summary.totalBytes()).isLessThanOrEqualTo(content.length);
            assertThat(summary.totalBytes())
                    .isEqualTo(summary.recordBytes() + summary.fillerBytes() + summary.rejectedBytes());
        }
        assertPolicy();
        assertThat(summary.records()).isEqualTo(summary.clean() + summary.repaired() + summary.skipped());
        assertThat(summary.clean() + summary.repaired()).as("records delivered").isEqualTo(records.size());
        assertThat((long) rejects.length).as("bytes in the rejects").isEqualTo(summary.rejectedBytes());
        assertThat(summary.rejectedStretches()).isBetween(Math.min(1L, rejects.length), (long) rejects.length);
        assertThat(summary.diagnostics()).as("diagnostics counted").isEqualTo(heard());
        assertPlaces(content.length);
        assertVerbatim(content);
    }

    /**
     * Asserts that the account of a source read to its end adds up.
     *
     * @param size of the source in uncompressed bytes
     */
    public static void assertAccount(ReadSummary summary, long size) {
        assertThat(summary.complete()).as("complete: %s", summary).isTrue();
        assertThat(summary.recordBytes() + summary.fillerBytes() + summary.rejectedBytes())
                .as("bytes in records, filler and rejects: %s", summary)
                .isEqualTo(size);
        assertThat(summary.totalBytes()).isEqualTo(size);
    }

    private void assertPolicy() {
        if (policy != ErrorPolicy.REPAIR) {
            assertThat(summary.repaired()).as("repaired under %s", policy).isZero();
            assertThat(originals).as("originals under %s", policy).isEmpty();
        }
        if (policy != ErrorPolicy.SKIP) {
            assertThat(summary.skipped()).as("skipped under %s", policy).isZero();
        }
        if (policy == ErrorPolicy.STRICT) {
            assertThat(rejects).as("rejects under STRICT").isEmpty();
        }
    }

    private Map<DiagnosticCode, Long> heard() {
        Map<DiagnosticCode, Long> heard = new TreeMap<>();
        diagnostics.forEach(each -> heard.merge(each.code(), 1L, Long::sum));
        return heard;
    }

    /** Numbers count the records found, so that those of delivered ones have gaps under SKIP alone. */
    private void assertPlaces(int size) {
        List<Long> numbers = records.stream().map(MarcRecord::number).toList();
        if (policy == ErrorPolicy.SKIP) {
            assertAscending(numbers, "record numbers");
            assertThat(numbers).allMatch(number -> number >= 1 && number <= summary.records());
        } else {
            assertThat(numbers)
                    .as("record numbers")
                    .isEqualTo(LongStream.rangeClosed(1, records.size()).boxed().toList());
        }
        assertAscending(offsets(), "offsets of records");
        assertThat(offsets()).allMatch(offset -> offset >= 0 && offset < size);
        for (Diagnostic each : diagnostics) {
            assertThat(each.location().byteOffset()).as("place of %s", each).isBetween(0L, (long) size);
            assertThat(each.location().recordNumber()).as("record of %s", each).isBetween(0L, summary.records());
        }
    }

    private static void assertAscending(List<Long> numbers, String what) {
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).as("%s, place %d", what, i).isGreaterThan(numbers.get(i - 1));
        }
    }

    /** Clean records are the bytes at their offset, and the rejects are bytes between them, in their order. */
    private void assertVerbatim(byte[] content) {
        ByteArrayOutputStream between = new ByteArrayOutputStream();
        int at = 0;
        long cleanBytes = 0;
        for (MarcRecord record : records) {
            ByteSlice original = record.originalBytes().orElse(ByteSlice.EMPTY);
            int from = (int) record.sourceOffset();
            boolean verbatim = from + original.length() <= content.length
                    && Arrays.equals(
                            content, from, from + original.length(), original.toByteArray(), 0, original.length());
            if (!original.isEmpty() && verbatim) {
                between.write(content, at, from - at);
                at = from + original.length();
                cleanBytes += original.length();
            } else {
                assertThat(policy)
                        .as("policy, and record %s is not clean", record.number())
                        .isEqualTo(ErrorPolicy.REPAIR);
            }
        }
        between.write(content, at, content.length - at);
        assertThat(summary.recordBytes()).as("bytes in records").isGreaterThanOrEqualTo(cleanBytes);
        assertInOrder(between.toByteArray(), rejects, "the rejects");
        assertInOrder(between.toByteArray(), originals, "the originals");
    }

    private static void assertInOrder(byte[] whole, byte[] part, String what) {
        int at = 0;
        int found = 0;
        for (; found < part.length && at < whole.length; at++) {
            found += whole[at] == part[found] ? 1 : 0;
        }
        assertThat(found)
                .as("bytes of %s found between clean records, in order", what)
                .isEqualTo(part.length);
    }
}
