// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader that repairs must make of one damaged record, and what its account must show. Immutable; the methods
 * that change something give a copy.
 *
 * <p>Under other policies: a record that is not {@linkplain #clean clean} is left out under SKIP, all its bytes in the
 * rejects, and ends the reading under STRICT, as rejected bytes do; a clean one is delivered under every policy.
 */
public final class Expectation {
    /** Whether the record comes out at all. */
    public enum Delivery {
        /** It must be delivered. */
        MUST,
        /** The damage leaves room for both: a record or a reject. */
        MAY,
        /** Its bytes are a reject. */
        NEVER
    }

    private final TestRecord reading;
    private final boolean clean;
    private Delivery delivery = Delivery.MUST;
    private boolean leaderOpen;
    private boolean orderOpen;
    private Set<Integer> hit = Set.of();
    private Set<Integer> open = Set.of();
    private Span filler = Span.NONE;
    private Span rejected = Span.NONE;
    private Set<FindingKind> findings = Set.of();

    private Expectation(TestRecord reading, boolean clean) {
        this.reading = reading;
        this.clean = clean;
    }

    private Expectation(Expectation other) {
        this(other.reading, other.clean);
        delivery = other.delivery;
        leaderOpen = other.leaderOpen;
        orderOpen = other.orderOpen;
        hit = other.hit;
        open = other.open;
        filler = other.filler;
        rejected = other.rejected;
        findings = other.findings;
    }

    /** Lengths and terminators agree: the record is delivered byte for byte, and is no damage. */
    static Expectation clean(TestRecord reading) {
        return new Expectation(reading, true);
    }

    /** The structure is damaged, and yet the whole record must come out. */
    static Expectation repaired(TestRecord reading) {
        return new Expectation(reading, false);
    }

    /** Cut off: nothing of it is a record. */
    static Expectation rejected(TestRecord original, Span rejected) {
        Expectation expectation = new Expectation(original, false);
        expectation.delivery = Delivery.NEVER;
        expectation.rejected = rejected;
        return expectation;
    }

    /** Delivered whole or rejected whole. */
    static Expectation either(TestRecord reading, Span rejected) {
        Expectation expectation = new Expectation(reading, false);
        expectation.delivery = Delivery.MAY;
        expectation.rejected = rejected;
        return expectation;
    }

    Expectation withRejected(Span bytes) {
        Expectation copy = new Expectation(this);
        copy.rejected = bytes;
        return copy;
    }

    Expectation withFiller(Span bytes) {
        Expectation copy = new Expectation(this);
        copy.filler = bytes;
        return copy;
    }

    Expectation withLeaderOpen() {
        Expectation copy = new Expectation(this);
        copy.leaderOpen = true;
        return copy;
    }

    Expectation withOrderOpen() {
        Expectation copy = new Expectation(this);
        copy.orderOpen = true;
        return copy;
    }

    /** The damage is in these fields, but they must come out as the reading has them. */
    Expectation withHit(Integer... fields) {
        Expectation copy = new Expectation(this);
        copy.hit = union(hit, List.of(fields));
        return copy;
    }

    /** The damage may cost these fields: their bytes go to the rejects, or they come out otherwise. */
    Expectation withOpen(Integer... fields) {
        Expectation copy = withHit(fields);
        copy.open = union(open, List.of(fields));
        int bytes = copy.open.stream().mapToInt(i -> reading.field(i).length()).sum();
        copy.rejected = new Span(rejected.min(), rejected.max() + bytes + 2 * CleanIso2709.ENTRY_SIZE);
        return copy;
    }

    Expectation withFindings(FindingKind... kinds) {
        Expectation copy = new Expectation(this);
        copy.findings = kinds.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(kinds));
        return copy;
    }

    private static Set<Integer> union(Set<Integer> some, List<Integer> more) {
        Set<Integer> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /**
     * Whether the record is clean by the rule of framing: record length, base address and terminators agree, and the
     * directory tiles the data. A clean record may still have findings inside its fields, for who looks there.
     */
    public boolean clean() {
        return clean;
    }

    /** Whether a policy has something to decide here: the record is not clean, or bytes are certainly rejected. */
    public boolean damage() {
        return !clean || rejected.min() > 0;
    }

    public Delivery delivery() {
        return delivery;
    }

    /** The record that must come out; where nothing may come out, the record as it was before the damage. */
    public TestRecord reading() {
        return reading;
    }

    /** Indexes in {@link #reading()} of the fields that the damage touched. */
    public Set<Integer> hitFields() {
        return hit;
    }

    /** Indexes in {@link #reading()} of the fields that need not come out equal, nor at all. */
    public Set<Integer> openFields() {
        return open;
    }

    /** Bytes of filler that belong to this record's stretch. */
    public Span filler() {
        return filler;
    }

    /** Bytes of this record's stretch that end in the rejects. */
    public Span rejected() {
        return rejected;
    }

    /**
     * At least one diagnostic of one of these kinds must be reported; none is demanded where the set is empty. For a
     * clean record these are findings of a check, which looks into the fields, and not of framing.
     */
    public Set<FindingKind> findings() {
        return findings;
    }

    /** How a delivered record differs from what must come out; empty if it is as it must be. */
    public Optional<String> mismatch(TestRecord delivered) {
        if (delivery == Delivery.NEVER) {
            return Optional.of("delivered, though it is cut off:\n" + delivered);
        }
        if (!leaderOpen && !codes(reading.leader()).equals(codes(delivered.leader()))) {
            return Optional.of("leader is '" + delivered.leader() + "', expected '" + reading.leader() + "'");
        }
        boolean equal = orderOpen
                ? sorted(reading.fields()).equals(sorted(delivered.fields()))
                : matches(reading.fields(), delivered.fields());
        return equal
                ? Optional.empty()
                : Optional.of(
                        "fields differ (open: " + open + "), expected:\n" + reading + "\ndelivered:\n" + delivered);
    }

    /**
     * A repair may set indicator count, subfield code length and entry map right, so that only a clean leader is
     * compared whole.
     */
    private String codes(String leader) {
        return clean ? leader : leader.substring(5, 10) + leader.substring(17, 20);
    }

    private static List<TestField> sorted(List<TestField> fields) {
        return fields.stream()
                .sorted(Comparator.comparing(TestField::tag).thenComparing(TestField::content, Arrays::compareUnsigned))
                .toList();
    }

    /**
     * Walks both lists with the set of places in {@code delivered} that may be reached: an open field is there once or
     * not at all.
     */
    private boolean matches(List<TestField> expected, List<TestField> delivered) {
        Set<Integer> places = Set.of(0);
        for (int i = 0; i < expected.size(); i++) {
            Set<Integer> reached = new TreeSet<>();
            for (int place : places) {
                boolean more = place < delivered.size();
                if (open.contains(i)) {
                    reached.add(place);
                }
                if (more && (open.contains(i) || expected.get(i).equals(delivered.get(place)))) {
                    reached.add(place + 1);
                }
            }
            places = reached;
        }
        return places.contains(delivered.size());
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(clean ? "clean" : "not clean");
        parts.add(delivery + " be delivered");
        parts.add("open fields " + open + " of " + reading.fields().size());
        parts.add("filler " + filler + ", rejected " + rejected);
        parts.add("one finding of " + findings);
        return String.join("; ", parts);
    }
}
