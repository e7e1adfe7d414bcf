// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.FindingKind.DIRECTORY;
import static dev.marcato.testkit.FindingKind.FIELD;
import static dev.marcato.testkit.FindingKind.LEADER;
import static dev.marcato.testkit.FindingKind.TERMINATOR;

/** Damage inside a field, with lengths that know of it (the record stays clean) or do not. */
final class FieldFaults {
    private FieldFaults() {}

    /**
     * Lengths, starts, record length and base address agree with the change.
     *
     * @param findings what a check must find in the field
     */
    static Damaging updated(FieldEdit edit, FindingKind... findings) {
        return (record, dice) -> {
            FieldEdit.Edited edited = edit.apply(record, dice);
            return Damage.clean(
                    Expectation.clean(edited.record()).withHit(edited.index()).withFindings(findings));
        };
    }

    /** Leader and directory are those of before the change; the bytes of the field must come out as they are now. */
    static Damaging kept(FieldEdit edit) {
        return (record, dice) -> kept(record, edit.apply(record, dice), false);
    }

    /**
     * As {@link #kept}, but repair may change the field that was hit, supplying what is missing in it or choosing an
     * end.
     */
    static Damaging keptOpen(FieldEdit edit) {
        return (record, dice) -> kept(record, edit.apply(record, dice), true);
    }

    private static Damage kept(TestRecord before, FieldEdit.Edited edited, boolean open) {
        int index = edited.index();
        RawRecord raw = RawRecord.of(before);
        byte[] content = edited.record().field(index).content();
        raw.data().set(index, Bytes.join(content, new byte[] {CleanIso2709.FIELD_TERMINATOR}));
        Expectation expectation =
                Expectation.repaired(edited.record()).withFindings(LEADER, DIRECTORY, TERMINATOR, FIELD);
        return Damage.of(raw.toBytes(), open ? expectation.withOpen(index) : expectation.withHit(index));
    }

    /** The field gets another tag of three bytes: the directory still tiles the data. */
    static Damaging tag(String tag) {
        return (record, dice) -> {
            int index = dice.pick(record.dataFields());
            TestField field = record.field(index).withTag(tag);
            Expectation expectation = Expectation.clean(record.withField(index, field));
            return Damage.clean(expectation.withHit(index).withFindings(FIELD, DIRECTORY));
        };
    }

    /** The leader stands in the record once more as a field, as some exports write it. */
    static Damaging leaderAsField(String tag) {
        return (record, dice) ->
                Damage.clean(Expectation.clean(record.withFieldAdded(0, TestField.of(tag, record.leaderBytes())))
                        .withHit(0));
    }
}
