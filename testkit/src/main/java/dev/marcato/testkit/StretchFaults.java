// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.FindingKind.DIRECTORY;
import static dev.marcato.testkit.FindingKind.FILLER;
import static dev.marcato.testkit.FindingKind.LEADER;
import static dev.marcato.testkit.FindingKind.LINE_BREAKS;
import static dev.marcato.testkit.FindingKind.REJECT;
import static dev.marcato.testkit.FindingKind.TERMINATOR;
import static dev.marcato.testkit.FindingKind.TRUNCATED;

import java.util.Arrays;

/** Damage to the stretch of bytes as a whole: cut off, torn by line breaks, followed by filler or garbage. */
final class StretchFaults {
    private StretchFaults() {}

    static Damage cutInLeader(TestRecord record, Dice dice) {
        return cut(record, dice.between(1, CleanIso2709.LEADER_SIZE - 1));
    }

    static Damage cutInDirectory(TestRecord record, Dice dice) {
        return cut(
                record,
                dice.between(CleanIso2709.LEADER_SIZE, RawRecord.of(record).base() - 1));
    }

    /** At least four bytes are missing, so that more is lost than terminators. */
    static Damage cutInData(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        return cut(record, dice.between(raw.base(), raw.recordLength() - 4));
    }

    /** Behind the terminator of a field that is not the last. */
    static Damage cutBehindField(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        int kept = dice.between(1, raw.size() - 1);
        return cut(record, raw.base() + raw.start(kept));
    }

    /**
     * Nothing is missing but the terminators of the last field and of the record: whole to one reader, cut off to
     * another.
     */
    static Damage cutBeforeTerminators(TestRecord record, Dice dice) {
        byte[] bytes = Arrays.copyOf(record.toIso2709(), RawRecord.of(record).recordLength() - 2);
        Expectation expectation = Expectation.either(record, Span.upTo(bytes.length))
                .withFiller(Span.upTo(1))
                .withFindings(TRUNCATED, TERMINATOR, REJECT);
        return Damage.of(bytes, expectation);
    }

    private static Damage cut(TestRecord record, int length) {
        byte[] bytes = Arrays.copyOf(record.toIso2709(), length);
        int blanks = 0;
        while (blanks < length && bytes[length - 1 - blanks] == ' ') {
            blanks++;
        }
        Expectation expectation = Expectation.rejected(record, new Span(length - blanks, length))
                .withFiller(Span.upTo(blanks))
                .withFindings(TRUNCATED, REJECT);
        return Damage.of(bytes, expectation);
    }

    /** A line break after every so many bytes, 60 to 100, fewer in a short record. */
    static Damaging torn(String lineBreak) {
        return (record, dice) -> {
            byte[] bytes = record.toIso2709();
            int width = Math.min(dice.between(60, 100), bytes.length / 2);
            return torn(record, Bytes.broken(bytes, 0, width, Bytes.latin1(lineBreak)), new byte[0]);
        };
    }

    /** A record without a break inside is clean. */
    static Damage torn(TestRecord record, byte[] bytes, byte[] after) {
        int breaks = bytes.length - record.toIso2709().length;
        Span somewhere = Span.upTo(breaks + after.length);
        Expectation expectation = breaks == 0
                ? Expectation.clean(record)
                : Expectation.repaired(record).withFindings(LINE_BREAKS, LEADER, DIRECTORY, TERMINATOR);
        return Damage.followed(bytes, expectation.withRejected(somewhere).withFiller(somewhere), after);
    }

    /** @param certain whether filler of this kind must be reported */
    static Damaging filler(String unit, int maxCount, boolean certain) {
        return (record, dice) -> {
            byte[] filler = Bytes.latin1(unit.repeat(dice.between(1, maxCount)));
            Expectation expectation = Expectation.clean(record).withFiller(Span.exactly(filler.length));
            return Damage.followed(certain ? expectation.withFindings(FILLER) : expectation, filler);
        };
    }

    /** Text after the record. The filler around it, if any, may be taken for a part of it. */
    static Damaging garbage(String before, Garbage garbage, String after) {
        return (record, dice) -> {
            byte[] bytes = garbage.make(dice);
            int around = before.length() + after.length();
            Expectation expectation = Expectation.clean(record)
                    .withRejected(new Span(bytes.length, bytes.length + around))
                    .withFiller(Span.upTo(around))
                    .withFindings(REJECT);
            return Damage.followed(expectation, Bytes.join(Bytes.latin1(before), bytes, Bytes.latin1(after)));
        };
    }

    /** Text that ends in a record terminator, so that the next record is announced. */
    static Damaging garbageTerminated() {
        return (record, dice) -> {
            byte[] bytes = Bytes.join(Garbage.TEXT.make(dice), new byte[] {CleanIso2709.RECORD_TERMINATOR});
            Expectation expectation = Expectation.clean(record)
                    .withRejected(Span.exactly(bytes.length))
                    .withFindings(REJECT);
            return Damage.followed(expectation, bytes);
        };
    }
}
