// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes records as catalogues have them, with invented text. The same seed gives the same bytes on every JDK, and a
 * record depends on the seed and its own number alone, never on those made before it. Immutable, safe for threads.
 *
 * <pre>{@code
 * List<TestRecord> records = RecordGenerator.seeded(42).kind(RecordKind.AUTHORITY).records(100);
 * }</pre>
 */
public final class RecordGenerator {
    private final long seed;
    private final RecordKind kind;
    private final TextCoding coding;
    private final boolean manyScripts;

    private RecordGenerator(long seed, RecordKind kind, TextCoding coding, boolean manyScripts) {
        this.seed = seed;
        this.kind = kind;
        this.coding = coding;
        this.manyScripts = manyScripts;
    }

    /** Bibliographic records in UTF-8, as rich and as much in ASCII as the measured ones. */
    public static RecordGenerator seeded(long seed) {
        return new RecordGenerator(seed, RecordKind.BIBLIOGRAPHIC, TextCoding.UTF8, false);
    }

    public RecordGenerator kind(RecordKind other) {
        return checked(new RecordGenerator(seed, other, coding, manyScripts));
    }

    /**
     * Text coded otherwise.
     *
     * @throws IllegalArgumentException for ANSEL in UNIMARC, which does not know it
     */
    public RecordGenerator coding(TextCoding other) {
        return checked(new RecordGenerator(seed, kind, other, manyScripts));
    }

    /**
     * Text outside ASCII in every record; in MARC 21 in UTF-8 also linked fields (880) in other scripts, wherever a record
     * has a field to link.
     */
    public RecordGenerator manyScripts() {
        return new RecordGenerator(seed, kind, coding, true);
    }

    private static RecordGenerator checked(RecordGenerator generator) {
        if (generator.kind == RecordKind.UNIMARC && generator.coding == TextCoding.MARC8_ANSEL) {
            throw new IllegalArgumentException("UNIMARC does not know ANSEL");
        }
        return generator;
    }

    public long seed() {
        return seed;
    }

    /** The first {@code count} records. */
    public List<TestRecord> records(int count) {
        return IntStream.range(0, count).mapToObj(this::record).toList();
    }

    /** The record of this number, 0-based; the control number is made of it. */
    public TestRecord record(int index) {
        return new RecordDraft(Dice.of(seed, index), kind, coding, manyScripts).record(index);
    }

    /**
     * A record with one field of exactly {@code bytes} bytes, terminator included. Over 9,999 it does not fit into ISO
     * 2709: {@link TestRecord#toIso2709()} refuses it.
     */
    public TestRecord withLongField(int index, int bytes) {
        return Growth.withLongField(record(index), kind.longTag(), bytes, Dice.of(seed, ~index));
    }

    /**
     * A record that takes {@code bytes} bytes in ISO 2709, or up to 50 more, with many fields of at most 3,000 bytes.
     */
    public TestRecord ofSize(int index, int bytes) {
        return Growth.toSize(record(index), kind.longTag(), bytes, Dice.of(seed, ~index));
    }

    @Override
    public String toString() {
        return kind + " " + coding + (manyScripts ? " in many scripts" : "") + ", seed " + seed;
    }
}
