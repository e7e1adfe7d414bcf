// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A record as the tests see it: a leader and fields, made by code that shares nothing with the reader under test.
 * Immutable.
 *
 * <p>The leader is a template: record length (0-4) and base address of data (12-16) are always {@code 00000} here and
 * are filled in by {@link #toIso2709()}.
 */
public final class TestRecord {
    private final String leader;
    private final List<TestField> fields;

    private TestRecord(String leader, List<TestField> fields) {
        this.leader = leader;
        this.fields = List.copyOf(fields);
    }

    /** A record with a leader of 24 characters, one for each byte; what it says of lengths is ignored. */
    public static TestRecord of(String leader, List<TestField> fields) {
        if (leader.length() != 24 || !leader.chars().allMatch(c -> c <= 0xFF)) {
            throw new IllegalArgumentException("a leader is 24 bytes: '" + leader + "'");
        }
        return new TestRecord("00000" + leader.substring(5, 12) + "00000" + leader.substring(17), fields);
    }

    /** The 24 characters of the leader, with zeros for record length and base address of data. */
    public String leader() {
        return leader;
    }

    /** All fields, in the order of the directory. */
    public List<TestField> fields() {
        return fields;
    }

    public TestField field(int index) {
        return fields.get(index);
    }

    /** All fields with this tag. */
    public List<TestField> fields(String tag) {
        return fields.stream().filter(f -> f.tag().equals(tag)).toList();
    }

    /** Indexes of the fields that have indicators and subfields, in order. */
    public List<Integer> dataFields() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isControl()) {
                found.add(i);
            }
        }
        return found;
    }

    /** Sets leader position 0 to 23; those of record length and base address of data stay zeros. */
    public TestRecord withLeader(int position, char value) {
        return of(leader.substring(0, position) + value + leader.substring(position + 1), fields);
    }

    public TestRecord withField(int index, TestField field) {
        List<TestField> changed = new ArrayList<>(fields);
        changed.set(index, field);
        return new TestRecord(leader, changed);
    }

    /** Adds a field where {@code index} says, 0 to the number of fields. */
    public TestRecord withFieldAdded(int index, TestField field) {
        List<TestField> changed = new ArrayList<>(fields);
        changed.add(index, field);
        return new TestRecord(leader, changed);
    }

    public TestRecord withFields(List<TestField> others) {
        return new TestRecord(leader, others);
    }

    public TestRecord without(int index) {
        List<TestField> changed = new ArrayList<>(fields);
        changed.remove(index);
        return new TestRecord(leader, changed);
    }

    /**
     * Encodes as ISO 2709 with right lengths, data in the order of the directory.
     *
     * @throws IllegalStateException if the record has more than 99,999 bytes, a field more than 9,999, or a start does
     *     not fit into five digits
     */
    public byte[] toIso2709() {
        return CleanIso2709.encode(this);
    }

    /**
     * Decodes a file that holds clean ISO 2709 records and nothing else. Clean means: record length, base address and
     * terminators agree, the directory's entries tile the data exactly, in any order, every field ends in 0x1E, no 0x1D
     * stands inside. What stands inside the fields is not looked at.
     *
     * @throws NotCleanException at the first byte that is otherwise
     */
    public static List<TestRecord> parse(byte[] file) {
        return CleanIso2709.decode(file);
    }

    /** The records one after the other, nothing between them. */
    public static byte[] toFile(List<TestRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach(each -> out.writeBytes(each.toIso2709()));
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TestRecord that && leader.equals(that.leader) && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return 31 * leader.hashCode() + fields.hashCode();
    }

    /** Line form: the leader, then a line for each field. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("LDR ").append(leader);
        fields.forEach(f -> text.append('\n').append(f));
        return text.toString();
    }

    byte[] leaderBytes() {
        return leader.getBytes(ISO_8859_1);
    }
}
