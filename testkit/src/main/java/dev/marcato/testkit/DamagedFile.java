// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file with damage, and what a reader must make of it: stretch by stretch, one for each record that went in, in the
 * order of the file. Immutable.
 */
public final class DamagedFile {
    private final String name;
    private final byte[] bytes;
    private final List<Part> parts;
    private final Span fillerOutside;
    private final Span rejectedOutside;
    private final boolean alike;

    private DamagedFile(Builder builder) {
        this.name = builder.name;
        this.bytes = builder.out.toByteArray();
        this.parts = List.copyOf(builder.parts);
        this.fillerOutside = builder.filler;
        this.rejectedOutside = builder.rejected;
        this.alike = builder.alike;
    }

    /** What was done, for messages. */
    public String name() {
        return name;
    }

    /** A copy of the whole file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Length of the file in bytes. */
    public int size() {
        return bytes.length;
    }

    public List<Part> parts() {
        return parts;
    }

    /** The parts of which no record may come out are missing here; those that may be records or rejects are not. */
    public List<Part> deliverable() {
        return parts.stream()
                .filter(part -> part.expectation().delivery() != Expectation.Delivery.NEVER)
                .toList();
    }

    /** Bytes of filler in the whole file. */
    public Span filler() {
        return parts.stream().map(part -> part.expectation().filler()).reduce(fillerOutside, Span::plus);
    }

    /** Bytes of the whole file that end in the rejects. */
    public Span rejected() {
        return parts.stream().map(part -> part.expectation().rejected()).reduce(rejectedOutside, Span::plus);
    }

    /**
     * Whether the expectations hold: no two damaged records stand next to each other, or all are damaged alike. Where
     * different damage meets, one may take the evidence from the other, and only the account is promised.
     */
    public boolean binding() {
        return alike || isolated();
    }

    private boolean isolated() {
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i - 1).fault().isPresent() && parts.get(i).fault().isPresent()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * The stretch of one record: its own bytes first, then what follows it before the next.
     *
     * @param original the record before the damage
     * @param cause null for a record that was left alone
     * @param offset of the stretch in the file, in bytes, 0-based
     * @param length of the stretch in bytes
     * @param recordLength number of the record's own bytes, the first of the stretch
     */
    public record Part(
            TestRecord original,
            @Nullable Fault cause,
            Expectation expectation,
            int offset,
            int length,
            int recordLength) {

        /** What was done to this very record; empty if it was left alone, or if the damage is one of the whole file. */
        public Optional<Fault> fault() {
            return Optional.ofNullable(cause);
        }
    }

    /** Puts a file together, stretch after stretch. */
    static final class Builder {
        private final String name;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Part> parts = new ArrayList<>();
        private Span filler = Span.NONE;
        private Span rejected = Span.NONE;
        private boolean alike;

        Builder(String name) {
            this.name = name;
        }

        /** The damage is one and the same all through the file. */
        Builder alike() {
            alike = true;
            return this;
        }

        Builder untouched(TestRecord record) {
            return add(record, null, Damage.clean(Expectation.clean(record)));
        }

        Builder untouched(List<TestRecord> records) {
            records.forEach(this::untouched);
            return this;
        }

        Builder damaged(TestRecord record, Fault fault, long seed) {
            return add(record, fault, fault.damage(record, seed));
        }

        Builder damaged(TestRecord record, Damage damage) {
            return add(record, null, damage);
        }

        private Builder add(TestRecord record, @Nullable Fault fault, Damage damage) {
            byte[] stretch = damage.bytes();
            parts.add(new Part(record, fault, damage.expectation(), out.size(), stretch.length, damage.recordLength()));
            out.writeBytes(stretch);
            return this;
        }

        /** Filler at either end of the file. */
        Builder filler(byte[] filler) {
            this.filler = this.filler.plus(Span.exactly(filler.length));
            out.writeBytes(filler);
            return this;
        }

        /** Bytes at either end of the file that are no record. */
        Builder garbage(byte[] garbage) {
            rejected = rejected.plus(Span.exactly(garbage.length));
            out.writeBytes(garbage);
            return this;
        }

        DamagedFile build() {
            return new DamagedFile(this);
        }
    }
}
