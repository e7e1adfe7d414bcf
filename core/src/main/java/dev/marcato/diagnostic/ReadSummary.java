// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The account of a read: every byte of the input is in a record, in filler between records, or in the rejects. Byte
 * figures count uncompressed bytes. Immutable and thread-safe.
 */
public final class ReadSummary {
    /** Nothing read, nothing found. */
    public static final ReadSummary EMPTY = new ReadSummary(List.of());

    private final List<Source> sources;
    private final SortedMap<DiagnosticCode, Long> diagnostics;

    private ReadSummary(List<Source> sources) {
        this.sources = List.copyOf(sources);
        SortedMap<DiagnosticCode, Long> sum = new TreeMap<>();
        for (Source source : sources) {
            source.diagnostics().forEach((code, count) -> sum.merge(code, count, Long::sum));
        }
        this.diagnostics = Collections.unmodifiableSortedMap(sum);
    }

    /**
     * The account of one file or stream.
     *
     * @param name the name it was opened with
     * @param complete whether it was read to its end; if not, the figures cover what came before the end of the last
     *     delivered record
     * @param clean records without damage
     * @param repaired records delivered after repair
     * @param skipped damaged records that were left out, as the policy asked; their bytes are rejected
     * @param recordBytes bytes in delivered records
     * @param fillerBytes bytes between records: line breaks, NUL, 0x1A, blanks, a byte order mark
     * @param rejectedBytes bytes that are in no delivered record
     * @param rejectedStretches number of unbroken stretches of rejected bytes
     * @param diagnostics how often each code was reported, without those never reported
     */
    public record Source(
            String name,
            boolean complete,
            long clean,
            long repaired,
            long skipped,
            long recordBytes,
            long fillerBytes,
            long rejectedBytes,
            long rejectedStretches,
            SortedMap<DiagnosticCode, Long> diagnostics) {
        public Source {
            Objects.requireNonNull(name, "name");
            diagnostics = Collections.unmodifiableSortedMap(new TreeMap<>(diagnostics));
        }

        /** Records found: clean, repaired and skipped. */
        public long records() {
            return clean + repaired + skipped;
        }

        /** The sum of the three byte figures. */
        public long totalBytes() {
            return recordBytes + fillerBytes + rejectedBytes;
        }
    }

    /** Whether every source was read to its end. */
    public boolean complete() {
        return sources.stream().allMatch(Source::complete);
    }

    /** Records found: clean, repaired and skipped. */
    public long records() {
        return sum(Source::records);
    }

    public long clean() {
        return sum(Source::clean);
    }

    /** Records delivered after repair. */
    public long repaired() {
        return sum(Source::repaired);
    }

    /** Damaged records that were left out, as the policy asked. */
    public long skipped() {
        return sum(Source::skipped);
    }

    /** Bytes accounted for: the sum of the three other byte figures. */
    public long totalBytes() {
        return sum(Source::totalBytes);
    }

    public long recordBytes() {
        return sum(Source::recordBytes);
    }

    /** Bytes between records: line breaks, NUL, 0x1A, blanks, a byte order mark. */
    public long fillerBytes() {
        return sum(Source::fillerBytes);
    }

    public long rejectedBytes() {
        return sum(Source::rejectedBytes);
    }

    /** Number of unbroken stretches of rejected bytes. */
    public long rejectedStretches() {
        return sum(Source::rejectedStretches);
    }

    /** How often each code was reported, in the order of the codes; codes never reported are absent. */
    public SortedMap<DiagnosticCode, Long> diagnostics() {
        return diagnostics;
    }

    /** How many diagnostics of one severity were reported. */
    public long count(Severity severity) {
        long count = 0;
        for (Map.Entry<DiagnosticCode, Long> entry : diagnostics.entrySet()) {
            if (entry.getKey().severity() == severity) {
                count += entry.getValue();
            }
        }
        return count;
    }

    /** The files and streams that were read, in their order. */
    public List<Source> sources() {
        return sources;
    }

    /** This account and another one together; the sources of the other stand behind these. */
    public ReadSummary plus(ReadSummary other) {
        List<Source> both = new ArrayList<>(sources);
        both.addAll(other.sources);
        return new ReadSummary(both);
    }

    private long sum(ToLongFunction<Source> figure) {
        return sources.stream().mapToLong(figure).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadSummary summary && sources.equals(summary.sources);
    }

    @Override
    public int hashCode() {
        return sources.hashCode();
    }

    /** For example {@code 386 records: 383 clean, 3 repaired; 0 bytes rejected}. */
    @Override
    public String toString() {
        long skipped = skipped();
        return counted(records(), "record") + ": " + clean() + " clean, " + repaired() + " repaired"
                + (skipped > 0 ? ", " + skipped + " skipped" : "")
                + "; " + counted(rejectedBytes(), "byte") + " rejected"
                + (complete() ? "" : "; not read to the end");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Collects the account of one source while it is read. Mutable, for one thread. */
    public static final class Builder {
        private final Map<DiagnosticCode, Long> diagnostics = new EnumMap<>(DiagnosticCode.class);
        private boolean complete;
        private long clean;
        private long repaired;
        private long skipped;
        private long recordBytes;
        private long fillerBytes;
        private long rejectedBytes;
        private long rejectedStretches;

        /** Begins with an account of nothing. */
        public Builder() {}

        /** A record without damage was delivered. */
        public Builder addClean(long bytes) {
            return addClean(1, bytes);
        }

        /** So many records without damage were delivered, of so many bytes together. */
        public Builder addClean(long records, long bytes) {
            clean += notNegative(records);
            recordBytes += notNegative(bytes);
            return this;
        }

        /** A repaired record was delivered; bytes of it that found no place in a field are told to addReject. */
        public Builder addRepaired(long bytes) {
            repaired++;
            recordBytes += notNegative(bytes);
            return this;
        }

        /** A damaged record was left out; its bytes are told to addReject. */
        public Builder addSkipped() {
            skipped++;
            return this;
        }

        public Builder addFiller(long bytes) {
            fillerBytes += notNegative(bytes);
            return this;
        }

        /** One unbroken stretch of bytes is in no record. */
        public Builder addReject(long bytes) {
            rejectedBytes += notNegative(bytes);
            rejectedStretches += bytes > 0 ? 1 : 0;
            return this;
        }

        /** A stretch that was begun by {@link #addReject} goes on. */
        public Builder extendReject(long bytes) {
            rejectedBytes += notNegative(bytes);
            return this;
        }

        /** A diagnostic was reported. */
        public Builder count(DiagnosticCode code) {
            diagnostics.merge(code, 1L, Long::sum);
            return this;
        }

        /** Whether the source was read to its end; false unless told. */
        public Builder complete(boolean toTheEnd) {
            complete = toTheEnd;
            return this;
        }

        /** Bytes accounted for until now. */
        public long totalBytes() {
            return recordBytes + fillerBytes + rejectedBytes;
        }

        /** The account until now; the builder can go on. */
        public ReadSummary build(String sourceName) {
            return new ReadSummary(List.of(new Source(
                    sourceName,
                    complete,
                    clean,
                    repaired,
                    skipped,
                    recordBytes,
                    fillerBytes,
                    rejectedBytes,
                    rejectedStretches,
                    new TreeMap<>(diagnostics))));
        }

        /**
         * As {@link #build(String)}, and checks the sum.
         *
         * @param totalBytes bytes that were read from the source
         * @throws IllegalStateException if they are not the sum of records, filler and rejects
         */
        public ReadSummary build(String sourceName, long totalBytes) {
            if (totalBytes != totalBytes()) {
                throw new IllegalStateException(sourceName + ": the account does not add up: " + totalBytes
                        + " bytes read; " + recordBytes + " in records, " + fillerBytes + " filler, " + rejectedBytes
                        + " rejected");
            }
            return build(sourceName);
        }

        private static long notNegative(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException(bytes + " bytes");
            }
            return bytes;
        }
    }
}
