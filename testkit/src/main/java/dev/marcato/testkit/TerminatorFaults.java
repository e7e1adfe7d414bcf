// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.CleanIso2709.FIELD_TERMINATOR;
import static dev.marcato.testkit.CleanIso2709.RECORD_TERMINATOR;
import static dev.marcato.testkit.FindingKind.DIRECTORY;
import static dev.marcato.testkit.FindingKind.LEADER;
import static dev.marcato.testkit.FindingKind.REJECT;
import static dev.marcato.testkit.FindingKind.TERMINATOR;

/** 0x1D and 0x1E that are missing, doubled, replaced, or stand where none belongs. */
final class TerminatorFaults {
    private TerminatorFaults() {}

    /** @param settled whether the record length was written after the change */
    static Damaging recordEnd(boolean settled, byte... instead) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record).setEnd(instead);
            int other = Math.max(0, instead.length);
            Expectation expectation = Expectation.repaired(record)
                    .withRejected(Span.upTo(other))
                    .withFiller(Span.upTo(other))
                    .withFindings(TERMINATOR, LEADER);
            return Damage.of((settled ? raw.settleLeader() : raw).toBytes(), expectation);
        };
    }

    /** The record is clean, and a terminator follows that ends nothing. */
    static Damage recordEndDoubled(TestRecord record, Dice dice) {
        Expectation expectation =
                Expectation.clean(record).withRejected(Span.exactly(1)).withFindings(TERMINATOR, REJECT);
        return Damage.followed(expectation, new byte[] {RECORD_TERMINATOR});
    }

    /**
     * A record terminator in the text of a field, with right lengths; nobody knows what stood there, or whether
     * anything did.
     */
    static Damaging recordEndInText(FieldEdits.Content change) {
        return (record, dice) -> {
            FieldEdit.Edited edited = FieldEdits.inDataField(change).apply(record, dice);
            Expectation expectation = Expectation.repaired(edited.record())
                    .withOpen(edited.index())
                    .withFindings(TERMINATOR);
            return Damage.of(RawRecord.of(edited.record()).toBytes(), expectation);
        };
    }

    /** A byte of an entry, behind its tag, became a terminator. */
    static Damaging inDirectory(byte terminator) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            int entry = dice.below(raw.size());
            raw.entries().get(entry)[dice.between(3, CleanIso2709.ENTRY_SIZE - 1)] = terminator;
            Expectation expectation =
                    Expectation.repaired(record).withOpen(entry).withFindings(TERMINATOR, DIRECTORY);
            return Damage.of(raw.toBytes(), expectation);
        };
    }

    /** Two fields run into one; the lengths in the directory say where the first ended. */
    static Damage fieldEndLost(TestRecord record, Dice dice) {
        return fieldEnd(record, dice, false);
    }

    /** As {@link #fieldEndLost}, and the directory was written from the data as they are. */
    static Damage fieldEndLostLengthsUpdated(TestRecord record, Dice dice) {
        return fieldEnd(record, dice, true);
    }

    private static Damage fieldEnd(TestRecord record, Dice dice, boolean settled) {
        RawRecord raw = RawRecord.of(record);
        int index = dice.below(raw.size());
        raw.data().set(index, record.field(index).content());
        if (settled) {
            raw.setLength(index, raw.length(index) - 1)
                    .shiftStarts(index + 1, -1)
                    .settleLeader();
        }
        return whole(record, raw, index);
    }

    /** The byte that replaces the terminator may be taken for one of the text. */
    static Damage fieldEndReplaced(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        int index = dice.below(raw.size());
        byte[] other = {(byte) dice.pick(" .x0")};
        raw.data().set(index, Bytes.join(record.field(index).content(), other));
        Expectation expectation = Expectation.repaired(record).withOpen(index).withFindings(TERMINATOR, DIRECTORY);
        return Damage.of(raw.toBytes(), expectation);
    }

    /** A second terminator that no entry covers; all starts behind it know of it. */
    static Damage fieldEndDoubledStartsUpdated(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        int index = dice.below(raw.size());
        raw.data().set(index, Bytes.join(raw.data().get(index), new byte[] {FIELD_TERMINATOR}));
        raw.shiftStarts(index + 1, 1).settleLeader();
        return whole(record, raw, index);
    }

    private static Damage whole(TestRecord record, RawRecord raw, int index) {
        Expectation expectation = Expectation.repaired(record)
                .withHit(index)
                .withRejected(Span.upTo(1))
                .withFindings(TERMINATOR, DIRECTORY, LEADER);
        return Damage.of(raw.toBytes(), expectation);
    }
}
