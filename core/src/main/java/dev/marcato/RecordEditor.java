// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new record out of another one, or from nothing. Fields that are not touched keep their bytes, whatever their
 * encoding. Wherever a tag is asked for, a pattern such as {@code 6..} may stand; nothing happens where no field has it.
 *
 * <p>What no record can hold is refused with an {@link IllegalArgumentException} that names tag, code and value: a
 * separator in a value, a tag that is not three bytes, a code or an indicator that is not one. Text that the record's
 * encoding cannot hold is refused by {@link #build()}, since a change of leader/09 may come last.
 *
 * <p>For one thread. An editor can go on after {@link #build()}.
 */
public final class RecordEditor {
    private final MarcRecord base;
    private final @Nullable Encoding encoding;
    private final @Nullable Flavor flavor;
    private final List<PlacedField> fields = new ArrayList<>();
    private Leader leader;
    private boolean changed;

    RecordEditor(MarcRecord base, @Nullable Encoding encoding, @Nullable Flavor flavor) {
        this.base = base;
        this.encoding = encoding;
        this.flavor = flavor;
        this.leader = base.leader();
        for (Field field : base) {
            fields.add(new PlacedField(field, field.start));
        }
    }

    /** Takes over a leader: its positions 05-09, 17-19 and 23. The others describe a layout, and are left alone. */
    public RecordEditor leader(Leader other) {
        Leader merged = leader;
        for (int position = 5; position < Leader.LENGTH; position++) {
            if (!LeaderPosition.isStructural(position) && merged.at(position) != other.at(position)) {
                merged = merged.with(position, other.at(position));
            }
        }
        leader = merged;
        return this;
    }

    /**
     * Sets a position of the leader by its name.
     *
     * @throws IllegalArgumentException as {@link Leader#with(int, char)}
     */
    public RecordEditor leader(LeaderPosition position, char character) {
        return leader(position.start(), character);
    }

    /**
     * Sets a position of the leader by its number.
     *
     * @throws IllegalArgumentException as {@link Leader#with(int, char)}
     */
    public RecordEditor leader(int position, char character) {
        leader = leader.with(position, character);
        return this;
    }

    /** Adds a field behind all others. */
    public RecordEditor add(Field field) {
        fields.add(new PlacedField(field, Integer.MAX_VALUE));
        changed = true;
        return this;
    }

    /**
     * Adds a field in the order of tags: behind the last one of its own tag, or, if there is none, before the first one
     * with a higher tag. Letters come behind digits.
     */
    public RecordEditor insert(Field field) {
        int at = fields.size();
        int higher = -1;
        int same = -1;
        for (int i = 0; i < fields.size(); i++) {
            int tag = fields.get(i).field().packedTag;
            if (tag == field.packedTag) {
                same = i;
            } else if (tag > field.packedTag && higher < 0) {
                higher = i;
            }
        }
        if (same >= 0) {
            at = same + 1;
        } else if (higher >= 0) {
            at = higher;
        }
        fields.add(at, new PlacedField(field, at == 0 ? -1 : fields.get(at - 1).order()));
        changed = true;
        return this;
    }

    /**
     * Replaces a field by another one, in its place.
     *
     * @throws IllegalArgumentException if the record does not have the field
     */
    public RecordEditor replace(Field old, Field replacement) {
        int at = indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("the record does not have the field " + Refusals.quote(old.toString()));
        }
        put(at, replacement);
        return this;
    }

    /** Replaces every data field with a tag by what a function makes of it. */
    public RecordEditor replace(String tag, UnaryOperator<DataField> change) {
        long pattern = Tags.pattern(tag);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).field() instanceof DataField field && Tags.matches(pattern, field.packedTag)) {
                put(i, change.apply(field));
            }
        }
        return this;
    }

    /** Replaces the value of every control field with a tag by what a function makes of it. */
    public RecordEditor replaceValue(String tag, UnaryOperator<String> change) {
        long pattern = Tags.pattern(tag);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).field() instanceof ControlField field && Tags.matches(pattern, field.packedTag)) {
                String value = field.value();
                String changedValue = change.apply(value);
                if (!changedValue.equals(value)) {
                    put(i, field.withValue(changedValue));
                }
            }
        }
        return this;
    }

    /** Removes all fields with a tag. */
    public RecordEditor remove(String tag) {
        long pattern = Tags.pattern(tag);
        return removeIf(field -> Tags.matches(pattern, field.packedTag));
    }

    /** Removes the first field that is equal to a given one. */
    public RecordEditor remove(Field field) {
        int at = indexOf(field);
        if (at >= 0) {
            fields.remove(at);
            changed = true;
        }
        return this;
    }

    /** Removes all fields that fulfil a condition. */
    public RecordEditor removeIf(Predicate<? super Field> condition) {
        changed |= fields.removeIf(placed -> condition.test(placed.field()));
        return this;
    }

    /**
     * Gives all fields with a tag another one. They stay where they are.
     *
     * @throws IllegalArgumentException as {@link Field#withTag}
     */
    public RecordEditor rename(String tag, String newTag) {
        long pattern = Tags.pattern(tag);
        Refusals.tag(newTag);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i).field();
            if (Tags.matches(pattern, field.packedTag)) {
                put(i, field.withTag(newTag));
            }
        }
        return this;
    }

    /**
     * Gives all data fields with a tag other indicators.
     *
     * @throws IllegalArgumentException as {@link DataField#withIndicators}
     */
    public RecordEditor indicators(String tag, char indicator1, char indicator2) {
        return replace(tag, field -> field.withIndicators(indicator1, indicator2));
    }

    /**
     * The new record. If nothing has been changed, it is the old one.
     *
     * @throws IllegalArgumentException if the record's encoding cannot hold the text of a field, or the leader would make
     *     the text of untouched fields mean something else; the message names tag, code and value
     */
    public MarcRecord build() {
        if (!changed && leader.equals(base.leader()) && base != MarcRecord.HANDMADE) {
            return base;
        }
        return new RecordAssembly(base, leader, fields, encoding, flavor).build();
    }

    private void put(int at, Field field) {
        PlacedField placed = fields.get(at);
        Objects.requireNonNull(field, "field");
        if (placed.field() != field && !placed.field().equals(field)) {
            fields.set(at, new PlacedField(field, placed.order()));
            changed = true;
        }
    }

    private int indexOf(Field field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).field().equals(field)) {
                return i;
            }
        }
        return -1;
    }
}
