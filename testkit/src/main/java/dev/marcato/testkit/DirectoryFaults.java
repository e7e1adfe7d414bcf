// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.FindingKind.DIRECTORY;
import static dev.marcato.testkit.FindingKind.LEADER;

import java.util.function.BiConsumer;

/** Damage to the directory; the data of the fields stay as they are, so that their terminators are evidence. */
final class DirectoryFaults {
    private DirectoryFaults() {}

    /** Damages entries in place; directory, record length and base address keep their sizes. */
    static Damaging entries(BiConsumer<RawRecord, Dice> damage) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            damage.accept(raw, dice);
            return repaired(record, raw);
        };
    }

    private static Damage repaired(TestRecord record, RawRecord raw) {
        return Damage.of(raw.toBytes(), Expectation.repaired(record).withFindings(DIRECTORY, LEADER));
    }

    /** @param settled whether record length and base address were written after the change */
    static Damaging terminator(boolean settled, byte... instead) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record).setDirectoryEnd(instead);
            Expectation expectation = Expectation.repaired(record)
                    .withRejected(Span.upTo(instead.length))
                    .withFindings(DIRECTORY, LEADER);
            return Damage.of((settled ? raw.settleLeader() : raw).toBytes(), expectation);
        };
    }

    /** The lost byte differs from its neighbours outside the entry, so that it is certain which entry lost it. */
    static Damaging entryLostByte(boolean settled) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            int entry;
            int at;
            do {
                entry = dice.below(raw.size());
                at = dice.below(CleanIso2709.ENTRY_SIZE);
            } while (runLeaves(raw, entry, raw.entries().get(entry), at));
            raw.entries().set(entry, Bytes.removed(raw.entries().get(entry), at, 1));
            return oneEntry(record, settled ? raw.settleLeader() : raw, entry);
        };
    }

    static Damaging entryGainedByte(boolean settled) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            int entry;
            int at;
            byte[] longer;
            do {
                entry = dice.below(raw.size());
                at = dice.between(1, CleanIso2709.ENTRY_SIZE - 1);
                longer = Bytes.inserted(raw.entries().get(entry), at, (byte) dice.pick("0123456789 a"));
            } while (runLeaves(raw, entry, longer, at));
            raw.entries().set(entry, longer);
            return oneEntry(record, settled ? raw.settleLeader() : raw, entry);
        };
    }

    /** Whether the run of equal bytes around this place of an entry goes on in a neighbouring entry. */
    private static boolean runLeaves(RawRecord raw, int entry, byte[] bytes, int at) {
        int from = at;
        while (from > 0 && bytes[from - 1] == bytes[at]) {
            from--;
        }
        int to = at + 1;
        while (to < bytes.length && bytes[to] == bytes[at]) {
            to++;
        }
        boolean leavesLeft = from == 0 && entry > 0 && last(raw.entries().get(entry - 1)) == bytes[at];
        boolean leavesRight =
                to == bytes.length && entry + 1 < raw.size() && raw.entries().get(entry + 1)[0] == bytes[at];
        return leavesLeft || leavesRight;
    }

    private static byte last(byte[] bytes) {
        return bytes[bytes.length - 1];
    }

    /** A character of the tag became two bytes of UTF-8. */
    static Damaging tagCharacterWidened(boolean settled) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            int entry = dice.below(raw.size());
            byte[] widened = Bytes.replaced(
                    raw.entries().get(entry), dice.below(3), 1, (byte) 0xC3, (byte) dice.between(0xA0, 0xBF));
            raw.entries().set(entry, widened);
            return oneEntry(record, settled ? raw.settleLeader() : raw, entry);
        };
    }

    private static Damage oneEntry(TestRecord record, RawRecord raw, int entry) {
        Expectation expectation = Expectation.repaired(record).withOpen(entry).withFindings(DIRECTORY, LEADER);
        return Damage.of(raw.toBytes(), expectation);
    }

    static void overlapping(RawRecord raw, Dice dice) {
        int entry = dice.below(raw.size() - 1);
        raw.setLength(entry, raw.length(entry) + dice.between(1, 60));
    }

    static void lengthTooShort(RawRecord raw, Dice dice) {
        int entry = dice.below(raw.size());
        raw.setLength(entry, dice.between(0, raw.length(entry) - 1));
    }

    static void lengthsWithoutTerminator(RawRecord raw, Dice dice) {
        for (int i = 0; i < raw.size(); i++) {
            raw.setLength(i, raw.length(i) - 1);
        }
    }

    static void startsShifted(RawRecord raw, Dice dice) {
        raw.shiftStarts(dice.between(1, raw.size() - 1), dice.chance(1, 2) ? dice.between(1, 30) : -1);
    }

    static void allStartsShifted(RawRecord raw, Dice dice) {
        raw.shiftStarts(0, dice.between(1, 60));
    }

    static void startOutside(RawRecord raw, Dice dice) {
        raw.setStart(dice.below(raw.size()), dice.between(raw.recordLength(), 99_999));
    }

    static void lengthOutside(RawRecord raw, Dice dice) {
        int entry = dice.below(raw.size());
        raw.setLength(entry, Math.min(9_999, raw.recordLength() + dice.below(5000)));
    }

    static void lengthNonNumeric(RawRecord raw, Dice dice) {
        int entry = dice.below(raw.size());
        raw.entries().get(entry)[dice.between(3, 6)] = (byte) dice.pick("abxOl? -");
    }

    static void startNonNumeric(RawRecord raw, Dice dice) {
        int entry = dice.below(raw.size());
        raw.entries().get(entry)[dice.between(7, 11)] = (byte) dice.pick("abxOl? -");
    }

    static void slotZeroed(RawRecord raw, Dice dice) {
        zero(raw, dice.between(1, raw.size() - 1));
    }

    static void allSlotsZeroed(RawRecord raw, Dice dice) {
        for (int i = 0; i < raw.size(); i++) {
            zero(raw, i);
        }
    }

    private static void zero(RawRecord raw, int entry) {
        raw.setLength(entry, 0).setStart(entry, 0);
    }

    static Damaging wideEntries(int lengthDigits, int startDigits) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            for (int i = 0; i < raw.size(); i++) {
                String length = Overflow.WIDE.digits(raw.length(i), lengthDigits);
                String start = Overflow.WIDE.digits(raw.start(i), startDigits);
                raw.entries().set(i, Bytes.latin1(record.field(i).tag() + length + start));
            }
            return repaired(record, raw.settleLeader());
        };
    }

    /** Directory in another order than the data, which the standard allows. */
    static Damage unordered(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        byte[] moved = raw.entries().remove(dice.between(1, raw.size() - 1));
        raw.entries().add(0, moved);
        Expectation expectation = Expectation.clean(record).withOrderOpen().withFindings(DIRECTORY);
        return Damage.of(raw.toBytes(), expectation);
    }
}
